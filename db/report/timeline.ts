import type { ExchangeRate } from '../types/exchange.ts';
import { minorDigits } from '../types/money.ts';
import { dateOf, lastDayOf, type Month, type MonthNumber, monthNumber, monthOf } from './month.ts';

/**
 * The months a report counts over. Place 0 is the month before the first: its last day is the opening. Every currency has a
 * factor per place to the report's own; null stands where the rate table has none that old.
 */
export type Timeline = {
  readonly first: MonthNumber;
  /** Months after place 0. */
  readonly length: number;
  readonly currency: string;
  readonly factorsOf: (currency: string) => Factors;
};

export type Factors = {
  /** To the report's currency at each place's last day; null everywhere where no conversion is needed. */
  readonly toReport: Float64Array | null;
  /** From minor units to whole units of the book's base currency: what decides a movement's class, so that the report's currency never does. */
  readonly toBase: Float64Array;
  /** Places without a rate; the amount is left out there and said. */
  readonly missing: readonly number[];
};

export type RateTable = {
  readonly baseCurrency: string;
  readonly rates: readonly ExchangeRate[];
};

/** @param rateMonth at whose last day all amounts are converted; null: each month at its own */
export function timeline(
  from: Month,
  to: Month,
  currency: string,
  table: RateTable,
  rateMonth: Month | null = null,
): Timeline {
  const first = monthNumber(from);
  const length = Math.max(0, monthNumber(to) - first + 1);
  const dates = Array.from({ length: length + 1 }, (_, place) =>
    dateOf(lastDayOf(rateMonth === null ? first - 1 + place : monthNumber(rateMonth))),
  );
  const known = new Map<string, Factors>();
  const inReport = baseRates(currency, dates, table);
  const factorsOf = (of: string): Factors => {
    let factors = known.get(of);
    if (!factors) {
      factors = factorsBetween(of, currency, baseRates(of, dates, table), inReport);
      known.set(of, factors);
    }
    return factors;
  };
  return { first, length, currency, factorsOf };
}

export function monthAt({ first }: Timeline, place: number): Month {
  return monthOf(first - 1 + place);
}

export function placeOf({ first }: Timeline, month: Month): number {
  return monthNumber(month) - first + 1;
}

function factorsBetween(
  of: string,
  currency: string,
  own: readonly (number | null)[],
  report: readonly (number | null)[],
): Factors {
  const scale = 10 ** (minorDigits(currency) - minorDigits(of));
  const toReport = new Float64Array(own.length);
  const toBase = new Float64Array(own.length);
  const missing: number[] = [];
  for (const [place, rate] of own.entries()) {
    const to = report[place] ?? null;
    toBase[place] = (rate ?? 0) / 10 ** minorDigits(of);
    if (of === currency) toReport[place] = 1;
    else if (rate === null || to === null) missing.push(place);
    else toReport[place] = (rate / to) * scale;
  }
  return { toReport: of === currency ? null : toReport, toBase, missing };
}

/** Units of the base currency for one unit, by the latest rate valid on each date; null before the first. */
function baseRates(currency: string, dates: readonly string[], table: RateTable): (number | null)[] {
  if (currency === table.baseCurrency) return dates.map(() => 1);
  const own = table.rates
    .filter((rate) => rate.currency === currency)
    .toSorted((a, b) => (a.validOn < b.validOn ? -1 : 1));
  return dates.map((date) => own.findLast(({ validOn }) => validOn <= date)?.basePerUnit ?? null);
}
