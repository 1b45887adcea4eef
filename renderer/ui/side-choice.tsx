import type { ReactNode } from 'react';
import styles from './side-choice.module.css';

/** What there is to choose from in a column at the side, the chosen one beside it. */
export function SideChoice({
  label,
  choices,
  chosen,
  onChoose,
  children,
}: {
  label: string;
  choices: readonly { readonly id: number; readonly name: string; readonly aside: string }[];
  chosen: number;
  onChoose: (id: number) => void;
  children: ReactNode;
}) {
  return (
    <div className={styles.split}>
      <nav className={styles.choices} aria-label={label}>
        {choices.map(({ id, name, aside }) => (
          <button
            key={id}
            type="button"
            className={styles.choice}
            aria-current={id === chosen ? 'true' : undefined}
            onClick={() => onChoose(id)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.aside}>{aside}</span>
          </button>
        ))}
      </nav>
      {children}
    </div>
  );
}
