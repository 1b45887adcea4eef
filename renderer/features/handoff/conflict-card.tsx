import { useTranslation } from 'react-i18next';
import { sourceConflict } from '../../../db/handoff/source.ts';
import { fieldsOf } from '../../../db/handoff/template.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import styles from './conflict-card.module.css';
import type { Handoff } from './handoff-type.ts';

/** The fields whose sources disagree and nobody has said which to believe; nothing while there are none. */
export function ConflictCard({ handoff, onGoTo }: { handoff: Handoff; onGoTo: (field: string) => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const open = fieldsOf(handoff.template).filter(({ key }) => {
    const { answer = '', sourceReason = null } = handoff.answers[key] ?? {};
    const conflict = sourceConflict({ answer, sourceReason }, handoff.statements[key] ?? []);
    return conflict !== null && !conflict.isSettled;
  });
  if (open.length === 0) return null;
  return (
    <Card title={t('handoff.conflict.title')} beside={t('handoff.conflict.open', { count: open.length })}>
      <ul className={styles.fields}>
        {open.map(({ key, label }) => (
          <li key={key}>
            <button type="button" className={styles.field} onClick={() => onGoTo(key)}>
              {label[language]}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
