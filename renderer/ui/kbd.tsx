import styles from './kbd.module.css';

/** A key, shown where pressing it does something. */
export function Kbd({ children }: { children: string }) {
  return <kbd className={styles.key}>{children}</kbd>;
}
