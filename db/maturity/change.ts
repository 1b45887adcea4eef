import { indicatorsOf, type MaturityModel } from './model.ts';
import type { MaturityAnswer, MaturityResult } from './result.ts';

/** An assessment made: the model version it used, its answers and what they came to. */
export type AssessedMaturity = {
  readonly model: MaturityModel;
  readonly answers: readonly MaturityAnswer[];
  readonly result: MaturityResult;
};

export type DimensionChange = {
  readonly key: string;
  readonly before: number | null;
  readonly now: number | null;
  /** Null when either is unknown, or the two scales differ. */
  readonly difference: number | null;
};

export type IndicatorChange = { readonly key: string; readonly before: number; readonly now: number };

export type MaturityChange = {
  /** Whether both were made with the same version. Otherwise only what both versions ask is compared. */
  readonly sameVersion: boolean;
  readonly overall: {
    readonly before: number | null;
    readonly now: number | null;
    readonly difference: number | null;
  };
  readonly stage: { readonly before: string | null; readonly now: string | null };
  /** Every dimension of the later model, in its order. */
  readonly dimensions: readonly DimensionChange[];
  readonly raised: readonly IndicatorChange[];
  readonly lowered: readonly IndicatorChange[];
};

/**
 * What changed from an earlier assessment with the same model to this one.
 * @throws RangeError when the two were made with different models.
 */
export function maturityChange(now: AssessedMaturity, before: AssessedMaturity): MaturityChange {
  if (now.model.key !== before.model.key)
    throw new RangeError(`${now.model.key} cannot be compared with ${before.model.key}`);
  const sameScale = now.model.scale.length === before.model.scale.length;
  const difference = (a: number | null, b: number | null) => (sameScale ? scoreDifference(a, b) : null);
  const earlier = levelsOf(before);
  const later = levelsOf(now);
  const changed = sameScale
    ? indicatorsOf(now.model).flatMap(({ indicator: { key } }): IndicatorChange[] => {
        const [a, b] = [earlier.get(key), later.get(key)];
        return a === undefined || b === undefined || a === b ? [] : [{ key, before: a, now: b }];
      })
    : [];
  return {
    sameVersion: now.model.version === before.model.version,
    overall: {
      before: before.result.overall,
      now: now.result.overall,
      difference: difference(before.result.overall, now.result.overall),
    },
    stage: { before: before.result.stage?.key ?? null, now: now.result.stage?.key ?? null },
    dimensions: now.result.dimensions.map(({ key, score }) => {
      const was = before.result.dimensions.find((dimension) => dimension.key === key)?.score ?? null;
      return { key, before: was, now: score, difference: difference(was, score) };
    }),
    raised: changed.filter((indicator) => indicator.now > indicator.before),
    lowered: changed.filter((indicator) => indicator.now < indicator.before),
  };
}

/** In hundredths, as scores are shown; null where either is unknown. */
export function scoreDifference(before: number | null, now: number | null): number | null {
  return before === null || now === null ? null : Math.round((now - before) * 100) / 100;
}

function levelsOf({ answers }: AssessedMaturity): ReadonlyMap<string, number> {
  return new Map(
    answers.flatMap(({ indicator, level, applicable }) =>
      applicable && level !== null ? [[indicator, level]] : [],
    ),
  );
}
