import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InsideShown } from '../../../db/qbr/content.ts';
import { Card } from '../../ui/card.tsx';
import { LineCard } from './line-card.tsx';
import styles from './qbr.module.css';

/** What the customer could buy next, by its own needs, and whom to ask for a reference. For the house alone. */
export function IdeaCards({ inside }: { inside: InsideShown }) {
  const { t } = useTranslation();
  const { expansion, advocacy } = inside;
  return (
    <>
      {expansion.length === 0 ? (
        <Card title={t('qbr.idea.expansion')}>
          <p className={styles.muted}>{t('qbr.idea.noExpansion')}</p>
          <Link to="/value">{t('qbr.idea.toMatrix')}</Link>
        </Card>
      ) : (
        <LineCard
          title={t('qbr.idea.expansion')}
          headings={[t('qbr.idea.valuePoint'), t('qbr.idea.note')]}
          rows={expansion.map(({ valuePoint, note }, id) => ({
            id,
            name: valuePoint,
            cells: [valuePoint, note],
          }))}
          empty=""
        />
      )}
      {advocacy.length === 0 ? (
        <Card title={t('qbr.idea.advocacy')}>
          <p className={styles.muted}>{t('qbr.idea.noAdvocacy')}</p>
        </Card>
      ) : (
        <LineCard
          title={t('qbr.idea.advocacy')}
          headings={[t('qbr.idea.outcome'), t('qbr.idea.by'), t('qbr.idea.quote')]}
          rows={advocacy.map(({ outcome, signedBy, quote }, id) => ({
            id,
            name: outcome,
            cells: [outcome, signedBy, quote],
          }))}
          empty=""
        />
      )}
    </>
  );
}

/** What was done for the customer in the period, and what is late. For the house alone. */
export function DoneCard({ tasks }: { tasks: InsideShown['tasks'] }) {
  const { t } = useTranslation();
  if (tasks.length === 0)
    return (
      <Card title={t('qbr.tasksDone.title')}>
        <p className={styles.muted}>{t('qbr.tasksDone.none')}</p>
      </Card>
    );
  return (
    <LineCard
      title={t('qbr.tasksDone.title')}
      headings={[
        t('qbr.tasksDone.task'),
        t('qbr.tasksDone.owner'),
        t('qbr.tasksDone.due'),
        t('qbr.tasksDone.done'),
      ]}
      rows={tasks.map(({ title, owner, dueOn, doneOn }, id) => ({
        id,
        name: title,
        cells: [title, owner, dueOn, doneOn ?? t('qbr.tasksDone.late')],
      }))}
      empty=""
    />
  );
}
