import { useTranslation } from 'react-i18next';
import styles from './commitment-panel.module.css';
import { PromiseStatusMenu } from './commitment-status.tsx';
import type { PromiseEntry } from './commitment-type.ts';

/** One promise; its status is a menu, the rest is changed in the dialog. */
export function PromiseRow({
  promise,
  late,
  onEdit,
}: {
  promise: PromiseEntry;
  /** Days since it was due, while it is open. */
  late: number;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { text, side, due_on: dueOn, promised_by: by, promised_to: to } = promise;
  const people = [by, to].filter((person) => person !== null).join(' → ');
  return (
    <li className={styles.promise}>
      <button type="button" className={styles.text} onClick={onEdit}>
        {text}
      </button>
      <div className={styles.facts}>
        <span>{people || t(`promise.side.${side}`)}</span>
        {dueOn && <time dateTime={dueOn}>{dueOn}</time>}
        <span className={styles.status}>
          <PromiseStatusMenu promise={promise} late={late} />
        </span>
      </div>
    </li>
  );
}
