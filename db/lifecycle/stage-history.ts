import { withAutomaticRenewals } from '../contract/renewal.ts';
import { addDays, daysBetween, type IsoDate } from '../types/calendar.ts';
import {
  contractRuns,
  type LifecycleContract,
  type LifecycleDay,
  type LifecycleStage,
  lifecycleStage,
  lifecycleStages,
} from './rule.ts';

/** A stage set by hand, for a reason and a while; both days inclusive. Of several the latest entered holds. */
export type StageOverride = {
  readonly id: number;
  readonly stage: LifecycleStage;
  readonly reason: string;
  readonly fromOn: IsoDate;
  readonly toOn: IsoDate;
};

export type StageSpan = {
  readonly stage: LifecycleStage;
  readonly from: IsoDate;
  /** The last day, inclusive; null for the stage of today. */
  readonly to: IsoDate | null;
  /** Days in the stage so far, the first one counted. */
  readonly days: number;
  /** Why it was set by hand; null where the contracts say it. */
  readonly reason: string | null;
  /** Back to an earlier stage without a renewal, a return or a new product line to explain it. */
  readonly isRegression: boolean;
};

type Status = 'prospect' | 'active' | 'churned';

/** The override in force on a day, or null. */
export function overrideOn(overrides: readonly StageOverride[], date: IsoDate): StageOverride | null {
  const inForce = overrides.filter(({ fromOn, toOn }) => fromOn <= date && date <= toOn);
  return inForce.reduce<StageOverride | null>((last, one) => (last && last.id > one.id ? last : one), null);
}

/**
 * Every stage an account went through, the first contract's first day to today, as far as the contracts on file tell. A
 * renewal counts from its first day, so that the renewal stage before it stays in the history; one already signed is known.
 */
export function stageHistory(
  contracts: readonly LifecycleContract[],
  status: Status,
  overrides: readonly StageOverride[],
  day: LifecycleDay,
): StageSpan[] {
  const { today, gapDays } = day;
  const known = (date: IsoDate) => contracts.filter(({ startOn }) => startOn <= date || startOn > today);
  const lineStarts = new Set(contractRuns(contracts, day).map(({ onboardingFrom }) => onboardingFrom));
  const spans: StageSpan[] = [];
  for (const from of turningPoints(contracts, overrides, day)) {
    const override = overrideOn(overrides, from);
    const stage = override?.stage ?? lifecycleStage(known(from), status, { today: from, gapDays });
    const before = spans.at(-1);
    const reason = override?.reason ?? null;
    if (stage === null || (before && before.stage === stage && before.reason === reason)) continue;
    if (before) spans[spans.length - 1] = ended(before, addDays(from, -1));
    const isRegression = before !== undefined && goesBack(before.stage, stage) && !lineStarts.has(from);
    spans.push({ stage, from, to: null, days: daysBetween(from, today) + 1, reason, isRegression });
  }
  return spans;
}

/** Days on which the stage may change, the earliest first, today the last. */
function turningPoints(
  contracts: readonly LifecycleContract[],
  overrides: readonly StageOverride[],
  day: LifecycleDay,
): IsoDate[] {
  const { today, gapDays } = day;
  const terms = withAutomaticRenewals(contracts, today, gapDays, 'every');
  const starts = terms.map(({ startOn }) => startOn).filter((date) => date <= today);
  const days = terms.flatMap((term) =>
    // each term by itself, as it was before a later one renewed it, and all of them together
    contractRuns([{ ...term, autoRenews: false }], day).flatMap(daysOfRun),
  );
  const together = contractRuns(contracts, day).flatMap(daysOfRun);
  const byHand = overrides.flatMap(({ fromOn, toOn }) => [fromOn, addDays(toOn, 1)]);
  const first = [...starts, ...byHand.filter((date) => date <= today)].toSorted()[0] ?? today;
  return [...new Set([...starts, ...days, ...together, ...byHand, today])]
    .filter((date) => date >= first && date <= today)
    .toSorted();
}

function daysOfRun(run: ReturnType<typeof contractRuns>[number]): IsoDate[] {
  const { onboardingFrom, onboardingTo, renewalFrom, endOn, noticeGivenOn } = run;
  return [
    onboardingFrom,
    addDays(onboardingTo, 1),
    ...(renewalFrom === null ? [] : [renewalFrom]),
    ...(endOn === null ? [] : [addDays(endOn, 1)]),
    ...(noticeGivenOn === null ? [] : [noticeGivenOn]),
  ];
}

function ended(span: StageSpan, to: IsoDate): StageSpan {
  return { ...span, to, days: daysBetween(span.from, to) + 1 };
}

/** From renewal to growth is the next cycle, and from churned or ended to anything a return. */
function goesBack(from: LifecycleStage, to: LifecycleStage): boolean {
  if (from === 'churned' || from === 'ended' || (from === 'renewal' && to === 'growth')) return false;
  return lifecycleStages.indexOf(to) < lifecycleStages.indexOf(from);
}
