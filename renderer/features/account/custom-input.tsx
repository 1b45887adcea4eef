import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../db/custom-field/query.ts';
import { type CustomValue, longestText } from '../../../db/custom-field/rule.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';

/** Asks for what a field of the user's holds; null is nothing. Amounts are in their own currency, new ones in the book's. */
export function CustomInput({
  field,
  currency,
  value = null,
  onChange,
  id,
}: {
  field: CustomField;
  currency: string;
  value?: CustomValue | null;
  onChange?: (value: CustomValue | null) => void;
  id?: string;
}) {
  const { t } = useTranslation();
  const say = (stated: string | number | null | undefined, of: string | null = null) =>
    onChange?.(
      stated === null || stated === undefined || stated === '' ? null : { value: stated, currency: of },
    );
  const held = value?.value ?? null;
  const named = id === undefined ? {} : { id };
  switch (field.kind) {
    case 'text':
      return (
        <Input
          {...named}
          allowClear
          maxLength={longestText}
          value={held ?? ''}
          onChange={({ target }) => say(target.value)}
        />
      );
    case 'number':
      return (
        <InputNumber<number>
          {...named}
          style={{ width: '100%' }}
          controls={false}
          value={typeof held === 'number' ? held : null}
          onChange={(stated) => say(stated)}
        />
      );
    case 'money': {
      const of = value?.currency ?? currency;
      return (
        <MoneyInput
          {...named}
          currency={of}
          value={typeof held === 'number' ? held : null}
          onChange={(minor) => say(minor, of)}
        />
      );
    }
    case 'date':
      return (
        <DateInput {...named} value={typeof held === 'string' ? held : null} onChange={(day) => say(day)} />
      );
    case 'yes-no':
      return (
        <Select
          {...named}
          allowClear
          value={held}
          options={[
            { value: 1, label: t('app.yes') },
            { value: 0, label: t('app.no') },
          ]}
          onChange={(stated) => say(stated)}
        />
      );
    case 'choice':
      return (
        <Select
          {...named}
          allowClear
          value={held}
          options={field.choices
            .filter((choice) => !choice.isRetired || choice.id === held)
            .map((choice) => ({ value: choice.id, label: choice.name }))}
          onChange={(stated) => say(stated)}
        />
      );
  }
}
