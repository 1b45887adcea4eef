import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What stands where nothing is yet: what belongs here, why it pays, and the first step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  /** The method in two lines. */
  children: ReactNode;
  /** The button that takes the first step. */
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.teach}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
