import { useTranslation } from 'react-i18next';
import type { MaturityMeasure, MeasureFigures, MeasureUnit } from '../../../db/maturity/measure.ts';
import { useFormat } from '../../lib/format.ts';

/** A measure in words: its formula from its inputs' names, its value and what was typed with their units. */
export function useMeasureWords() {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  const unit = (of: MeasureUnit) =>
    of === 'percent' ? '%' : of === 'months' ? t('maturity.figures.months') : undefined;
  const withUnit = (of: MeasureUnit, value: number) => {
    if (of === 'percent') return `${number(value)}%`;
    return of === 'months' ? t('maturity.figures.inMonths', { value: number(value) }) : number(value);
  };
  return {
    unit,
    value: (measure: MaturityMeasure, value: number) => withUnit(measure.unit, value),
    formula: ({ inputs, over, under }: MaturityMeasure) => {
      const named = (keys: readonly string[]) =>
        keys.map((key) => inputs.find((input) => input.key === key)?.name[language] ?? key).join(' × ');
      if (under.length === 0) return named(over);
      return `${named(over)} ÷ ${under.length > 1 ? `(${named(under)})` : named(under)}`;
    },
    figures: ({ inputs }: MaturityMeasure, figures: MeasureFigures) =>
      inputs
        .flatMap(({ key, name, unit: of }) => {
          const figure = figures[key];
          return figure === undefined ? [] : [`${name[language]} ${withUnit(of, figure)}`];
        })
        .join(' · '),
  };
}
