import type { Tone } from './chip.tsx';
import styles from './meter.module.css';

/** A bar from 0 to 1 beside the figure it draws. The figure says it; the bar is for the eye only. */
export function Meter({
  ratio,
  tone = 'accent',
  wide = false,
}: {
  ratio: number;
  tone?: Tone;
  wide?: boolean;
}) {
  const share = Math.min(Math.max(ratio, 0), 1);
  return (
    <span className={`${styles.meter} ${styles[tone]} ${wide ? styles.wide : ''}`} aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </span>
  );
}
