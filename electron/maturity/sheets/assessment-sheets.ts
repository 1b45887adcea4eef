import type { TFunction } from 'i18next';
import type { Logo } from '../../../db/letterhead/rule.ts';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import type { AssessmentView } from '../../../db/maturity/view-query.ts';
import type { Audience } from '../../../db/types/audience.ts';
import type { Language } from '../../../db/types/language.ts';
import type { YesNoWords } from '../../files/workbook/cell.ts';

/** What every file of an assessment is made from. */
export type AssessmentSheets = {
  /** Cut for its reader already. */
  readonly view: AssessmentView;
  readonly audience: Audience;
  /** Who made it: the assessor, else the book's owner. */
  readonly by: string | null;
  readonly logo: Logo | null;
  readonly t: TFunction;
  readonly language: Language;
  readonly labels: YesNoWords;
};

/** The names the model gives to its keys. */
export function namesOf({ view: { model }, language }: AssessmentSheets) {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const dimension = (key: string) => model.dimensions.find((each) => each.key === key)?.name[language] ?? key;
  return {
    dimension,
    dimensions: (keys: readonly string[]) => list.format(keys.map(dimension)),
    indicator: (key: string) =>
      indicatorsOf(model).find(({ indicator }) => indicator.key === key)?.indicator.name[language] ?? key,
    stage: (key: string | null | undefined) =>
      model.stages.find((each) => each.key === key)?.name[language] ?? null,
  };
}
