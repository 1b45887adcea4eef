import { isBilingual, isList, isRecord, type Part, partAt } from '../../../db/maturity/model-document.ts';
import type { Bilingual } from '../../../db/types/language.ts';

export type KeyedName = { readonly key: string; readonly name: Bilingual };

/** The entries of a list that have a key and a name: what another part may refer to. */
export function keyedNames(document: Part, path: string): readonly KeyedName[] {
  const list = partAt(document, path);
  if (!isList(list)) return [];
  return list.flatMap((entry) =>
    isRecord(entry) && typeof entry.key === 'string' && isBilingual(entry.name)
      ? [{ key: entry.key, name: entry.name }]
      : [],
  );
}

/** Every question of a model by key and name. */
export function indicatorsIn(document: Part): readonly KeyedName[] {
  const dimensions = partAt(document, 'dimensions');
  return isList(dimensions)
    ? dimensions.flatMap((_, at) => keyedNames(document, `dimensions.${at}.indicators`))
    : [];
}
