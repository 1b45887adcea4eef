import type { IsoDate } from '../types/calendar.ts';
import type { Money } from '../types/money.ts';
import { type PriceChange, priceOn, priceSteps } from './price.ts';
import { productLineKey, type RenewableContract, renewalOf } from './renewal.ts';
import { annualMinor, type Price } from './rule.ts';

/** A contract that is paid: trials and amounts of 0 are none. */
export type PaidContract = RenewableContract &
  Price & {
    readonly accountId: number;
    readonly account: string;
    readonly seats: number | null;
    readonly currency: string;
    readonly priceChanges: readonly PriceChange[];
  };

export type MovementKind = 'renewal' | 'price-change' | 'new-line';

/** What happened to an account's contracts on a day, in prices made annual. */
export type Movement = {
  readonly kind: MovementKind;
  readonly accountId: number;
  readonly account: string;
  readonly product: string | null;
  readonly on: IsoDate;
  /** Null where unknown, and of a new product line. */
  readonly before: Money | null;
  readonly after: Money | null;
  /** Null where either is unknown or the currencies differ. */
  readonly difference: Money | null;
};

export type Movements = {
  readonly movements: readonly Movement[];
  /** First days of contracts that follow an earlier one of the account and neither renew it nor are a product of their own: nobody can tell what they are. */
  readonly unlinked: readonly IsoDate[];
};

/**
 * Everything that happened to these contracts, by day: renewals, each beside what it renews; prices that changed while a
 * contract ran; and products an account took that it had not before. A contract renewed by several is one renewal, on the
 * first day of the first of them, so that a split is no fall in price. An account's first contract is a sale and not here.
 * @param contracts with the terms automatic renewal added
 */
export function contractMovements(contracts: readonly PaidContract[], gapDays: number): Movements {
  const movements: Movement[] = contracts.flatMap(priceMoves);
  const unlinked: IsoDate[] = [];
  for (const own of Map.groupBy(contracts, ({ accountId }) => accountId).values()) {
    const renewing = renewedAndRenewing(own, gapDays);
    for (const [earlier, later] of renewing) movements.push(renewal(earlier, later));
    const following = new Set([...renewing.values()].flat());
    for (const contract of own) {
      if (following.has(contract)) continue;
      const earlier = own.filter(({ startOn }) => startOn < contract.startOn);
      if (earlier.length === 0) continue;
      const line = productLineKey(contract.product);
      const isKnownLine = (each: PaidContract) => ['', line].includes(productLineKey(each.product));
      if (line === '' || earlier.some(isKnownLine)) unlinked.push(contract.startOn);
      else movements.push(movement('new-line', contract, contract.startOn, null, yearly(contract)));
    }
  }
  return {
    movements: movements.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    unlinked: unlinked.sort(),
  };
}

/** Each contract that was renewed, with those that renew it: all that are linked, else the first that continues it. */
function renewedAndRenewing(
  own: readonly PaidContract[],
  gapDays: number,
): Map<PaidContract, readonly PaidContract[]> {
  const pairs = own.flatMap((contract): [PaidContract, readonly PaidContract[]][] => {
    const first = renewalOf(contract, own, gapDays);
    if (first === null || first.startOn <= contract.startOn) return [];
    const linked = own.filter(
      ({ id, renewsContractId }) => id !== contract.id && renewsContractId === contract.id,
    );
    return [[contract, linked.includes(first) ? linked : [first]]];
  });
  return new Map(pairs);
}

function renewal(earlier: PaidContract, renewing: readonly PaidContract[]): Movement {
  const first = renewing.reduce((one, other) => (other.startOn < one.startOn ? other : one));
  const last = priceOn(earlier, earlier.priceChanges, earlier.endOn ?? first.startOn);
  return movement(
    'renewal',
    first,
    first.startOn,
    moneyOf(last.annualMinor, earlier.currency),
    together(renewing.map(yearly)),
  );
}

function priceMoves(contract: PaidContract): Movement[] {
  const steps = priceSteps(contract, contract.priceChanges);
  return steps.slice(1).map(({ from, annualMinor: after }, index) => {
    const before = steps[index]?.annualMinor ?? null;
    const { currency } = contract;
    return movement('price-change', contract, from, moneyOf(before, currency), moneyOf(after, currency));
  });
}

function movement(
  kind: MovementKind,
  { accountId, account, product }: PaidContract,
  on: IsoDate,
  before: Money | null,
  after: Money | null,
): Movement {
  const isComparable = before !== null && after !== null && before.currency === after.currency;
  const difference = isComparable ? { minor: after.minor - before.minor, currency: after.currency } : null;
  return { kind, accountId, account, product, on, before, after, difference };
}

function yearly(contract: PaidContract): Money | null {
  return moneyOf(annualMinor(contract), contract.currency);
}

function moneyOf(minor: number | null, currency: string): Money | null {
  return minor === null ? null : { minor, currency };
}

/** The sum where all are known and in one currency. */
function together(amounts: readonly (Money | null)[]): Money | null {
  return amounts.reduce((sum, each) =>
    sum === null || each === null || sum.currency !== each.currency
      ? null
      : { minor: sum.minor + each.minor, currency: sum.currency },
  );
}
