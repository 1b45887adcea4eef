import { type ReactNode, useContext } from 'react';
import { PageGuide } from './page-guide.ts';
import styles from './page-head.module.css';

/** The first line of a screen: what it is, how many, and what can be done here. */
export function PageHead({
  title,
  count,
  beside,
  children,
}: {
  title: ReactNode;
  /** How many records the screen lists, already formatted. */
  count?: string | undefined;
  /** Chips and remarks that qualify the title. */
  beside?: ReactNode;
  /** The actions, the most likely one last and primary. */
  children?: ReactNode;
}) {
  const guide = useContext(PageGuide);
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {beside}
        {guide?.toggle}
        <div className={styles.actions}>{children}</div>
      </header>
      {guide?.text}
    </>
  );
}
