import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';
import { noticeDeadline, type Term, termDays, termMonths } from './rule.ts';

/**
 * The gap tolerance where the book sets none: a contract that begins at most so many days after the last day of another of
 * its product line continues it. With 0 only the very next day does.
 */
export const defaultGapDays = 30;

/** The last day on which a contract can begin and still continue one that ended. */
export function continuedUntil(endOn: IsoDate, gapDays: number): IsoDate {
  return addDays(endOn, Math.max(1, gapDays));
}

/** What renewing needs to know of a paid contract. Trials and amounts of 0 are not contracts here: callers leave them out. */
export type RenewableContract = Term & {
  readonly id: number;
  /** Null is a product line of its own: the one without a name. */
  readonly product: string | null;
  readonly renewsContractId: number | null;
  readonly noticeDays: number | null;
  readonly autoRenews: boolean | null;
  /** The day the customer gave notice or said that it will not renew; null while nothing was said. */
  readonly noticeGivenOn: IsoDate | null;
};

/** What contracts are compared by to tell one product line from another. */
export function productLineKey(product: string | null): string {
  return product?.trim().toLowerCase() ?? '';
}

/**
 * Whether a contract continues another one: it renews it by a link, or it is for the same product line, reaches further and
 * begins no later than the gap tolerance allows.
 */
function continues<Contract extends RenewableContract>(
  later: Contract,
  earlier: Contract,
  gapDays: number,
): boolean {
  if (later === earlier) return false;
  if (later.id !== earlier.id && later.renewsContractId === earlier.id) return true;
  if (productLineKey(later.product) !== productLineKey(earlier.product)) return false;
  return reachesFurther(later, earlier) && later.startOn <= continuedUntil(earlier.endOn ?? '', gapDays);
}

function reachesFurther(later: Term, earlier: Term): boolean {
  return earlier.endOn !== null && (later.endOn === null || later.endOn > earlier.endOn);
}

/**
 * The contract that renewed another: the first one that continues it, null while none does. The one definition of "renewed".
 * Users: lifecycle/rule.ts (the runs of a product line), contract/movement.ts and contribution/rule.ts (Inside),
 * qbr/practice-query.ts (how reviews go), handoff/learning-query.ts (what handoffs teach), book/figure-query.ts (model E).
 */
export function renewalOf<Contract extends RenewableContract>(
  contract: Contract,
  own: readonly Contract[],
  gapDays: number,
): Contract | null {
  const following = own.filter((each) => continues(each, contract, gapDays));
  return following.reduce<Contract | null>(
    (first, each) => (first === null || each.startOn < first.startOn ? each : first),
    null,
  );
}

export type RenewalOutcome = 'renewed' | 'not-renewed' | 'open';

/**
 * What became of a contract at its end. `open` while it runs, and after its end until the gap is too long to be one or
 * notice is on file: until then nobody can tell.
 */
export function renewalOutcome<Contract extends RenewableContract>(
  contract: Contract,
  own: readonly Contract[],
  today: IsoDate,
  gapDays: number,
): RenewalOutcome {
  if (renewalOf(contract, own, gapDays) !== null) return 'renewed';
  const { endOn, noticeGivenOn } = contract;
  if (endOn === null || today <= endOn) return 'open';
  return noticeGivenOn !== null || today > continuedUntil(endOn, gapDays) ? 'not-renewed' : 'open';
}

/**
 * The contracts with the terms that automatic renewal added up to a day: a contract so marked goes on for its own term again
 * and again, until notice is given in time or another contract takes its place. Added terms carry the contract's id.
 * @param detail `ends`: of many added terms the last one and, before it, one that spans the others; `every`: each by itself
 */
export function withAutomaticRenewals<Contract extends RenewableContract>(
  contracts: readonly Contract[],
  today: IsoDate,
  gapDays: number,
  detail: 'ends' | 'every' = 'ends',
): Contract[] {
  if (!contracts.some(({ autoRenews }) => autoRenews === true)) return [...contracts];
  return contracts.flatMap((contract) => {
    if (contract.autoRenews !== true || contract.endOn === null) return [contract];
    const added = addedTerms(contract, successorStart(contract, contracts, gapDays), today, gapDays);
    return [contract, ...(detail === 'every' ? added : joined(added))].map((term, at, all) =>
      // Only the last term can go on by itself, and only the contract itself takes the place of an earlier one.
      ({
        ...contract,
        ...term,
        autoRenews: at === all.length - 1,
        renewsContractId: at === 0 ? contract.renewsContractId : null,
      }),
    );
  });
}

/** Whether a term goes on by itself at its end, as far as anybody has said. */
export function renewsByItself({
  autoRenews,
  endOn,
  noticeDays,
  noticeGivenOn,
}: Pick<RenewableContract, 'autoRenews' | 'endOn' | 'noticeDays' | 'noticeGivenOn'>): boolean {
  if (autoRenews !== true || endOn === null) return false;
  return noticeGivenOn === null || noticeGivenOn > (noticeDeadline({ endOn }, noticeDays) ?? endOn);
}

/**
 * The first day of the contract that takes this one's place, or null: one that renews it by a link, or one of its product line
 * that begins about its end or later. One that began well before runs beside it and replaces nothing.
 */
function successorStart<Contract extends RenewableContract>(
  contract: Contract,
  contracts: readonly Contract[],
  gapDays: number,
): IsoDate | null {
  const line = productLineKey(contract.product);
  const since = addDays(contract.endOn ?? '', -Math.max(1, gapDays));
  const successors = contracts.filter((each) => {
    if (each === contract || each.startOn <= contract.startOn) return false;
    if (each.renewsContractId === contract.id) return true;
    const isOfLine = productLineKey(each.product) === line;
    return isOfLine && each.startOn > since && reachesFurther(each, contract);
  });
  return successors.map(({ startOn }) => startOn).toSorted()[0] ?? null;
}

function addedTerms(
  contract: RenewableContract,
  successor: IsoDate | null,
  today: IsoDate,
  gapDays: number,
): { startOn: IsoDate; endOn: IsoDate }[] {
  const added: { startOn: IsoDate; endOn: IsoDate }[] = [];
  let endOn = contract.endOn;
  for (let at = 1; endOn !== null && endOn < today; at++) {
    const startOn = addDays(endOn, 1);
    const isReplaced = successor !== null && successor <= continuedUntil(endOn, gapDays);
    if (isReplaced || !renewsByItself({ ...contract, endOn })) break;
    const full: IsoDate = termEnd(contract, at);
    endOn = successor !== null && successor <= full ? addDays(successor, -1) : full;
    added.push({ startOn, endOn });
  }
  return added;
}

/** The term that would follow a contract's own, of its length; null while it is open-ended. */
export function nextTerm(contract: Term): { startOn: IsoDate; endOn: IsoDate } | null {
  return contract.endOn === null
    ? null
    : { startOn: addDays(contract.endOn, 1), endOn: termEnd(contract, 1) };
}

/** The last day of the term so many terms after the first; counted from the first day, so that months keep their day. */
function termEnd(contract: Term, at: number): IsoDate {
  const months = termMonths(contract) ?? 0;
  if (Number.isInteger(months) && months > 0)
    return addDays(addMonths(contract.startOn, months * (at + 1)), -1);
  return addDays(contract.startOn, (termDays(contract) ?? 1) * (at + 1) - 1);
}

function joined(added: readonly { startOn: IsoDate; endOn: IsoDate }[]) {
  const [first, last] = [added[0], added.at(-1)];
  if (!first || !last || added.length < 3) return added;
  return [{ startOn: first.startOn, endOn: addDays(last.startOn, -1) }, last];
}
