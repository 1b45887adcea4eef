import { isBookMeasure, type OwnMeasure } from '../../db/health/measure.ts';
import { exceptionPart } from '../../db/health/trend.ts';
import { type Language, labelIn } from '../../db/types/language.ts';
import { messagesIn } from '../messages.ts';

/** What measures are called in a language: the book's own by the catalog, the user's as they named them. */
export function measureNames(measures: readonly OwnMeasure[], language: Language): (key: string) => string {
  const t = messagesIn(language);
  const own = new Map(measures.map(({ key, name, nameZh }) => [key, labelIn(language, name, nameZh)]));
  return (key) => {
    if (isBookMeasure(key)) return t(`health.measure.${key}`);
    return key === exceptionPart ? t('health.exception.part') : (own.get(key) ?? key);
  };
}
