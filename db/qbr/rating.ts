/** Which list of criteria `ratingCriteria` is; a rating keeps the one it was given by. */
export const criteriaVersion = 1;

/**
 * What makes a review worth the customer's hour. A criterion that changes its meaning gets a new key and the list a new
 * version, so that earlier ratings stay what they were.
 */
export const ratingCriteria = [
  'outcomes',
  'evidence',
  'honesty',
  'dialogue',
  'people',
  'next-steps',
] as const;
export type RatingCriterion = (typeof ratingCriteria)[number];

export type CriterionScore = { readonly criterion: RatingCriterion; readonly score: number };

export type Rating = {
  /** The mean of the criteria that were scored, 1 to 5; null while none is. */
  readonly mean: number | null;
  readonly scored: number;
  readonly missing: readonly RatingCriterion[];
};

/** A review's rating by the criteria of today; what was not scored lowers nothing and is named. */
export function rate(scores: readonly CriterionScore[]): Rating {
  const known = new Map(scores.map(({ criterion, score }) => [criterion, score]));
  const counted = ratingCriteria.flatMap((criterion) => known.get(criterion) ?? []);
  return {
    mean: counted.length === 0 ? null : counted.reduce((sum, score) => sum + score, 0) / counted.length,
    scored: counted.length,
    missing: ratingCriteria.filter((criterion) => !known.has(criterion)),
  };
}
