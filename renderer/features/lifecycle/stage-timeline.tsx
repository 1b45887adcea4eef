import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LifecycleStage } from '../../../db/lifecycle/rule.ts';
import { daysBetween, type IsoDate } from '../../../db/types/calendar.ts';
import type { StagedAccount } from './stage-board.tsx';
import styles from './stage-timeline.module.css';

type Span = { readonly stage: LifecycleStage; readonly from: IsoDate; readonly to: IsoDate | null };

/** A line per account from a year ago to half a year ahead: its stages, today, notice deadline and end. */
export function StageTimeline({
  accounts,
  today,
  from,
  to,
}: {
  accounts: readonly (StagedAccount & { readonly spans: readonly Span[] })[];
  today: IsoDate;
  from: IsoDate;
  to: IsoDate;
}) {
  const { t } = useTranslation();
  const all = daysBetween(from, to);
  const place = (date: IsoDate) => `${(Math.min(Math.max(daysBetween(from, date), 0), all) / all) * 100}%`;
  const width = (start: IsoDate, end: IsoDate) =>
    `calc(${place(end < start ? start : end)} - ${place(start < from ? from : start)})`;
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('task.account')}</th>
            <th scope="col">
              <span className={styles.scale}>
                <span>{from}</span>
                <span className={styles.now} style={{ left: place(today) }}>
                  {t('task.today')}
                </span>
                <span>{to}</span>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, spans, endOn, noticeOn }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/accounts/${id}`}>{name}</Link>
              </th>
              <td>
                <div className={styles.line}>
                  {spans.map((span) => (
                    <span
                      key={span.from}
                      className={`${styles.span} ${styles[span.stage]}`}
                      style={{ left: place(span.from), width: width(span.from, span.to ?? today) }}
                      title={`${t(`lifecycle.stage.${span.stage}`)} ${span.from} – ${span.to ?? ''}`}
                    >
                      {t(`lifecycle.stage.${span.stage}`)}
                    </span>
                  ))}
                  {noticeOn && noticeOn >= today && noticeOn <= to && (
                    <span
                      className={styles.notice}
                      style={{ left: place(noticeOn) }}
                      title={t('lifecycle.noticeBy', { on: noticeOn })}
                    />
                  )}
                  {endOn && endOn <= to && (
                    <span
                      className={styles.end}
                      style={{ left: place(endOn) }}
                      title={t('lifecycle.ends', { date: endOn })}
                    />
                  )}
                  <span className={styles.today} style={{ left: place(today) }} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
