import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../db/kernel/define.ts';
import { isNeeded } from '../../db/kernel/field.ts';
import type { NounName } from '../../db/nouns.ts';
import { api } from '../lib/api.ts';
import { DateInput } from '../ui/date-input.tsx';
import { MoneyField } from './money-field.tsx';
import styles from './noun-form.module.css';
import type { NounLabels } from './noun-labels.ts';

type Asked = {
  noun: NounName;
  name: string;
  field: Field;
  /** The row is called by it. */
  isTitle: boolean;
  labels: NounLabels;
  accountId: number | null;
  base: string;
};

/** The form's item for a field: its name, its control, and what helps to fill it in. */
export function FieldInput(asked: Asked) {
  const { t } = useTranslation();
  const { name, field, labels, isTitle } = asked;
  const isRequired = isNeeded(field) || (field.optional !== true && 'initial' in field);
  const hint = labels.hint(name);
  const isWide = isTitle || field.is === 'prose' || field.is === 'tags';
  if (field.is === 'yes-no' && !field.optional)
    return (
      <Form.Item name={name} valuePropName="checked" extra={hint}>
        <Checkbox>{labels.field(name)}</Checkbox>
      </Form.Item>
    );
  return (
    <Form.Item
      name={name}
      label={labels.field(name)}
      extra={hint}
      className={isWide ? (styles.wide ?? '') : ''}
      rules={
        isRequired
          ? [
              {
                required: true,
                ...(field.is === 'line' || field.is === 'prose' ? { whitespace: true } : {}),
                message: t('noun.needed', { field: labels.field(name) }),
              },
            ]
          : []
      }
    >
      {control(asked)}
    </Form.Item>
  );
}

function control({ noun, name, field, labels, accountId, base }: Asked): ReactNode {
  switch (field.is) {
    case 'line':
      return field.list?.filter ? <SuggestedLine noun={noun} name={name} /> : <Input maxLength={200} />;
    case 'prose':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20_000} />;
    case 'date':
      return <DateInput allowClear={field.optional === true} />;
    case 'yes-no':
      return <YesNo />;
    case 'integer':
      return <InputNumber {...limits(field)} precision={0} style={{ width: '100%' }} />;
    case 'figure':
      return <InputNumber {...limits(field)} style={{ width: '100%' }} />;
    case 'percent':
      return <InputNumber min={0} max={100} {...limits(field)} suffix="%" style={{ width: '100%' }} />;
    case 'money':
      return <MoneyField base={base} />;
    case 'choice':
      return (
        <Select
          allowClear={field.optional === true}
          showSearch={{ optionFilterProp: 'label' }}
          options={field.of.map((value) => ({ value, label: labels.choice(name, value) }))}
        />
      );
    case 'reference':
      return <ReferencePicker noun={noun} name={name} accountId={accountId} />;
    case 'tags':
      return <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', ';', '；']} />;
  }
}

function limits({ least, most }: { readonly least?: number; readonly most?: number }) {
  return { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
}

type Held<Value> = { id?: string; value?: Value | null; onChange?: (value: Value | null) => void };

function YesNo(held: Held<boolean>) {
  const { t } = useTranslation();
  return (
    <Select<number | null>
      {...(held.id !== undefined && { id: held.id })}
      allowClear
      value={held.value == null ? null : Number(held.value)}
      onChange={(value) => held.onChange?.(value == null ? null : value === 1)}
      options={[
        { value: 1, label: t('app.yes') },
        { value: 0, label: t('app.no') },
      ]}
    />
  );
}

/** A line that is likely said already of another row, such as an owner. */
function SuggestedLine({ noun, name, ...held }: { noun: NounName; name: string } & Held<string>) {
  const { data = [] } = useQuery(api.noun.values.queryOptions({ noun, field: name }));
  return (
    <AutoComplete
      {...(held.id !== undefined && { id: held.id })}
      value={held.value ?? ''}
      onChange={(value: string) => held.onChange?.(value)}
      options={data.flatMap((value) => (typeof value === 'string' ? [{ value }] : []))}
      showSearch={{ filterOption: (typed, option) => Boolean(option?.value.includes(typed)) }}
    >
      <Input maxLength={200} />
    </AutoComplete>
  );
}

function ReferencePicker({
  noun,
  name,
  accountId,
  ...held
}: { noun: NounName; name: string; accountId: number | null } & Held<number>) {
  const { data = [] } = useQuery(api.noun.choices.queryOptions({ noun, field: name, accountId }));
  return (
    <Select<number | null>
      {...(held.id !== undefined && { id: held.id })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={held.value ?? null}
      onChange={(value) => held.onChange?.(value ?? null)}
      options={data.map(({ id, label }) => ({ value: id, label }))}
    />
  );
}
