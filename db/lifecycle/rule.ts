import {
  continuedUntil,
  productLineKey,
  type RenewableContract,
  renewsByItself,
  withAutomaticRenewals,
} from '../contract/renewal.ts';
import {
  compareDates,
  compareTerms,
  isLiveOn,
  noticeDeadline,
  type Term,
  termDays,
} from '../contract/rule.ts';
import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';

/** The stages milestones are planned for, in the order they come. */
export const plannedStages = [
  'acquisition',
  'conversion',
  'handoff',
  'onboarding',
  'growth',
  'renewal',
  'churned',
] as const;
export type PlannedStage = (typeof plannedStages)[number];

/**
 * Where a customer stands. Derived from contracts, never typed. `ended` is a contract over without anybody having recorded
 * whether it was renewed or lost; `churned` needs the loss on record: notice given, or the account's own status.
 */
export const lifecycleStages = [...plannedStages.slice(0, -1), 'ended', 'churned'] as const;
export type LifecycleStage = PlannedStage | 'ended';

/** The longest onboarding and renewal, in days: those of a term of twelve months or more. */
const windowDays = 90;

/** What the lifecycle needs to know of a contract. */
export type LifecycleContract = RenewableContract & {
  readonly firstPaidOn: IsoDate | null;
  /** A trial, or a contract that costs nothing: it converts, it makes no customer. */
  readonly isTrial: boolean;
};

/** What the stages depend on beside the contracts. */
export type LifecycleDay = {
  readonly today: IsoDate;
  /** Days a line may be without a contract and still count as continued: a setting of the book. */
  readonly gapDays: number;
};

/**
 * One product line a customer keeps without a break, however often it was renewed. Its onboarding is the first
 * contract's, its renewal the last one's: renewing restarts nothing, and a renewal already signed ends the renewal.
 */
export type ContractRun = {
  readonly product: string | null;
  readonly contracts: readonly LifecycleContract[];
  /** First payment, else the first day. */
  readonly onboardingFrom: IsoDate;
  /** The last day of onboarding; the day before it begins where the term is too short for any. */
  readonly onboardingTo: IsoDate;
  /** The first of the last days; null while open-ended. */
  readonly renewalFrom: IsoDate | null;
  readonly endOn: IsoDate | null;
  readonly noticeOn: IsoDate | null;
  /** It goes on for another term at its end unless notice is given. */
  readonly renewsByItself: boolean;
  /** When the customer said it will not renew; null while nothing was said. */
  readonly noticeGivenOn: IsoDate | null;
};

/** Every run of the account, the earliest first, with the terms automatic renewal added until today. */
export function contractRuns(
  contracts: readonly LifecycleContract[],
  { today, gapDays }: LifecycleDay,
): ContractRun[] {
  const paid = contracts.filter(({ isTrial }) => !isTrial);
  return productLines(withAutomaticRenewals(paid, today, gapDays))
    .flatMap((line) => splitAtGaps(line, gapDays))
    .map(toRun)
    .sort((a, b) => compareDates(a.onboardingFrom, b.onboardingFrom));
}

/** Where one run stands on a day. */
export function runStage(run: ContractRun, today: IsoDate): LifecycleStage {
  if (run.endOn !== null && today > run.endOn)
    return run.noticeGivenOn !== null && run.noticeGivenOn <= today ? 'churned' : 'ended';
  if (today < run.onboardingFrom) return 'handoff';
  if (run.renewalFrom !== null && today >= run.renewalFrom) return 'renewal';
  if (today <= run.onboardingTo) return 'onboarding';
  return run.contracts.some((contract) => isLiveOn(contract, today)) ? 'growth' : 'renewal';
}

/** Of an account with several product lines, the stage in which most is to be done comes first. */
const mostToDo: readonly LifecycleStage[] = [
  'renewal',
  'onboarding',
  'growth',
  'handoff',
  'ended',
  'churned',
];

/**
 * The stage of an account (domain.md 2). Contracts decide; without any that is paid, a trial means conversion, else the
 * status somebody gave the account. Null where neither says: an active customer with no contract on file.
 */
