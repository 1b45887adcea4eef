import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HandoffField } from '../../../../db/handoff/template.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Handoff } from '../handoff-type.ts';
import { answerText } from './answer-text.ts';
import styles from './earlier-answer.module.css';

/** What an earlier handoff of the account said of the same field, to be taken over where it still holds. */
export function EarlierAnswer({
  field,
  earlier: { answer, handoffId, on },
  onTake,
}: {
  field: HandoffField;
  earlier: Handoff['earlier'][string];
  onTake: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={styles.earlier}>
      <Link to={`/handoffs/${handoffId}`} className={styles.stated}>
        {on ? t('handoff.earlier.said', { date: on }) : t('handoff.earlier.saidOnce')}
      </Link>
      <span className={styles.answer}>{answerText(field, answer, format)}</span>
      <button
        type="button"
        className={styles.take}
        aria-label={t('handoff.earlier.take', { field: field.label[format.language] })}
        onClick={onTake}
      >
        {t('handoff.earlier.stillSo')}
      </button>
    </p>
  );
}
