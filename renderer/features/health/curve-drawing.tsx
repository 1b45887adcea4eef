import type { Curve } from '../../../db/health/curve.ts';
import type { HealthModel } from '../../../db/health/model.ts';
import styles from './model-page.module.css';

const width = 220;
const height = 84;

/** A curve from value to score, with the cuts of the bands behind it. The figures stand in the fields beside it. */
export function CurveDrawing({ curve, bands }: { curve: Curve; bands: HealthModel['bands'] }) {
  const values = curve.map(([value]) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = most - least || 1;
  const x = (value: number) => 14 + ((value - least) / span) * (width - 28);
  const y = (score: number) => height - 8 - (score / 100) * (height - 16);
  /** Cuts that are typed the wrong way round have no zone between them. */
  const zone = (from: number, to: number) => Math.max(0, y(from) - y(to));
  const line = curve.map(([value, score]) => `${x(value)},${y(score)}`).join(' ');
  const [first, last] = [curve[0], curve.at(-1)];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.curve} aria-hidden="true">
      <rect x="0" y={y(100)} width={width} height={zone(bands.green, 100)} className={styles.greenZone} />
      <rect
        x="0"
        y={y(bands.green)}
        width={width}
        height={zone(bands.yellow, bands.green)}
        className={styles.yellowZone}
      />
      <rect
        x="0"
        y={y(bands.yellow)}
        width={width}
        height={zone(0, bands.yellow)}
        className={styles.redZone}
      />
      {first && last && (
        <polyline
          points={`0,${y(first[1])} ${line} ${width},${y(last[1])}`}
          fill="none"
          className={styles.curveLine}
        />
      )}
      {curve.map(([value, score]) => (
        <circle key={`${value} ${score}`} cx={x(value)} cy={y(score)} r="3" className={styles.curvePoint} />
      ))}
    </svg>
  );
}
