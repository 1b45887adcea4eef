import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaturityDimension } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ShownAssessment } from './assessment-type.ts';
import styles from './heat-map.module.css';

/** Every answer as a tile, the deeper the higher, so that the holes show at a glance. */
export function HeatMap({ assessment: { model, answers } }: { assessment: ShownAssessment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const top = model.scale.length;
  const tiles = ({ indicators }: MaturityDimension) =>
    indicators.map((indicator) => {
      const answer = answers.find((each) => each.indicator === indicator.key);
      const level = answer?.applicable === false ? null : (answer?.level ?? null);
      const stated =
        answer?.applicable === false
          ? t('assessment.notApplicable')
          : level === null
            ? t('assessment.open')
            : `${level} · ${indicator.levels[level - 1]?.text[language] ?? ''}`;
      return (
        <li
          key={indicator.key}
          className={level === null ? `${styles.tile} ${styles.empty}` : styles.tile}
          style={{ '--depth': level === null ? 0 : (level - 1) / (top - 1) } as CSSProperties}
          title={stated}
        >
          <span className={styles.name}>{indicator.name[language]}</span>
          <b className="tabular">{level ?? (answer?.applicable === false ? '×' : '–')}</b>
        </li>
      );
    });
  // Dimensions of one question each make one row together: a row of one tile compares with nothing.
  const isFlat = model.dimensions.every(({ indicators }) => indicators.length === 1);
  return (
    <Card title={t('maturity.heatMap')} beside={t('maturity.heatMapKey', { highest: top })}>
      {isFlat ? (
        <ul className={styles.tiles}>{model.dimensions.flatMap(tiles)}</ul>
      ) : (
        <div className={styles.rows}>
          {model.dimensions.map((dimension) => (
            <div key={dimension.key} className={styles.row}>
              <span className={styles.dimension}>{dimension.name[language]}</span>
              <ul className={styles.tiles} aria-label={dimension.name[language]}>
                {tiles(dimension)}
              </ul>
            </div>
          ))}
        </div>
      )}
    </Card>
  );
}
