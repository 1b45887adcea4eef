import type { ContractRun, PlannedStage } from '../lifecycle/rule.ts';
import { addDays, daysBetween, type IsoDate } from '../types/calendar.ts';

/** A milestone is reached by the customer; a touchpoint is a contact the CSM makes. Both come with a stage. */
export const milestoneKinds = ['milestone', 'touchpoint'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** The day of its stage a milestone is counted from. */
export const milestoneAnchors = ['start', 'end'] as const;
export type MilestoneAnchor = (typeof milestoneAnchors)[number];

export const touchChannels = ['meeting', 'call', 'visit', 'email', 'in-app', 'event'] as const;
export type TouchChannel = (typeof touchChannels)[number];

export type MilestoneRule = {
  readonly stage: PlannedStage;
  readonly anchor: MilestoneAnchor;
  /** Calendar days from the anchor; negative is before it. */
  readonly offsetDays: number;
};

/** The run whose stages a milestone goes by: its product line's, else the first that is not over, else the last. */
export function runOf(
  runs: readonly ContractRun[],
  product: string | null,
  today: IsoDate,
): ContractRun | null {
  const key = product?.trim().toLowerCase();
  const ofLine = runs.filter((run) => run.product?.trim().toLowerCase() === key);
  const among = key !== undefined && ofLine.length > 0 ? ofLine : runs;
  return among.find(({ endOn }) => endOn === null || endOn >= today) ?? among.at(-1) ?? null;
}

/** When a milestone is due; null while its stage has no such day: an open-ended contract has no renewal. */
export function milestoneDue(rule: MilestoneRule, run: ContractRun | null): IsoDate | null {
  const window = run && stageWindow(run, rule.stage);
  const anchor = window && (rule.anchor === 'start' ? window.from : window.to);
  return anchor ? addDays(anchor, rule.offsetDays) : null;
}

/** A line of a template as planning asks for it; the id is null while the standard journey is not in the book yet. */
export type PlannableLine = MilestoneRule & { readonly id: number | null };

export type PlannedLine = {
  readonly dueOn: IsoDate | null;
  /** On the account already; of a stage that is over; or still to come, late ones of the present stage among them. */
  readonly state: 'planned' | 'over' | 'open';
};

/** What each line of a template would become for an account whose stages go by `run`. */
export function planLines(
  lines: readonly PlannableLine[],
  run: ContractRun | null,
  existing: readonly {
    readonly lineId: number | null;
    readonly dueOn: IsoDate | null;
    readonly reachedOn: IsoDate | null;
  }[],
  today: IsoDate,
): PlannedLine[] {
  return lines.map((line) => {
    const dueOn = milestoneDue(line, run);
    const isPlanned = existing.some(
      ({ lineId, reachedOn, dueOn: due }) =>
        lineId !== null && lineId === line.id && (reachedOn === null || due === dueOn),
    );
    const lastDay = run && stageWindow(run, line.stage)?.to;
    const isOver = lastDay !== undefined && lastDay !== null && lastDay < today;
    return { dueOn, state: isPlanned ? 'planned' : isOver ? 'over' : 'open' };
  });
}

/** The first and last day of a stage in a run; null for a stage contracts say nothing of. */
function stageWindow(run: ContractRun, stage: PlannedStage): { from: IsoDate; to: IsoDate | null } | null {
  const { onboardingFrom, onboardingTo, renewalFrom, endOn, contracts } = run;
  switch (stage) {
    case 'handoff':
      return { from: contracts[0]?.startOn ?? onboardingFrom, to: addDays(onboardingFrom, -1) };
    case 'onboarding':
      return { from: onboardingFrom, to: onboardingTo };
    case 'growth':
      return { from: addDays(onboardingTo, 1), to: renewalFrom === null ? null : addDays(renewalFrom, -1) };
    case 'renewal':
      return renewalFrom === null ? null : { from: renewalFrom, to: endOn };
    case 'churned':
      return endOn === null ? null : { from: addDays(endOn, 1), to: null };
    case 'acquisition':
    case 'conversion':
      return null;
  }
}

export type FirstValue = {
  /** First payment, or the contract's first day where the payment is unknown. */
  readonly from: IsoDate;
  readonly countedFrom: 'first-payment' | 'contract-start';
  readonly reachedOn: IsoDate | null;
  /** Days from `from` to the first value, or so far while it isn't reached; never below 0. */
  readonly days: number;
  /** The first value came before anything was paid: it counts as 0 days and is marked. */
  readonly isBeforePayment: boolean;
};

/** Time to first value of the first product line (domain.md 2); null without a paid contract that has begun. */
export function timeToFirstValue(
  runs: readonly ContractRun[],
  reached: readonly { readonly isFirstValue: boolean; readonly reachedOn: IsoDate | null }[],
  today: IsoDate,
): FirstValue | null {
  const [run] = runs;
  if (!run || run.onboardingFrom > today) return null;
  const from = run.onboardingFrom;
  const reachedOn =
    reached
      .flatMap(({ isFirstValue, reachedOn: on }) => (isFirstValue && on !== null ? [on] : []))
      .toSorted()[0] ?? null;
  const countedFrom = run.contracts[0]?.firstPaidOn ? 'first-payment' : 'contract-start';
  return {
    from,
    countedFrom,
    reachedOn,
    days: Math.max(0, daysBetween(from, reachedOn ?? today)),
    isBeforePayment: reachedOn !== null && reachedOn < from,
  };
}
