import { useMemo } from 'react';
import { indicatorsOf, type MaturityModel } from '../../../db/maturity/model.ts';
import { useFormat } from '../../lib/format.ts';

/** The names a model gives to its keys, in the language on screen. A list of dimensions is joined as the language does. */
export function useModelWords(model: MaturityModel) {
  const { language } = useFormat();
  return useMemo(() => {
    const dimensionName = new Map(model.dimensions.map(({ key, name }) => [key, name[language]]));
    const indicatorName = new Map(
      indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator.name[language]]),
    );
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const nameOf = (key: string) => dimensionName.get(key) ?? key;
    return {
      dimension: nameOf,
      dimensions: (keys: readonly string[]) => list.format(keys.map(nameOf)),
      indicator: (key: string) => indicatorName.get(key) ?? key,
    };
  }, [model, language]);
}
