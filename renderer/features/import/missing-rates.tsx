import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AskedRates } from './answered.ts';
import styles from './import.module.css';
import { useImport } from './import-store.ts';

/** The rates typed for currencies that are asked about. */
export function saidRates(
  asked: AskedRates['currencies'],
  rates: Readonly<Record<string, number>>,
): { currency: string; basePerUnit: number }[] {
  return asked.flatMap(({ currency }) => {
    const basePerUnit = rates[currency];
    return basePerUnit === undefined ? [] : [{ currency, basePerUnit }];
  });
}

/** Currencies the book has no rate for: without one, their contracts are in no total. */
export function MissingRates({ rates: { base, currencies } }: { rates: AskedRates }) {
  const { t } = useTranslation();
  const { rates } = useImport();
  if (currencies.length === 0) return null;
  return (
    <section className={styles.problem} aria-label={t('import.rate.title')}>
      <div className={styles.reported}>
        <strong>{t('import.rate.title')}</strong>
        <span className={styles.hint}>{t('import.rate.teach', { base })}</span>
      </div>
      {currencies.map(({ currency, contracts }) => (
        <div key={currency} className={styles.meaning}>
          <span>
            1 {currency} ={' '}
            <span className={styles.hint}>{t('import.rate.contracts', { count: contracts })}</span>
          </span>
          <InputNumber<number>
            size="small"
            min={0}
            aria-label={t('import.rate.label', { currency, base })}
            suffix={base}
            style={{ width: 140 }}
            value={rates[currency] ?? null}
            onChange={(value) => {
              const { [currency]: _, ...others } = rates;
              useImport.setState({ rates: value ? { ...others, [currency]: value } : others });
            }}
          />
        </div>
      ))}
    </section>
  );
}
