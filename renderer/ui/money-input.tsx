import { InputNumber } from 'antd';
import { majorUnits, minorDigits, moneyFromDecimal } from '../../db/types/money.ts';

/** An amount in minor units of a currency, typed in whole units and cents; null is no amount. */
export function MoneyInput({
  value,
  onChange,
  currency,
  ...rest
}: {
  value?: number | null | undefined;
  onChange?: (minor: number | null) => void;
  currency: string;
  id?: string;
  'aria-label'?: string;
}) {
  return (
    <InputNumber<string>
      {...rest}
      stringMode
      min="0"
      max="9999999999999"
      precision={minorDigits(currency)}
      controls={false}
      style={{ width: '100%' }}
      value={value === null || value === undefined ? null : String(majorUnits({ minor: value, currency }))}
      formatter={(typed) => String(typed ?? '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
      parser={(typed) => (typed ?? '').replace(/[,，\s¥$€£]/g, '')}
      onChange={(typed) =>
        onChange?.(typed === null || typed === '' ? null : (moneyFromDecimal(typed, currency)?.minor ?? null))
      }
    />
  );
}
