import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'accent' | 'plain';
/** The shape that says the state to those who do not see the colour. */
export type Shape = 'healthy' | 'watch' | 'risk' | 'ungraded';

const signs: Readonly<Record<Shape, string>> = { healthy: '●', watch: '▲', risk: '■', ungraded: '○' };

/** A state in a word, with a shape where states are compared at a glance. Its colour never says anything alone. */
export function Chip({
  tone = 'plain',
  shape,
  title,
  children,
}: {
  tone?: Tone;
  shape?: Shape | undefined;
  /** Why it is so, shown on hover. */
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`} title={title}>
      {shape && <span aria-hidden="true">{signs[shape]}</span>}
      {children}
    </span>
  );
}
