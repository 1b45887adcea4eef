import { useTranslation } from 'react-i18next';
import styles from './commitment-panel.module.css';
import { CommitmentStatusMenu } from './commitment-status.tsx';
import type { CommitmentEntry } from './commitment-type.ts';

/** One commitment; its status is a menu, the rest is changed in the dialog. */
export function CommitmentRow({
  commitment,
  late,
  onEdit,
}: {
  commitment: CommitmentEntry;
  /** Days since it was due, while it is open. */
  late: number;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { text, side, due_on: dueOn, promised_by: by, promised_to: to } = commitment;
  const people = [by, to].filter((person) => person !== null).join(' → ');
  return (
    <li className={styles.commitment}>
      <button type="button" className={styles.text} onClick={onEdit}>
        {text}
      </button>
      <div className={styles.facts}>
        <span>{people || t(`commitment.choice.side.${side}`)}</span>
        {dueOn && <time dateTime={dueOn}>{dueOn}</time>}
        <span className={styles.status}>
          <CommitmentStatusMenu commitment={commitment} late={late} />
        </span>
      </div>
    </li>
  );
}
