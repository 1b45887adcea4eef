import type { TFunction } from 'i18next';
import type { QbrContent } from '../../../db/qbr/content.ts';

/** Which review this is: the quarter or the period it is about, and its kind. */
export function qbrTitle({ account, review }: QbrContent, t: TFunction): string {
  const { quarter, period, kind } = review;
  const when = quarter
    ? t('qbr.quarter', { quarter: quarter.quarter, year: quarter.year })
    : t('qbr.period', period);
  return t('qbr.title', { account: account.name, when, kind: t(`qbr.kind.${kind}`) });
}