export function lifecycleStage(
  contracts: readonly LifecycleContract[],
  status: 'prospect' | 'active' | 'churned',
  day: LifecycleDay,
): LifecycleStage | null {
  const stages = contractRuns(contracts, day).map((run) => runStage(run, day.today));
  const leading = mostToDo.find((stage) => stages.includes(stage));
  if (leading) return leading === 'ended' && status === 'churned' ? 'churned' : leading;
  if (status === 'churned') return 'churned';
  if (contracts.length > 0) return 'conversion';
  return status === 'prospect' ? 'acquisition' : null;
}

/** The run that ends next of those not over: the renewal that matters. Null without one that ends. */
export function nextRenewal(runs: readonly ContractRun[], today: IsoDate): ContractRun | null {
  const ending = runs.filter(({ endOn }) => endOn !== null && endOn >= today);
  return ending.reduce<ContractRun | null>(
    (first, run) => ((run.endOn ?? '') < (first?.endOn ?? '9999-12-31') ? run : first),
    null,
  );
}

/** The last day of the first onboarding among the product lines not over; null without one. */
export function onboardingEnd(runs: readonly ContractRun[], today: IsoDate): IsoDate | null {
  const ends = runs.filter(({ endOn }) => endOn === null || endOn >= today).map((run) => run.onboardingTo);
  return ends.sort()[0] ?? null;
}

/** Contracts of one line are for the same product or linked by renewal; a circle of links is one line too. */
function productLines(contracts: readonly LifecycleContract[]): LifecycleContract[][] {
  const lineOf = new Map<number, Set<LifecycleContract>>();
  const byProduct = new Map<string, Set<LifecycleContract>>();
  for (const contract of contracts) {
    const product = productLineKey(contract.product);
    const line = byProduct.get(product) ?? new Set();
    byProduct.set(product, line.add(contract));
    lineOf.set(contract.id, line);
  }
  for (const { id, renewsContractId } of contracts) {
    const line = lineOf.get(id);
    const renewed = renewsContractId === null ? undefined : lineOf.get(renewsContractId);
    if (!line || !renewed || line === renewed) continue;
    for (const contract of line) {
      renewed.add(contract);
      lineOf.set(contract.id, renewed);
    }
  }
  return [...new Set(lineOf.values())].map((line) => [...line].sort(compareTerms));
}

/** A line is broken where too many days are uncovered, unless the later contract says that it renews one of the run. */
function splitAtGaps(line: readonly LifecycleContract[], gapDays: number): LifecycleContract[][] {
  const runs: LifecycleContract[][] = [];
  let ids = new Set<number>();
  let reach: IsoDate | null = '';
  for (const contract of line) {
    const follows = reach === null || (reach !== '' && contract.startOn <= continuedUntil(reach, gapDays));
    const renews = contract.renewsContractId !== null && ids.has(contract.renewsContractId);
    const run = runs.at(-1);
    if (run && (follows || renews)) run.push(contract);
    else {
      runs.push([contract]);
      ids = new Set();
      reach = '';
    }
    ids.add(contract.id);
    if (reach !== null) reach = contract.endOn === null || contract.endOn > reach ? contract.endOn : reach;
  }
  return runs;
}

function toRun(contracts: readonly LifecycleContract[]): ContractRun {
  const [first] = contracts;
  if (!first) throw new RangeError('a run has at least one contract');
  const last = contracts.reduce(
    (latest, contract) => (endsAfter(contract, latest) ? contract : latest),
    first,
  );
  const onboardingFrom = first.firstPaidOn ?? first.startOn;
  return {
    product: last.product,
    contracts,
    onboardingFrom,
    onboardingTo: addDays(onboardingFrom, windowOf(first) - 1),
    renewalFrom: last.endOn === null ? null : addDays(last.endOn, 1 - windowOf(last)),
    endOn: last.endOn,
    noticeOn: noticeDeadline(last, last.noticeDays),
    renewsByItself: renewsByItself(last),
    noticeGivenOn: last.noticeGivenOn,
  };
}

function endsAfter(one: Term, other: Term): boolean {
  return other.endOn !== null && (one.endOn === null || one.endOn > other.endOn);
}

/** 90 days, or a quarter of a term shorter than twelve months, whole days and never more than 90. */
function windowOf(term: Term): number {
  const days = termDays(term);
  if (days === null || term.endOn === null) return windowDays;
  const isShort = addDays(term.endOn, 1) < addMonths(term.startOn, 12);
  return isShort ? Math.min(windowDays, Math.floor(days / 4)) : windowDays;
}
