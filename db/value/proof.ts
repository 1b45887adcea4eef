import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';
import { type Money, minorDigits } from '../types/money.ts';
import { daysIn, overlap, type Period, span } from '../types/period.ts';

/** One number of a claim's formula, such as 2,140 orders; the worth is the product of all. Unknown is null. */
export type ClaimInput = { readonly label: string; readonly value: number | null; readonly unit: string };

/** What the rules need of a value claim. `period` is when the value arose, `currency` what the product of the inputs is counted in. */
export type ClaimTerms = {
  readonly period: Period;
  readonly inputs: readonly ClaimInput[];
  readonly currency: string;
  /** The day the customer agreed to count the outcome in money by these inputs. */
  readonly conversionAgreedOn: IsoDate | null;
  /** The day the customer confirmed the result. */
  readonly signedOn: IsoDate | null;
  /** Where the measured figures come from; null keeps the claim inside the house. */
  readonly source: string | null;
  /** The names of the files kept as its evidence. */
  readonly evidence: readonly string[];
};

/** What tells where a claim's figures come from. A copy frozen before claims carried files has no `evidence`. */
type Sourcing = { readonly source: string | null; readonly evidence?: readonly string[] };

/** Why a claim has no worth in money. */
export type WorthGap = 'conversion-not-agreed' | 'no-inputs' | 'input-missing' | 'out-of-range';

export type Worth =
  | { readonly kind: 'worth'; readonly money: Money }
  | { readonly kind: 'unknown'; readonly gap: WorthGap };

/** The product of the inputs in the claim's currency, rounded to its smallest unit. Money is named only where the customer agreed the conversion (domain.md 5) and every input is known. */
export function claimWorth(claim: Pick<ClaimTerms, 'inputs' | 'currency' | 'conversionAgreedOn'>): Worth {
  if (claim.inputs.length === 0) return { kind: 'unknown', gap: 'no-inputs' };
  if (claim.conversionAgreedOn === null) return { kind: 'unknown', gap: 'conversion-not-agreed' };
  let product = 10 ** minorDigits(claim.currency);
  for (const { value } of claim.inputs) {
    if (value === null) return { kind: 'unknown', gap: 'input-missing' };
    product *= value;
  }
  const minor = Math.round(product);
  if (!Number.isSafeInteger(minor)) return { kind: 'unknown', gap: 'out-of-range' };
  return { kind: 'worth', money: { minor: minor === 0 ? 0 : minor, currency: claim.currency } };
}

/** The formula as people read it, such as `19 h × 2,140 orders × 34 ¥/h`; an unknown input is a question mark. `write` formats a number. */
export function formulaText(inputs: readonly ClaimInput[], write: (value: number) => string): string {
  return inputs.map(({ value, unit }) => `${value === null ? '?' : write(value)} ${unit}`.trim()).join(' × ');
}

/** Whether the claim may be shown to the customer: one with neither a source nor a file as evidence never leaves the house. */
export function isSourced(claim: Sourcing): boolean {
  return sourceText(claim) !== '';
}

/** Where the figures come from, as it is written beside them: the source, then the files by name; empty where there is none. */
export function sourceText({ source, evidence = [] }: Sourcing): string {
  return [source?.trim() ?? '', ...evidence].filter((part) => part !== '').join(' · ');
}

/** Sums that never mix currencies: one amount per currency, ordered by its code. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums]
    .map(([currency, minor]) => ({ minor, currency }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** What a contract costs: `money` a year, or for its whole term; null when it isn't known. Both days belong to it; `to` is null while it is open-ended. */
export type ContractPrice = {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly money: Money | null;
  readonly per: 'year' | 'term';
};

export type PriceGap = 'no-contract' | 'amount-unknown';

export type Price =
  | { readonly kind: 'price'; readonly amounts: readonly Money[] }
  | { readonly kind: 'unknown'; readonly gap: PriceGap };

