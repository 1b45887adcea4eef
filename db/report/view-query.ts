import { bookSettings } from '../book/query.ts';
import { Failure } from '../failure.ts';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { allocatedCosts, companyMonths, inCurrency } from './company-query.ts';
import { ReportEngine, type ReportFacts } from './engine.ts';
import { reportFacts } from './facts-query.ts';
import { addToMonth, type Month } from './month.ts';
import type { ReportPolicies } from './policy.ts';
import type { ReportSheetFacts } from './report.ts';
import { toReport } from './report.ts';
import { reportSetting } from './setting-query.ts';
import { type ReportSlice, type SliceDimension, sliceText } from './slice.ts';

export type ReportWish = {
  readonly from: Month | null;
  readonly to: Month | null;
  readonly currency: string | null;
  readonly slices: readonly ReportSlice[];
  readonly policies?: Partial<ReportPolicies>;
};

/** The last month that is over; a report shows closed months unless told otherwise. */
export function lastClosedMonth(today: IsoDate): Month {
  return addToMonth(today.slice(0, 7), -1);
}

/**
 * The engine over the months asked for, by default the twelve up to the last closed one, in the book's currency.
 * @throws Failure report.bad-range, report.no-rate for a currency the book has no rate of, report.unknown-slice
 */
export async function reportEngine(
  db: Reader,
  today: IsoDate,
  wish: ReportWish,
): Promise<{ engine: ReportEngine; facts: ReportFacts }> {
  const { policies } = await reportSetting(db);
  const used = { ...policies, ...wish.policies };
  const to = wish.to ?? lastClosedMonth(today);
  const from = wish.from ?? addToMonth(to, -11);
  if (from > to) throw new Failure('report.bad-range', { from, to });
  const facts = await reportFacts(db, used, to);
  const currency = wish.currency ?? facts.table.baseCurrency;
  const { baseCurrency, rates } = facts.table;
  if (currency !== baseCurrency && !rates.some((rate) => rate.currency === currency))
    throw new Failure('report.no-rate', { currency });
  refuseUnknown(facts, wish.slices);
  return { engine: new ReportEngine(facts, { from, to, currency }, used), facts };
}

function refuseUnknown(facts: ReportFacts, slices: readonly ReportSlice[]): void {
  const fixed: readonly SliceDimension[] = ['line', 'cohort'];
  for (const slice of slices) {
    const { dimension } = slice;
    const isKnown =
      fixed.includes(dimension) ||
      [...facts.accounts.values()].some(({ values }) => values[dimension] !== undefined);
    if (!isKnown) throw new Failure('report.unknown-slice', { slice: sliceText(slice) });
  }
}

/** What the report shows beside the movements: the company sheet in its currency, balances, contracts signed. */
export async function reportSheetFacts(
  db: Reader,
  engine: ReportEngine,
  facts: ReportFacts,
  slices: readonly ReportSlice[],
): Promise<ReportSheetFacts> {
  const setting = await reportSetting(db);
  const { fiscal_year_start_month: fiscalStart } = await bookSettings(db);
  const convert = (month: Month) => toReport(engine, month);
  const rows = await companyMonths(db);
  const [slice] = slices;
  const costs = slice && slices.length === 1 ? await allocatedTo(db, slice, convert) : null;
  const opening = (minor: number) => convert(addToMonth(engine.range.from, -1))(minor, setting.currency) ?? 0;
  const within = new Set(
    slices.length === 0 ? [] : engine.customers(slices).map(({ accountId }) => accountId),
  );
  const line = slices.find(({ dimension }) => dimension === 'line');
  const subscriptions = [...facts.subscriptions.values()]
    .flat()
    .filter(
      (each) =>
        slices.length === 0 ||
        (within.has(each.accountId) &&
          (!line || (each.line ?? '').toLowerCase() === (line.value ?? '').toLowerCase())),
    );
  return {
    company: inCurrency(rows, convert),
    allocated: costs,
    opening: { cash: opening(setting.openingCash), deferred: opening(setting.openingDeferred) },
    subscriptions,
    fiscalStart,
  };
}

async function allocatedTo(
  db: Reader,
  slice: ReportSlice,
  convert: (month: Month) => (minor: number, currency: string) => number | null,
): Promise<Map<Month, number> | null> {
  const own = (await allocatedCosts(db)).filter((cost) => cost.slice === sliceText(slice));
  if (own.length === 0) return null;
  return new Map(
    own.flatMap(({ month, currency, minor }) => {
      const converted = convert(month)(minor, currency);
      return converted === null ? [] : [[month, converted] as const];
    }),
  );
}
