import { Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../db/types/money.ts';
import { MoneyInput } from '../ui/money-input.tsx';
import styles from './noun-form.module.css';

/** An amount with its currency; null is no amount. The book's own currency stands there to begin with. */
export function MoneyField({
  value,
  onChange,
  base,
  id,
}: {
  value?: Money | null | undefined;
  onChange?: (money: Money | null) => void;
  base: string;
  id?: string;
}) {
  const { t } = useTranslation();
  const currency = value?.currency ?? base;
  return (
    <Space.Compact block>
      <MoneyInput
        {...(id !== undefined && { id })}
        currency={currency}
        value={value?.minor ?? null}
        onChange={(minor) => onChange?.(minor === null ? null : { minor, currency })}
      />
      <Input
        className={styles.currency ?? ''}
        aria-label={t('noun.currency')}
        maxLength={3}
        disabled={!value}
        value={currency}
        onChange={({ target }) =>
          value && onChange?.({ ...value, currency: target.value.toUpperCase().replace(/[^A-Z]/g, '') })
        }
      />
    </Space.Compact>
  );
}
