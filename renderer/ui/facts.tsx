import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Names and values in two columns; a value nobody knows is a dash. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: string; children?: ReactNode }) {
  const known = children !== undefined && children !== null && children !== '';
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{known ? children : <span className={styles.unknown}>–</span>}</dd>
    </>
  );
}
