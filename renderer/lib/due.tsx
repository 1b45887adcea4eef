import { useTranslation } from 'react-i18next';
import { daysBetween, type IsoDate } from '../../db/types/calendar.ts';
import styles from './due.module.css';
import { useFormat } from './format.ts';

/** When something is due, as near as it matters: late by days, today, tomorrow, else the date. */
export function Due({ on, today }: { on: IsoDate; today: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = daysBetween(today, on);
  if (days < 0)
    return (
      <span className={styles.late} title={on}>
        {t('task.late', { days: format.days(-days) })}
      </span>
    );
  if (days <= 1)
    return (
      <span className={days === 0 ? styles.today : undefined} title={on}>
        {t(days === 0 ? 'task.today' : 'task.tomorrow')}
      </span>
    );
  return <span className="tabular">{on}</span>;
}
