import { addDays, daysBetween, type IsoDate } from '../types/calendar.ts';
import { scoreOn } from './curve.ts';
import {
  bandOf,
  fullShares,
  type HealthBand,
  type HealthException,
  type HealthModel,
  type ModelMeasure,
} from './model.ts';

/** What is known of a measure and from which day. */
export type MeasureValue = { readonly value: number; readonly on: IsoDate };
/** By the measure's key; a measure nobody knows anything of is absent. */
export type MeasureValues = ReadonlyMap<string, MeasureValue>;

/** Why a measure counts or does not. A reading from a day to come is not known yet. */
export type MeasureState = 'counted' | 'missing' | 'stale' | 'future' | 'no-weight';

export type Contribution = {
  readonly group: string;
  readonly measure: string;
  readonly state: MeasureState;
  readonly value: number | null;
  readonly on: IsoDate | null;
  /** 0 to 100; null where it does not count. */
  readonly score: number | null;
  /** Its part of the whole where everything is known, and after what is missing was redistributed; 0 to 1. */
  readonly fullShare: number;
  readonly share: number;
  /** What it adds to the score: share × score. All of them and the exception's part come to the score. */
  readonly points: number;
};

/** Why there is no colour. */
export const ungradedReasons = ['new', 'nothing-known', 'low-coverage'] as const;
export type UngradedReason = (typeof ungradedReasons)[number];

export type HealthScore = {
  /** 0 to 100, unrounded; null where no measure has a reading young enough. */
  readonly score: number | null;
  /** Null where it is ungraded. */
  readonly band: HealthBand | null;
  readonly ungraded: UngradedReason | null;
  /** The part of the weight that has a reading young enough, 0 to 1. */
  readonly coverage: number;
  /** Age of the oldest reading counted, in days. */
  readonly oldestDays: number | null;
  readonly contributions: readonly Contribution[];
  /** The exception that capped the score, and how many points it took (negative). */
  readonly exception: { readonly rule: HealthException; readonly points: number } | null;
};

type Place = {
  readonly group: number;
  readonly groupKey: string;
  readonly groupWeight: number;
  readonly measure: ModelMeasure;
  readonly fullShare: number;
  /** Readings from before this day are too old. */
  readonly youngFrom: IsoDate;
};

/**
 * How a model scores accounts on a day: the weighted mean over measures with a reading young enough. What is missing is made up
 * for inside its group first, or by all measures alike, as the model says. Prepared once for many accounts.
 */
export function healthScorer(
  model: HealthModel,
  today: IsoDate,
): (values: MeasureValues, since: IsoDate | null) => HealthScore {
  const places: Place[] = fullShares(model).map(({ group, measure, share }) => ({
    group: model.groups.indexOf(group),
    groupKey: group.key,
    groupWeight: group.weight,
    measure,
    fullShare: share,
    youngFrom: measure.maximumAgeDays === null ? '' : addDays(today, -measure.maximumAgeDays),
  }));
  const gradedFrom = addDays(today, -model.ungradedDays);
  const weightIn = new Float64Array(model.groups.length);

  return (values, since) => {
    weightIn.fill(0);
    let coverage = 0;
    let oldest: IsoDate | null = null;
    const states = places.map((place) => {
      const state = stateOf(place, values.get(place.measure.measure), today);
      if (state === 'counted') {
        coverage += place.fullShare;
        weightIn[place.group] = (weightIn[place.group] ?? 0) + place.measure.weight;
        const { on } = values.get(place.measure.measure) ?? { on: today };
        if (oldest === null || on < oldest) oldest = on;
      }
      return state;
    });
    const groupsWeight = model.groups.reduce(
      (sum, { weight }, at) => ((weightIn[at] ?? 0) > 0 ? sum + weight : sum),
      0,
    );
    let plain = 0;
    const contributions = places.map((place, at): Contribution => {
      const { measure, fullShare } = place;
      const known = values.get(measure.measure);
      const state = states[at] ?? 'missing';
      const facts = {
        group: place.groupKey,
        measure: measure.measure,
        state,
        value: known?.value ?? null,
        on: known?.on ?? null,
        fullShare,
      };
      if (state !== 'counted' || known === undefined) return { ...facts, score: null, share: 0, points: 0 };
      const share =
        model.missing === 'flat'
          ? fullShare / coverage
          : ((place.groupWeight / groupsWeight) * measure.weight) / (weightIn[place.group] ?? 1);
      const score = scoreOn(measure.curve, known.value);
      const points = share * score;
      plain += points;
      return { ...facts, score, share, points };
    });
    const isNew = since !== null && since > gradedFrom;
    const known = contributions.some(({ state }) => state === 'counted') ? plain : null;
    const exception = known === null ? null : exceptionOn(model, contributions, known);
    const score = known === null ? null : known + (exception?.points ?? 0);
    const ungraded =
      score === null ? 'nothing-known' : isNew ? 'new' : isThin(coverage, model) ? 'low-coverage' : null;
    return {
      score,
      band: score === null || ungraded !== null ? null : bandOf(score, model.bands),
      ungraded,
      coverage,
      oldestDays: oldest === null ? null : daysBetween(oldest, today),
      contributions,
      exception,
    };
  };
}

/** `healthScorer` for one account. */
export function healthScore(
  model: HealthModel,
  values: MeasureValues,
  { today, since }: { readonly today: IsoDate; readonly since: IsoDate | null },
): HealthScore {
  return healthScorer(model, today)(values, since);
}

function stateOf(place: Place, known: MeasureValue | undefined, today: IsoDate): MeasureState {
  if (place.fullShare === 0) return 'no-weight';
  if (known === undefined) return 'missing';
  if (known.on > today) return 'future';
  return known.on < place.youngFrom ? 'stale' : 'counted';
}

/** Shares are sums of thirds and sevenths: exactly half must not be lost in the last digit. */
function isThin(coverage: number, { minimumCoverage }: HealthModel): boolean {
  return coverage * 100 < minimumCoverage - 1e-9;
}

/** The first rule that applies caps the score just under the next band; a score below it already stays, and says so by 0 points. */
function exceptionOn(
  { exceptions, bands }: HealthModel,
  contributions: readonly Contribution[],
  score: number,
): HealthScore['exception'] {
  for (const rule of exceptions) {
    const known = contributions.find(({ measure }) => measure === rule.measure);
    if (known?.value === undefined || known.value === null) continue;
    if (known.state !== 'counted' && known.state !== 'no-weight') continue;
    const applies = rule.comparison === 'at-most' ? known.value <= rule.value : known.value >= rule.value;
    if (!applies) continue;
    const most = Math.ceil(rule.cap === 'red' ? bands.yellow : bands.green) - 1;
    return { rule, points: Math.min(0, most - score) };
  }
  return null;
}