/** What the customer pays for a period: every contract's price by its days inside, rounded to the smallest unit, one sum per currency. */
export function priceWithin(contracts: readonly ContractPrice[], period: Period): Price {
  const amounts: Money[] = [];
  for (const contract of contracts) {
    const shared = overlap({ from: contract.from, to: contract.to ?? period.to }, period);
    if (shared === null) continue;
    const share = priceShare(contract, shared);
    if (share === null || contract.money === null) return { kind: 'unknown', gap: 'amount-unknown' };
    amounts.push({
      minor: Math.round(contract.money.minor * share),
      currency: contract.money.currency,
    });
  }
  if (amounts.length === 0) return { kind: 'unknown', gap: 'no-contract' };
  return { kind: 'price', amounts: sumByCurrency(amounts) };
}

/** How many times the price is paid for these days of the contract. A year runs from one anniversary to the next, so that one with a 29 February costs no more. */
function priceShare({ from, to, per }: ContractPrice, days: Period): number | null {
  if (per === 'term') return to === null ? null : daysIn(days) / daysIn({ from, to });
  let share = 0;
  for (let year = 0; ; year += 1) {
    const begins = addMonths(from, 12 * year);
    if (begins > days.to) return share;
    const contractYear = { from: begins, to: addDays(addMonths(from, 12 * (year + 1)), -1) };
    const shared = overlap(contractYear, days);
    if (shared !== null) share += daysIn(shared) / daysIn(contractYear);
  }
}

export type RoiGap = 'nothing-signed' | PriceGap | 'price-zero' | 'mixed-currencies';

/** A ratio, not per cent, rounded to two decimals: 1.8 means that each unit of money paid came back and brought 1.8 more. */
export type Roi =
  | { readonly kind: 'roi'; readonly ratio: number }
  | { readonly kind: 'undefined'; readonly gap: RoiGap };

/** (worth − price) / price, domain.md 5; undefined with its reason where price is zero or unknown, or the currencies differ. */
export function returnOn(worth: readonly Money[], price: Price): Roi {
  const [gain, ...otherGains] = worth;
  if (gain === undefined) return { kind: 'undefined', gap: 'nothing-signed' };
  if (price.kind === 'unknown') return { kind: 'undefined', gap: price.gap };
  const [paid, ...otherPaid] = price.amounts;
  if (paid === undefined || otherGains.length > 0 || otherPaid.length > 0 || gain.currency !== paid.currency)
    return { kind: 'undefined', gap: 'mixed-currencies' };
  if (paid.minor === 0) return { kind: 'undefined', gap: 'price-zero' };
  return { kind: 'roi', ratio: Math.round((100 * (gain.minor - paid.minor)) / paid.minor) / 100 };
}

export type ValueProof = {
  /** What the customer confirmed; the only worth that enters the return. */
  readonly signed: readonly Money[];
  /** Agreed in its formula, not yet confirmed in its result: shown beside, marked, never added. */
  readonly unsigned: readonly Money[];
  /** The days worth and price are both counted over: those of the signed claims, from the first to the last. Null without one. */
  readonly countedOver: Period | null;
  readonly price: Price;
  readonly roi: Roi;
};

/**
 * The value proven by the sourced claims that touch the period; what has no source is no proof, signed or not. The price is
 * what was paid over the days of the signed claims, whole: cutting a claim's worth to the period would invent a figure nobody
 * agreed, and so the same claims give the same return on the account and in any review. The one definition of the return;
 * users: qbr/rule.ts, electron/api/value/claim.ts.
 */
export function proveValue(
  claims: readonly ClaimTerms[],
  contracts: readonly ContractPrice[],
  period: Period,
): ValueProof {
  const signed: Money[] = [];
  const unsigned: Money[] = [];
  let countedOver: Period | null = null;
  for (const claim of claims) {
    if (overlap(claim.period, period) === null || !isSourced(claim)) continue;
    const worth = claimWorth(claim);
    if (worth.kind === 'unknown') continue;
    if (claim.signedOn === null) {
      unsigned.push(worth.money);
      continue;
    }
    signed.push(worth.money);
    countedOver = span(countedOver ?? claim.period, claim.period);
  }
  const price = priceWithin(contracts, countedOver ?? period);
  const signedSums = sumByCurrency(signed);
  return {
    signed: signedSums,
    unsigned: sumByCurrency(unsigned),
    countedOver,
    price,
    roi: returnOn(signedSums, price),
  };
}
