import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QbrContent } from '../../../../db/qbr/content.ts';
import { Card } from '../../../ui/card.tsx';
import styles from './agenda-timer.module.css';
import { clockText, elapsed, type MeetingClock, spentOn } from './meeting-clock.ts';

const minute = 60_000;

/** How long the meeting runs, and of each section what was planned and what it took; over time in a word, not by colour alone. */
export function AgendaTimer({
  content,
  clock,
  onTurn,
}: {
  content: QbrContent;
  clock: MeetingClock;
  onTurn: (page: number) => void;
}) {
  const { t } = useTranslation();
  const now = useNow(clock.startedAt !== null);
  const planned = new Map(content.agenda.map(({ section, minutes }) => [section, minutes]));
  const left = content.review.minutes * minute - elapsed(clock, now);
  return (
    <Card title={t('qbr.meeting.time')}>
      <p className={`${styles.clock} tabular`} role="timer">
        {clockText(elapsed(clock, now))}
        <span className={styles.muted}> / {t('qbr.minutesShort', { minutes: content.review.minutes })}</span>
      </p>
      {clock.startedAt === null ? (
        <p className={styles.muted}>{t('qbr.meeting.notBegun')}</p>
      ) : (
        <p className={left < 0 ? styles.over : styles.muted}>
          {left < 0
            ? t('qbr.meeting.over', { time: clockText(-left) })
            : t('qbr.meeting.left', { time: clockText(left) })}
        </p>
      )}
      <ol className={styles.lines}>
        {content.sections.map(({ section }, index) => {
          const spent = spentOn(clock, index + 1, now);
          const minutes = planned.get(section);
          const isOver = minutes !== undefined && spent > minutes * minute;
          return (
            <li key={section}>
              <button
                type="button"
                className={styles.line}
                aria-current={clock.page === index + 1 ? 'step' : undefined}
                onClick={() => onTurn(index + 1)}
              >
                <span>{t(`qbr.section.${section}`)}</span>
                <span className={`${isOver ? styles.over : styles.muted} tabular`}>
                  {clockText(spent)}
                  {minutes !== undefined && ` / ${t('qbr.minutesShort', { minutes })}`}
                  {isOver && ` · ${t('qbr.meeting.isOver')}`}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** The moment, each second while it is wanted. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
