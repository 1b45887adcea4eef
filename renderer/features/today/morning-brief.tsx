import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type TodayEntry, urgencies } from '../../../db/today/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { entryTitle } from './entry-action.ts';
import styles from './morning-brief.module.css';
import { useReason } from './use-reason.ts';

/** As many lines as one A4 page holds with its headings. */
const linesOfPage = 38;

/** Today on one sheet of paper with boxes to tick; only print shows it. What does not fit is counted. */
export function MorningBrief({ entries, today }: { entries: readonly TodayEntry[]; today: IsoDate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonOf = useReason();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const printed = entries.slice(0, linesOfPage);
  const byUrgency = Map.groupBy(printed, ({ urgency }) => urgency);
  return (
    <article className={styles.brief} aria-hidden>
      <header className={styles.head}>
        <h1>{t('today.brief', { date: format.longDate(today) })}</h1>
        <span>{status?.settings.name}</span>
      </header>
      {urgencies.map((urgency) => {
        const rows = byUrgency.get(urgency);
        return (
          rows && (
            <section key={urgency}>
              <h2 className={styles.urgency}>{t(`today.urgency.${urgency}`)}</h2>
              <ul>
                {rows.map((entry) => (
                  <li key={`${entry.kind}-${entry.id}-${entry.reason}`} className={styles.line}>
                    <span className={styles.box} />
                    <span className={styles.account}>{entry.accountName}</span>
                    <span className={styles.what}>
                      <span className={styles.title}>{entryTitle(entry, format.language)}</span>
                      <span className={styles.reason}>{reasonOf(entry)}</span>
                    </span>
                    <span className="tabular">{entry.on}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      {entries.length > printed.length && (
        <p className={styles.more}>{t('today.moreInApp', { count: entries.length - printed.length })}</p>
      )}
    </article>
  );
}
