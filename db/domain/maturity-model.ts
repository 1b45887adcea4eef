import type { Bilingual } from './language.ts';

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
};

/** Whom the model is made for: a customer in the book, or the company whose own work is assessed. */
export const maturitySubjects = ['account', 'company'] as const;
export type MaturitySubject = (typeof maturitySubjects)[number];

export type ScaleLevel = { readonly level: number; readonly name: Bilingual };

/** A core dimension enters the overall figure; an enabler says whether the result can be sustained. */
export const dimensionRoles = ['core', 'enabler'] as const;
export type DimensionRole = (typeof dimensionRoles)[number];

export type MaturityDimension = {
  readonly key: string;
  readonly role: DimensionRole;
  /** A whole number of at least 1, against the other dimensions. */
  readonly weight: number;
  readonly name: Bilingual;
  /** What the dimension is about, as a question. */
  readonly asks: Bilingual;
  /** What to do where this dimension is the weakest. */
  readonly advice: Bilingual;
  readonly indicators: readonly MaturityIndicator[];
};

/** How an indicator is answered. */
export const indicatorKinds = ['levels'] as const;

export type MaturityIndicator = {
  readonly key: string;
  readonly kind: (typeof indicatorKinds)[number];
  /** A whole number of at least 1, against the other indicators of its dimension. */
  readonly weight: number;
  readonly name: Bilingual;
  readonly question: Bilingual;
  /** What to ask to see before choosing a level. */
  readonly evidence: Bilingual;
  /** One for each level of the scale, in order. */
  readonly levels: readonly IndicatorLevel[];
};

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

export const scoringKinds = ['mean-of-dimensions'] as const;

export type MaturityScoring = {
  readonly kind: (typeof scoringKinds)[number];
  /** Percent of the applicable indicators that must be answered before there is an overall figure. */
  readonly minimumCoverage: number;
  /** The stage is never more than so many above the stage of the weakest dimension. */
  readonly floor: { readonly above: number } | null;
  /** A stage more than so many above the level of the lowest enabler cannot be sustained. */
  readonly enablers: { readonly above: number } | null;
};

export type MaturityStage = {
  readonly key: string;
  /** The lowest overall mean of this stage, with at most two decimals. */
  readonly from: number;
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

/** Every indicator with the dimension it belongs to, in the model's order. */
export function indicatorsOf(
  model: MaturityModel,
): { readonly dimension: MaturityDimension; readonly indicator: MaturityIndicator }[] {
  return model.dimensions.flatMap((dimension) =>
    dimension.indicators.map((indicator) => ({ dimension, indicator })),
  );
}
