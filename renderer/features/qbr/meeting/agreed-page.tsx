import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import styles from './meeting-page.module.css';

/** What was decided and who does what by when, read back before the meeting ends. */
export function AgreedPage({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: outcome } = useQuery(api.qbr.meeting.outcome.queryOptions({ id }));
  if (!outcome) return null;
  const { decisions, commitments, actionItems, next } = outcome;
  const byWhen = (on: string | null) => on && format.longDate(on);
  return (
    <>
      <h1>{t('qbr.meeting.agreed')}</h1>
      <div className={styles.content}>
        <Agreed title={t('qbr.meeting.decisions')} empty={t('qbr.meeting.noDecisions')}>
          {decisions.map(({ id: key, decision, decidedBy }) => (
            <Line key={key} text={decision} beside={[decidedBy]} />
          ))}
        </Agreed>
        <Agreed title={t('qbr.newCommitments')} empty={t('qbr.meeting.noCommitments')}>
          {commitments.map((commitment) => (
            <Line
              key={commitment.id}
              text={commitment.text}
              beside={[t(`qbr.side.${commitment.side}`), commitment.promised_by, byWhen(commitment.due_on)]}
            />
          ))}
        </Agreed>
        <Agreed title={t('qbr.meeting.actionItems')} empty={t('qbr.meeting.noActionItems')}>
          {actionItems.map(({ id: key, title, owner, dueOn }) => (
            <Line key={key} text={title} beside={[owner, byWhen(dueOn)]} />
          ))}
        </Agreed>
        <p className={styles.facts}>
          {next?.meetingOn
            ? t('qbr.meeting.nextIs', {
                kind: t(`qbr.kindLong.${next.kind}`),
                date: format.longDate(next.meetingOn),
              })
            : t('qbr.meeting.noNext')}
        </p>
      </div>
    </>
  );
}

function Agreed({
  title,
  empty,
  children,
}: {
  title: string;
  empty: string;
  children: readonly ReactNode[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? <p className={styles.muted}>{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Line({ text, beside }: { text: string; beside: readonly (string | null)[] }) {
  return (
    <li>
      {text}
      <span className={styles.muted}>
        {beside
          .filter((part) => part !== null && part !== '')
          .map((part) => ` · ${part}`)
          .join('')}
      </span>
    </li>
  );
}
