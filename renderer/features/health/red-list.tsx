import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PortfolioAccount } from '../../../db/health/portfolio-query.ts';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './portfolio.module.css';

/** The accounts in red, those longest in it first. */
export function RedList({
  accounts,
  today,
  currency,
}: {
  accounts: readonly PortfolioAccount[];
  today: IsoDate;
  currency: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const red = accounts
    .filter(({ band }) => band === 'red')
    .toSorted((a, b) => (a.bandSince < b.bandSince ? -1 : 1));
  if (red.length === 0) return null;
  return (
    <Card title={t('health.inRed')} beside={format.number(red.length)}>
      <ul className={styles.movers}>
        {red.slice(0, 10).map(({ id, name, bandSince, arrMinor }) => (
          <li key={id}>
            <Link to={`/accounts/${id}`}>{name}</Link>
            <span className={styles.path}>
              {t('health.redSince', { days: format.days(daysBetween(bandSince, today)) })}
            </span>
            <span>{arrMinor === null ? '–' : format.money({ minor: arrMinor, currency })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
