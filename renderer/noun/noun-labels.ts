import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Noun } from '../../db/kernel/define.ts';

export type NounLabels = ReturnType<typeof useNounLabels>;

/**
 * What a noun, its fields and their choices are called. The keys follow from the definition, which the compiler cannot follow
 * into the catalogs; build/check-words.ts asks for every one of them.
 */
export function useNounLabels({ name }: Pick<Noun, 'name'>) {
  const { t } = useTranslation();
  return useMemo(() => {
    const of = (key: string, options: Readonly<Record<string, string | number>> = {}): string =>
      String(t(`${name}.${key}` as 'app.name', options));
    return {
      of,
      field: (key: string) => of(`field.${key}`),
      choice: (key: string, value: string) => of(`choice.${key}.${value}`),
      /** What helps to fill a field in; null where its name says enough. */
      hint: (key: string) => (i18next.exists(`${name}.hint.${key}`) ? of(`hint.${key}`) : null),
    };
  }, [name, t]);
}
