import type { Bilingual } from '../types/language.ts';
import type { MaturityMeasure } from './measure.ts';

/**
 * A maturity model is data: what is asked, what each level looks like, how answers become a result, and what to advise.
 * A version never changes once an assessment was made with it; an edit is the next version.
 */
export type MaturityModel = {
  /** The layout of this document. Another number is another layout. */
  readonly format: 1;
  readonly key: string;
  readonly version: number;
  readonly name: Bilingual;
  /** The method in two lines. */
  readonly purpose: Bilingual;
  readonly subject: MaturitySubject;
  /** The levels an answer may have: 1, 2, … in order. */
  readonly scale: readonly ScaleLevel[];
  readonly dimensions: readonly MaturityDimension[];
  readonly scoring: MaturityScoring;
  /** The results an assessment may come to, lowest first; the first begins at the scale's lowest level. */
  readonly stages: readonly MaturityStage[];
  /** Other scales read off the stage. */
  readonly ladders: readonly MaturityLadder[];
  /** How work passes from hand to hand where the practices asked about are in place. */
  readonly flows: readonly MaturityFlow[];
};

/** Whom the model is made for: a customer in the book, or the company whose own work is assessed. */
export const maturitySubjects = ['account', 'company'] as const;
export type MaturitySubject = (typeof maturitySubjects)[number];

/** A level is chosen by its digit's key. */
export const mostLevels = 9;

export type ScaleLevel = { readonly level: number; readonly name: Bilingual };

/** A core dimension enters the overall figure; an enabler says whether the result can be sustained. */
export const dimensionRoles = ['core', 'enabler'] as const;
export type DimensionRole = (typeof dimensionRoles)[number];

export type MaturityDimension = {
  readonly key: string;
  readonly role: DimensionRole;
  /** The stage its practices lead to, by key, where the rule is `tiers`; else null. */
  readonly leadsTo: string | null;
  /** A whole number of at least 1, against the other dimensions. */
  readonly weight: number;
  readonly name: Bilingual;
  /** What the dimension is about, as a question. */
  readonly asks: Bilingual;
  /** What to do where this dimension is the weakest. */
  readonly advice: Bilingual;
  readonly indicators: readonly MaturityIndicator[];
};

/** How an indicator is answered: by choosing a level, or by figures the level follows from. */
export const indicatorKinds = ['levels', 'figure'] as const;

export type MaturityIndicator = {
  readonly key: string;
  /** A whole number of at least 1, against the other indicators of its dimension. */
  readonly weight: number;
  readonly name: Bilingual;
  readonly question: Bilingual;
  /** What to ask to see before choosing a level. */
  readonly evidence: Bilingual;
  /** One for each level of the scale, in order. */
  readonly levels: readonly IndicatorLevel[];
} & (
  | { readonly kind: 'levels'; readonly measure: null }
  | { readonly kind: 'figure'; readonly measure: MaturityMeasure }
);

export type IndicatorLevel = {
  readonly level: number;
  /** The level in one line. */
  readonly text: Bilingual;
  /** What must be observed for it, so that two assessors choose alike. A level counts only with all lower ones. */
  readonly test: Bilingual;
  /** The way to the next level; null at the highest. */
  readonly next: LevelStep | null;
};

/** Impact and effort: 1 small, 2 middling, 3 large (effort: days, weeks, months). */
export type LevelStep = { readonly impact: number; readonly effort: number; readonly advice: Bilingual };

/**
 * How answers become a stage. `mean-of-dimensions`: by the mean's cuts. `tiers`: a stage is reached when every practice that
 * leads to it or to a lower one is in place. `majority`: the level of the scale with the stage's number, which more than half
 * of the answers have reached; its levels are kinds, so they have no mean.
 */
export const scoringKinds = ['mean-of-dimensions', 'tiers', 'majority'] as const;

export type MaturityScoring = MeanScoring | TierScoring | MajorityScoring;

type Covered = {
  /** Percent of the applicable indicators that must be answered before there is an overall figure or a stage. */
  readonly minimumCoverage: number;
};

export type MeanScoring = Covered & {
  readonly kind: 'mean-of-dimensions';
  /** The stage is never more than so many above the stage of the weakest dimension. */
  readonly floor: { readonly above: number } | null;
  /** A stage more than so many above the level of the lowest enabler cannot be sustained. */
  readonly enablers: { readonly above: number } | null;
};

export type TierScoring = Covered & {
  readonly kind: 'tiers';
  /** The level from which a practice is in place. */
  readonly holdsFrom: number;
};

export type MajorityScoring = Covered & { readonly kind: 'majority' };

export type MaturityStage = {
  readonly key: string;
  /** The lowest overall mean of this stage, with at most two decimals; null where the rule cuts no mean. */
  readonly from: number | null;
  readonly name: Bilingual;
  readonly meaning: Bilingual;
  /** What to do with a subject at this stage. */
  readonly advice: readonly Bilingual[];
  /** What leads to the next stage; `hard` marks the jump most fail at, which needs owners in other departments. Null at the highest. */
  readonly next: { readonly hard: boolean; readonly advice: readonly Bilingual[] } | null;
};

export type MaturityLadder = {
  readonly key: string;
  readonly name: Bilingual;
  /** In the order of the stages they begin at; the first begins at the first stage. */
  readonly steps: readonly LadderStep[];
};

export type LadderStep = {
  readonly key: string;
  readonly fromStage: string;
  readonly name: Bilingual;
  readonly meaning: Bilingual;
};

/** Steps in order, each by somebody, such as product → marketing → sales. */
export type MaturityFlow = {
  readonly key: string;
  readonly name: Bilingual;
  readonly steps: readonly FlowStep[];
};

export type FlowStep = {
  readonly key: string;
  readonly who: Bilingual;
  readonly does: Bilingual;
  /** The indicator that asks whether this step is done; null where none does. */
  readonly indicator: string | null;
};

/** The rule about enablers, or null in models without it. */
export function enablerRule({ scoring }: MaturityModel): { readonly above: number } | null {
  return scoring.kind === 'mean-of-dimensions' ? scoring.enablers : null;
}

/** Every indicator with the dimension it belongs to, in the model's order. */
export function indicatorsOf(
  model: MaturityModel,
): { readonly dimension: MaturityDimension; readonly indicator: MaturityIndicator }[] {
  return model.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({ dimension, indicator })),
  );
}
