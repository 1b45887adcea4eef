import type { Reader, Writer } from '../schema.ts';
import { type CriterionScore, criteriaVersion } from './rating.ts';

export type RatingEntry = CriterionScore & { readonly comment: string | null };

/** How a review was rated, criterion by criterion in the order they were scored first. */
export async function qbrRating(db: Reader, qbrId: number): Promise<RatingEntry[]> {
  return db
    .selectFrom('qbr_rating')
    .select(['criterion', 'score', 'comment'])
    .where('qbr_id', '=', qbrId)
    .orderBy('id')
    .execute();
}

/** Scores one criterion, or takes the score back with null. */
export async function rateQbr(
  trx: Writer,
  qbrId: number,
  { criterion, score, comment }: Omit<RatingEntry, 'score'> & { readonly score: number | null },
): Promise<void> {
  if (score === null) {
    await trx
      .deleteFrom('qbr_rating')
      .where('qbr_id', '=', qbrId)
      .where('criterion', '=', criterion)
      .execute();
    return;
  }
  const row = { criteria_version: criteriaVersion, score, comment };
  await trx
    .insertInto('qbr_rating')
    .values({ qbr_id: qbrId, criterion, ...row })
    .onConflict((conflict) => conflict.columns(['qbr_id', 'criterion']).doUpdateSet(row))
    .execute();
}
