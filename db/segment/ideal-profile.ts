/** BANT: what makes a customer want the outcome enough to work for it. */
export const motivationCriteria = ['budget', 'authority', 'need', 'timeline'] as const;
export type MotivationCriterion = (typeof motivationCriteria)[number];

/** 0 none to 3 certain. */
export const highestCriterionScore = 3;
/** What the four criteria come to at most. */
export const highestMotivation = motivationCriteria.length * highestCriterionScore;
/** From here on an account counts as motivated (domain.md 1). */
export const enoughMotivation = 7;

/** The stages of the customer maturity model, lowest first: how able an account is to reach its outcome. */
export const abilityStages = ['immature', 'low', 'medium', 'high'] as const;
export type AbilityStage = (typeof abilityStages)[number];

/** From here on an account counts as able (domain.md 1). */
export const enoughAbility: AbilityStage = 'medium';

/** Motivated and able; motivated only; able only; neither. */
export const quadrants = ['ideal', 'coach', 'activate', 'non-ideal'] as const;
export type Quadrant = (typeof quadrants)[number];

export type MotivationScores = Readonly<Record<MotivationCriterion, number | null>>;

export type Motivation = {
  /** 0 to 12; null while a criterion has no score: a missing score is not a zero. */
  readonly points: number | null;
  readonly missing: readonly MotivationCriterion[];
};

export function motivation(scores: MotivationScores): Motivation {
  const missing = motivationCriteria.filter((criterion) => scores[criterion] === null);
  const sum = motivationCriteria.reduce((total, criterion) => total + (scores[criterion] ?? 0), 0);
  return { points: missing.length > 0 ? null : sum, missing };
}

/** Where an account stands against the ideal customer; null while its motivation or its ability is unknown. */
export function quadrantOf(points: number | null, ability: AbilityStage | null): Quadrant | null {
  if (points === null || ability === null) return null;
  const motivated = points >= enoughMotivation;
  const able = abilityStages.indexOf(ability) >= abilityStages.indexOf(enoughAbility);
  if (motivated) return able ? 'ideal' : 'coach';
  return able ? 'activate' : 'non-ideal';
}
