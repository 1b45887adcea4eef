import type { TFunction } from 'i18next';
import { isBilingual, type Part, partAt } from '../../../db/maturity/model-document.ts';
import { placeOf } from '../../../db/maturity/model-place.ts';
import type { Language } from '../../../db/types/language.ts';

/** A place in a model in words: “Dimension 2 › Question 1 › Level 3 › In one line › 中文”. */
export function placeWords(path: string, t: TFunction): string {
  return placeOf(path)
    .map((step) =>
      'language' in step
        ? t(`maturityModel.column.${step.language}`)
        : `${t(`maturityModel.part.${step.part}`)}${step.number === null ? '' : ` ${step.number}`}`,
    )
    .join(' › ');
}

/** What a part of a model is called by its own name, or null while it has none. */
export function nameAt(document: Part, path: string, language: Language): string | null {
  const name = partAt(document, path === '' ? 'name' : `${path}.name`);
  return (isBilingual(name) && name[language].trim()) || null;
}

const groups = ['dimensions', 'scale', 'scoring', 'stages', 'ladders', 'flows'] as const;

/** What a section of the outline is called. */
export function sectionTitle(document: Part, path: string, t: TFunction, language: Language): string {
  if (path === '') return t('maturityModel.whole');
  const group = groups.find((each) => each === path);
  if (group) return t(`maturityModel.group.${group}`);
  return nameAt(document, path, language) ?? placeWords(path, t).split(' › ').at(-1) ?? '';
}
