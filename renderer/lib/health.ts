import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isBookMeasure, type OwnMeasure } from '../../db/health/measure.ts';
import { exceptionPart } from '../../db/health/trend.ts';
import { labelIn } from '../../db/types/language.ts';
import { useFormat } from './format.ts';

/** What measures are called and how their values are written: the book's own by the catalog, the user's as they named them. */
export function useMeasureLabels(measures: readonly OwnMeasure[]) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCallback(
    (key: string): string => {
      if (isBookMeasure(key)) return t(`health.measure.${key}`);
      if (key === exceptionPart) return t('health.exception.part');
      const own = measures.find((measure) => measure.key === key);
      return own ? labelIn(format.language, own.name, own.nameZh) : key;
    },
    [t, format, measures],
  );
  const figureOf = useCallback(
    (key: string, value: number | null): string => {
      if (value === null) return '–';
      if (key === 'sponsor') return t(value > 0 ? 'app.yes' : 'app.no');
      const unit = isBookMeasure(key)
        ? t(`health.unit.${key}`)
        : (measures.find((measure) => measure.key === key)?.unit ?? '');
      return unit === '' ? format.number(value) : `${format.number(value)} ${unit}`;
    },
    [t, format, measures],
  );
  return { nameOf, figureOf };
}
