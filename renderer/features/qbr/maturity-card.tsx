import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QbrContent } from '../../../db/qbr/content.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import type { RadarSpec } from '../../ui/chart-spec.ts';
import styles from './qbr.module.css';

/** The customer's maturity then and now; `height` in pixels. */
export function MaturityCard({ maturity, height }: { maturity: QbrContent['maturity']; height: number }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { now, before } = maturity;
  const spec = useMemo((): RadarSpec | null => {
    if (!now) return null;
    const earlier = new Map(before?.dimensions.map(({ name, score }) => [name.en, score]));
    return {
      kind: 'radar',
      axes: now.dimensions.map(({ name }) => name[language]),
      max: now.highest,
      series: [
        ...(before?.dimensions.length
          ? [
              {
                label: before.assessedOn,
                values: now.dimensions.map(({ name }) => earlier.get(name.en) ?? null),
                emphasis: 'before' as const,
              },
            ]
          : []),
        { label: now.assessedOn, values: now.dimensions.map(({ score }) => score), emphasis: 'now' },
      ],
    };
  }, [now, before, language]);
  const stages = [before?.stage?.[language], now?.stage?.[language]].filter((stage) => stage !== undefined);
  return (
    <Card title={t('qbr.maturity')} beside={stages.join(' → ')}>
      {spec ? (
        <>
          <Chart label={t('qbr.section.maturity')} spec={spec} height={height} />
          {!before && <p className={styles.source}>{t('qbr.noMaturityBefore')}</p>}
        </>
      ) : (
        <p className={styles.muted}>{t('qbr.noMaturity')}</p>
      )}
    </Card>
  );
}
