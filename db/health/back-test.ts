import type { IsoDate } from '../types/calendar.ts';
import type { HealthBand, HealthModel } from './model.ts';
import { healthScorer, type MeasureValue } from './score.ts';

/** Days before a contract's end at which health is looked at. */
export const backTestDays = [30, 90, 180] as const;
export type BackTestDays = (typeof backTestDays)[number];

/** What was known of an account on a day in the past, and nothing that came to be known later. */
export type KnownThen = {
  readonly on: IsoDate;
  readonly since: IsoDate | null;
  readonly values: Readonly<Record<string, MeasureValue>>;
};

/** A contract that ended, what came of it, and what was known before. */
export type EndedContract = {
  readonly contractId: number;
  readonly accountId: number;
  readonly account: string;
  readonly product: string | null;
  readonly endedOn: IsoDate;
  readonly outcome: 'left' | 'renewed';
  /** Null where the book did not yet know the account that long before. */
  readonly before: Readonly<Record<BackTestDays, KnownThen | null>>;
};

/** Which bands count as a warning. */
export const alarms = ['red', 'red-or-yellow'] as const;
export type Alarm = (typeof alarms)[number];

export const verdicts = [
  'caught',
  'missed',
  'not-seen-left',
  'false-alarm',
  'calm',
  'not-seen-renewed',
] as const;
export type Verdict = (typeof verdicts)[number];

export type TestedContract = {
  readonly contract: EndedContract;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly verdict: Verdict;
};

export type Rate = {
  readonly of: number;
  readonly among: number;
  /** Null of nothing. */
  readonly rate: number | null;
  /** Where the true rate lies with 95 % confidence (Wilson). */
  readonly from: number | null;
  readonly to: number | null;
};

export type MeasureTold = {
  readonly measure: string;
  readonly left: number | null;
  readonly renewed: number | null;
  /** Points the mean score of those who renewed lies above that of those who left; null where one side has none. */
  readonly gap: number | null;
  readonly known: number;
};

export type BackTest = {
  readonly tested: readonly TestedContract[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Of those who left, how many were warned of. */
  readonly caught: Rate;
  /** Of the warnings, how many came true. */
  readonly precision: Rate;
  /** The measures by what they told, the most telling first. */
  readonly told: readonly MeasureTold[];
};

/** Fewer customers who left than this, and one of them moves every rate: no model is chosen by it. */
export const enoughCases = 30;

/** What the model would have said so many days before, against what happened. */
export function backTest(
  contracts: readonly EndedContract[],
  model: HealthModel,
  { days, alarm }: { readonly days: BackTestDays; readonly alarm: Alarm },
): BackTest {
  const scorers = new Map<IsoDate, ReturnType<typeof healthScorer>>();
  const counts: Record<Verdict, number> = {
    caught: 0,
    missed: 0,
    'not-seen-left': 0,
    'false-alarm': 0,
    calm: 0,
    'not-seen-renewed': 0,
  };
  const sums = new Map<string, { left: number; leftCount: number; renewed: number; renewedCount: number }>();
  const tested = contracts.map((contract): TestedContract => {
    const known = contract.before[days];
    if (known === null) return counted({ contract, score: null, band: null, verdict: unseen(contract) });
    let scorer = scorers.get(known.on);
    if (!scorer) {
      scorer = healthScorer(model, known.on);
      scorers.set(known.on, scorer);
    }
    const { score, band, contributions } = scorer(new Map(Object.entries(known.values)), known.since);
    for (const each of contributions) {
      if (each.score === null) continue;
      const sum = sums.get(each.measure) ?? { left: 0, leftCount: 0, renewed: 0, renewedCount: 0 };
      sum[contract.outcome] += each.score;
      sum[contract.outcome === 'left' ? 'leftCount' : 'renewedCount'] += 1;
      sums.set(each.measure, sum);
    }
    if (band === null) return counted({ contract, score, band, verdict: unseen(contract) });
    const warned = band === 'red' || (alarm === 'red-or-yellow' && band === 'yellow');
    const verdict =
      contract.outcome === 'left' ? (warned ? 'caught' : 'missed') : warned ? 'false-alarm' : 'calm';
    return counted({ contract, score, band, verdict });
  });

  function counted(each: TestedContract): TestedContract {
    counts[each.verdict] += 1;
    return each;
  }
  const left = counts.caught + counts.missed + counts['not-seen-left'];
  return {
    tested,
    counts,
    caught: rateOf(counts.caught, left),
    precision: rateOf(counts.caught, counts.caught + counts['false-alarm']),
    told: [...sums]
      .map(([measure, sum]) => {
        const meanLeft = sum.leftCount === 0 ? null : sum.left / sum.leftCount;
        const renewed = sum.renewedCount === 0 ? null : sum.renewed / sum.renewedCount;
        const gap = meanLeft === null || renewed === null ? null : renewed - meanLeft;
        return { measure, left: meanLeft, renewed, gap, known: sum.leftCount + sum.renewedCount };
      })
      .sort((a, b) => (b.gap ?? -Infinity) - (a.gap ?? -Infinity)),
  };
}

function unseen({ outcome }: EndedContract): Verdict {
  return outcome === 'left' ? 'not-seen-left' : 'not-seen-renewed';
}

/** 1.96 standard errors: 95 in 100. */
const z = 1.959964;

function rateOf(of: number, among: number): Rate {
  if (among === 0) return { of, among, rate: null, from: null, to: null };
  const rate = of / among;
  const denominator = 1 + z ** 2 / among;
  const centre = (rate + z ** 2 / (2 * among)) / denominator;
  const half = (z * Math.sqrt((rate * (1 - rate)) / among + z ** 2 / (4 * among ** 2))) / denominator;
  return { of, among, rate, from: Math.max(0, centre - half), to: Math.min(1, centre + half) };
}
