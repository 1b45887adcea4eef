import { useTranslation } from 'react-i18next';
import type { PortfolioAccount } from '../../../db/health/portfolio-query.ts';
import { useFormat } from '../../lib/format.ts';
import styles from './portfolio.module.css';

const parts = [
  { key: 'green', sign: '●', has: (each: PortfolioAccount) => each.band === 'green' },
  { key: 'yellow', sign: '▲', has: (each: PortfolioAccount) => each.band === 'yellow' },
  { key: 'red', sign: '■', has: (each: PortfolioAccount) => each.band === 'red' },
  {
    key: 'grey',
    sign: '○',
    has: (each: PortfolioAccount) => each.band === null && each.ungraded !== 'new',
  },
  { key: 'new', sign: '○', has: (each: PortfolioAccount) => each.band === null && each.ungraded === 'new' },
] as const;

/** ARR by colour; what is too little known and what is new stand apart and have no colour. */
export function BandHead({
  accounts,
  currency,
}: {
  accounts: readonly PortfolioAccount[];
  currency: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const arr = (list: readonly PortfolioAccount[]) =>
    list.reduce((sum, { arrMinor }) => sum + (arrMinor ?? 0), 0);
  const whole = arr(accounts);
  const sums = parts.map((part) => {
    const own = accounts.filter(part.has);
    return {
      ...part,
      own,
      arr: arr(own),
      share: whole === 0 ? own.length / accounts.length : arr(own) / whole,
    };
  });
  const covered = accounts.reduce((sum, { arrMinor, coverage }) => sum + (arrMinor ?? 0) * coverage, 0);
  const oldest = accounts.reduce((most, { oldestDays }) => Math.max(most, oldestDays ?? 0), 0);
  const label = (key: (typeof parts)[number]['key']) =>
    key === 'grey'
      ? t('health.ungraded.low-coverage')
      : key === 'new'
        ? t('health.newAccounts')
        : t(`health.band.${key}`);
  return (
    <section className={styles.bands} aria-label={t('health.title')}>
      <div className={styles.figures}>
        {sums.map(({ key, sign, own, arr: minor, share }) => (
          <div key={key} className={styles.figure}>
            <span className={styles.label}>
              <span className={styles[key]} aria-hidden="true">
                {sign}
              </span>{' '}
              {label(key)}
            </span>
            <strong title={format.exactMoney({ minor, currency })}>
              {format.money({ minor, currency })}
            </strong>
            <span className={styles.muted}>
              {t('health.accountsShare', { count: own.length, share: format.percent(share) })}
            </span>
          </div>
        ))}
        <div className={styles.figure}>
          <span className={styles.label}>{t('health.covered')}</span>
          <strong>{format.percent(whole === 0 ? 0 : covered / whole)}</strong>
          <span className={styles.muted}>{t('health.oldestInput', { days: format.days(oldest) })}</span>
        </div>
      </div>
      <div className={styles.bar} aria-hidden="true">
        {sums.map(({ key, share }) => (
          <i key={key} className={styles[`${key}Bar`]} style={{ flexGrow: share }} />
        ))}
      </div>
    </section>
  );
}
