import type { ReactNode } from 'react';
import styles from './strip-cell.module.css';

/** A label over a figure, side by side with others of its kind; a dash where nothing is known. Stands in a `dl`. */
export function StripCell({
  label,
  aside,
  isWarning = false,
  children,
}: {
  label: string;
  /** What qualifies the figure, in smaller type. */
  aside?: ReactNode;
  isWarning?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.cell}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {children ?? '–'}
        {aside && (
          <span className={isWarning ? styles.warning : styles.aside}>
            {isWarning && <span aria-hidden>▲ </span>}
            {aside}
          </span>
        )}
      </dd>
    </div>
  );
}
