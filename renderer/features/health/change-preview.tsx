import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthModel } from '../../../db/health/model.ts';
import { modelChange, type ScorableAccount } from '../../../db/health/model-change.ts';
import type { ModelInForce } from '../../../db/health/model-query.ts';
import { lightTouch } from '../../../db/health/templates.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { Card } from '../../ui/card.tsx';
import { HealthChip } from '../../ui/health-chip.tsx';
import styles from './model-page.module.css';

const mostShown = 40;

/** Who would change colour, worked out anew with every figure typed. */
export function ChangePreview({
  accounts,
  today,
  models,
  draft,
  nameOf,
}: {
  accounts: readonly ScorableAccount[];
  today: IsoDate;
  models: readonly ModelInForce[];
  draft: { readonly id: number | null; readonly model: HealthModel; readonly segmentIds: readonly number[] };
  nameOf: (key: string) => string;
}) {
  const { t } = useTranslation();
  const seen = useDeferredValue(draft);
  const { scored, changes, hits, hitsEverybody } = useMemo(() => {
    const now = new Map(models.map(({ id, model }) => [id, model]));
    return modelChange(accounts, ({ modelId }) => now.get(modelId) ?? lightTouch.model, seen, today);
  }, [accounts, models, seen, today]);
  const figure = (score: number | null) => (score === null ? '–' : Math.round(score));
  return (
    <Card
      title={t('health.preview.title', { count: changes.length })}
      beside={t('health.preview.scored', { count: scored })}
    >
      {hitsEverybody !== null && (
        <p className={styles.warning} role="alert">
          ▲{' '}
          {t('health.preview.hitsEverybody', {
            measure: nameOf(draft.model.exceptions[hitsEverybody]?.measure ?? ''),
          })}
        </p>
      )}
      {hits.some((count) => count > 0) && (
        <p className={styles.muted}>
          {hits
            .map((count, at) =>
              t('health.preview.hits', { measure: nameOf(draft.model.exceptions[at]?.measure ?? ''), count }),
            )
            .join(' · ')}
        </p>
      )}
      {changes.length === 0 && <p className={styles.muted}>{t('health.preview.nobody')}</p>}
      <ul className={styles.changes}>
        {changes.slice(0, mostShown).map(({ id, name, from, to, before, after }) => (
          <li key={id}>
            <span>{name}</span>
            <HealthChip band={from} ungraded={null} /> → <HealthChip band={to} ungraded={null} />
            <span className={styles.muted}>
              {figure(before)} → {figure(after)}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > mostShown && (
        <p className={styles.muted}>{t('health.preview.more', { count: changes.length - mostShown })}</p>
      )}
    </Card>
  );
}
