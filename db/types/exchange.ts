import type { IsoDate } from './calendar.ts';
import { minorDigits } from './money.ts';

/** What one unit of a currency was worth in the base currency from a day on. */
export type ExchangeRate = {
  readonly currency: string;
  readonly validOn: IsoDate;
  readonly basePerUnit: number;
};

/**
 * Minor units of the base currency for minor units of another, by the latest rate valid on the day, rounded to the nearest.
 * Null where the book has no rate that old: an amount without a rate is unknown, not zero.
 */
export function toBaseMinor(
  minor: number,
  currency: string,
  baseCurrency: string,
  rates: readonly ExchangeRate[],
  on: IsoDate,
): number | null {
  if (currency === baseCurrency) return minor;
  const valid = rates.filter((rate) => rate.currency === currency && rate.validOn <= on);
  const latest = valid.reduce<ExchangeRate | null>(
    (found, rate) => (found === null || rate.validOn > found.validOn ? rate : found),
    null,
  );
  if (!latest) return null;
  const scale = 10 ** (minorDigits(baseCurrency) - minorDigits(currency));
  return Math.round(minor * latest.basePerUnit * scale);
}
