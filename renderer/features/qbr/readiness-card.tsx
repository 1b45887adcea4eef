import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gap } from '../../../db/qbr/gap.ts';
import type { QbrSection } from '../../../db/qbr/kind.ts';
import { Card } from '../../ui/card.tsx';
import { LeftOut } from './left-out.tsx';
import styles from './qbr.module.css';

const shownAtFirst = 7;

/** What is missing or stale, each with the button that fixes it. */
export function ReadinessCard({
  gaps,
  leftOut,
  onFix,
}: {
  gaps: readonly Gap[];
  leftOut: readonly QbrSection[];
  onFix: (gap: Gap) => void;
}) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? gaps : gaps.slice(0, shownAtFirst);
  return (
    <Card title={t('qbr.toBeReady')}>
      {gaps.length === 0 && <p className={styles.muted}>{t('qbr.isReady')}</p>}
      {shown.map((gap) => (
        <div key={`${gap.key}-${gap.subject?.id ?? ''}`} className={styles.gap}>
          <span>
            {t(`qbr.gap.${gap.key}`, { name: gap.subject?.name ?? '', count: Math.abs(gap.count) })}
          </span>
          <Button size="small" onClick={() => onFix(gap)}>
            {t(`qbr.fix.${gap.fix}`)}
          </Button>
        </div>
      ))}
      {gaps.length > shown.length && (
        <Button type="link" size="small" onClick={() => setIsOpen(true)}>
          {t('qbr.moreGaps', { count: gaps.length - shown.length })}
        </Button>
      )}
      <LeftOut sections={leftOut} />
    </Card>
  );
}
