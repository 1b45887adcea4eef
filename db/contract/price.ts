import { addDays, type IsoDate } from '../types/calendar.ts';
import { annualMinor, type Price, type Term } from './rule.ts';

/** A new price within a running contract, per the contract's own billing period, from a day on. */
export type PriceChange = {
  readonly fromOn: IsoDate;
  readonly amountMinor: number;
  /** The seats it is for; null where they stay as they were. */
  readonly seats: number | null;
};

type PricedContract = Term & Price & { readonly seats: number | null };

/** The days one price holds, both inclusive, and what it comes to. */
export type PriceStep = {
  readonly from: IsoDate;
  /** Null while open-ended. */
  readonly to: IsoDate | null;
  readonly amountMinor: number;
  readonly seats: number | null;
  /** The price made annual over the contract's whole term; null as in `annualMinor`. */
  readonly annualMinor: number | null;
};

/** Whether a price can change on a day: after the first one, whose price is the contract's own, and no later than the last. */
export function isWithinTerm({ startOn, endOn }: Term, fromOn: IsoDate): boolean {
  return startOn < fromOn && (endOn === null || fromOn <= endOn);
}

/** The prices of a contract one after the other, from its first day to its last. Changes outside the term don't count. */
export function priceSteps(contract: PricedContract, changes: readonly PriceChange[]): PriceStep[] {
  const inTerm = changes
    .filter(({ fromOn }) => isWithinTerm(contract, fromOn))
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  let { seats } = contract;
  return [{ fromOn: contract.startOn, amountMinor: contract.amountMinor, seats }, ...inTerm].map(
    (change, index) => {
      seats = change.seats ?? seats;
      const next = inTerm[index];
      return {
        from: change.fromOn,
        to: next ? addDays(next.fromOn, -1) : contract.endOn,
        amountMinor: change.amountMinor,
        seats,
        annualMinor: annualMinor({ ...contract, amountMinor: change.amountMinor }),
      };
    },
  );
}

/** The price in force on a day: before the first day the one it begins with, after the last the one it ended with. */
export function priceOn(contract: PricedContract, changes: readonly PriceChange[], day: IsoDate): PriceStep {
  const [first, ...later] = priceSteps(contract, changes);
  // There is always a first step: the contract's own price.
  return later.findLast(({ from }) => from <= day) ?? (first as PriceStep);
}
