import {
  compareDates,
  compareTerms,
  isLiveOn,
  noticeDeadline,
  type Term,
  termDays,
} from '../contract/rule.ts';
import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';

/** Where a customer stands, in the order they come. Derived from contracts, never typed. */
export const lifecycleStages = [
  'acquisition',
  'conversion',
  'handoff',
  'onboarding',
  'growth',
  'renewal',
  'churned',
] as const;
export type LifecycleStage = (typeof lifecycleStages)[number];

/** Days of onboarding and of renewal in a term of twelve months or more. */
const windowDays = 90;

/** What the lifecycle needs to know of a contract. */
export type LifecycleContract = Term & {
  readonly id: number;
  /** Null is a product line of its own: the one without a name. */
  readonly product: string | null;
  readonly firstPaidOn: IsoDate | null;
  readonly renewsContractId: number | null;
  readonly noticeDays: number | null;
  /** A trial, or a contract that costs nothing: it converts, it makes no customer. */
  readonly isTrial: boolean;
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
};

/** Every run of the account, the earliest first. */
export function contractRuns(contracts: readonly LifecycleContract[]): ContractRun[] {
  const paid = contracts.filter(({ isTrial }) => !isTrial);
  return productLines(paid)
    .flatMap(splitAtGaps)
    .map(toRun)
    .sort((a, b) => compareDates(a.onboardingFrom, b.onboardingFrom));
}

/** Where one run stands on a day. */
export function runStage(run: ContractRun, today: IsoDate): LifecycleStage {
  if (run.endOn !== null && today > run.endOn) return 'churned';
  if (today < run.onboardingFrom) return 'handoff';
  if (run.renewalFrom !== null && today >= run.renewalFrom) return 'renewal';
  if (today <= run.onboardingTo) return 'onboarding';
  return run.contracts.some((contract) => isLiveOn(contract, today)) ? 'growth' : 'renewal';
}

/** Of an account with several product lines, the stage in which most is to be done comes first. */
const mostToDo: readonly LifecycleStage[] = ['renewal', 'onboarding', 'growth', 'handoff', 'churned'];

/**
 * The stage of an account (domain.md 2). Contracts decide; without any that is paid, a trial means conversion, else the
 * status somebody gave the account. Null where neither says: an active customer with no contract on file.
 */
export function lifecycleStage(
  contracts: readonly LifecycleContract[],
  status: 'prospect' | 'active' | 'churned',
  today: IsoDate,
): LifecycleStage | null {
  const stages = contractRuns(contracts).map((run) => runStage(run, today));
  const leading = mostToDo.find((stage) => stages.includes(stage));
  if (leading) return leading;
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

/** Contracts of one line are for the same product or linked by renewal; a circle of links is one line too. */
function productLines(contracts: readonly LifecycleContract[]): LifecycleContract[][] {
  const lineOf = new Map<number, Set<LifecycleContract>>();
  const byProduct = new Map<string, Set<LifecycleContract>>();
  for (const contract of contracts) {
    const product = contract.product?.trim().toLowerCase() ?? '';
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

/** A line is broken where days are uncovered, unless the later contract says that it renews one of the run. */
function splitAtGaps(line: readonly LifecycleContract[]): LifecycleContract[][] {
  const runs: LifecycleContract[][] = [];
  let ids = new Set<number>();
  let reach: IsoDate | null = '';
  for (const contract of line) {
    const follows = reach === null || (reach !== '' && contract.startOn <= addDays(reach, 1));
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
  };
}

function endsAfter(one: Term, other: Term): boolean {
  return other.endOn !== null && (one.endOn === null || one.endOn > other.endOn);
}

/** 90 days, or a quarter of a term shorter than twelve months, whole days. */
function windowOf(term: Term): number {
  const days = termDays(term);
  if (days === null || term.endOn === null) return windowDays;
  const isShort = addDays(term.endOn, 1) < addMonths(term.startOn, 12);
  return isShort ? Math.floor(days / 4) : windowDays;
}
