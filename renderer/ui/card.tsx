import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

/** A framed part of a screen. With a title it is a region that assistive technology can list. */
export function Card({
  title,
  beside,
  action,
  children,
}: {
  title?: string;
  /** A remark on the title's line: a period, a count. */
  beside?: ReactNode;
  /** What can be done with the whole card, at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  if (title === undefined) return <div className={styles.card}>{children}</div>;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {beside && <span className={styles.beside}>{beside}</span>}
        {action && <span className={styles.action}>{action}</span>}
      </div>
      {children}
    </section>
  );
}
