import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPolicies, anyRates, anySubscriptions, testEngine, testFacts } from '../testing/report.ts';
import type { ReportEngine } from './engine.ts';
import { netNew } from './rate.ts';
import { retentionOver } from './retention.ts';
import type { SliceDimension } from './slice.ts';
import type { Totals } from './totals.ts';

const from = '2025-01';
const to = '2026-12';
const run = { seed: 20_261_201, numRuns: 120 };
const dimensions: readonly SliceDimension[] = ['line', 'cohort', 'owner', 'segment:Size'];

const accounts = Array.from({ length: 8 }, (_, at) => ({
  id: at + 1,
  name: `Account ${at + 1}`,
  values: { owner: at % 2 === 0 ? 'Lin' : null, 'segment:Size': ['Large', 'Small', 'Mid'][at % 3] ?? null },
}));
const books = fc.record({ subscriptions: anySubscriptions, rates: anyRates, policies: anyPolicies });
type AnyBook = typeof books extends fc.Arbitrary<infer Of> ? Of : never;

function engineOf({ subscriptions, rates, policies }: AnyBook, currency = 'CNY'): ReportEngine {
  return testEngine(testFacts(subscriptions, { accounts, rates }), from, to, policies, currency);
}

function allTotals(engine: ReportEngine): Totals[] {
  return [engine.totals(), ...dimensions.flatMap((dimension) => [...engine.bySlice(dimension).values()])];
}

test('movements and exchange are the change of MRR, customers add up, for every slice and month', () => {
  fc.assert(
    fc.property(books, (book) => {
      for (const totals of allTotals(engineOf(book)))
        for (const [place, month] of totals.months.entries()) {
          if (place === 0) continue;
          expect(month.opening).toBe(totals.months[place - 1]?.closing);
          expect(month.opening + netNew(month) + month.exchange).toBe(month.closing);
          const { customers } = month;
          expect(customers.opening + customers.new + customers.reactivated - customers.churned).toBe(
            customers.closing,
          );
        }
    }),
    run,
  );
});

test('levels and net new of the slices sum to the total', () => {
  fc.assert(
    fc.property(books, (book) => {
      const engine = engineOf(book);
      for (const dimension of dimensions)
        for (const [place, month] of engine.totals().months.entries()) {
          const parts = [...engine.bySlice(dimension).values()].map(({ months }) => months[place]);
          const sum = (of: (part: typeof month) => number) =>
            parts.reduce((total, part) => total + (part ? of(part) : 0), 0);
          expect(sum(({ closing }) => closing)).toBe(month.closing);
          expect(sum(netNew)).toBe(netNew(month));
          expect(sum(({ exchange }) => exchange)).toBe(month.exchange);
        }
    }),
    run,
  );
});

test('gross retention is at most 100 % and at most net retention, by every policy', () => {
  fc.assert(
    fc.property(books, (book) => {
      const engine = engineOf(book);
      for (const { months } of allTotals(engine))
        for (const { kept1, kept12 } of months)
          for (const sums of [kept1, kept12]) {
            if (!sums) continue;
            expect(sums.kept).toBeLessThanOrEqual(sums.start);
            expect(sums.kept).toBeLessThanOrEqual(sums.end);
            expect(sums.keptCustomers).toBeLessThanOrEqual(sums.startCustomers);
          }
      const { pointToPoint, runningMinimum } = retentionOver(
        engine.customers(),
        engine.timeline,
        engine.firstPlace,
        engine.lastPlace,
      );
      expect(runningMinimum.grr.value ?? 0).toBeLessThanOrEqual(pointToPoint.grr.value ?? 0);
      expect(pointToPoint.grr.value ?? 0).toBeLessThanOrEqual(pointToPoint.nrr.value ?? 0);
    }),
    run,
  );
});

test('the currency of the report changes no movement’s class and no count', () => {
  const classes = (engine: ReportEngine) =>
    engine.customers().map(({ accountId, movements, isCustomer }) => ({
      accountId,
      movements: movements.map(({ place, kind }) => [place, kind]),
      isCustomer: [...isCustomer],
    }));
  fc.assert(
    fc.property(books, (book) => {
      expect(classes(engineOf(book, 'USD'))).toEqual(classes(engineOf(book)));
    }),
    run,
  );
});

test('the order of rows never matters', () => {
  fc.assert(
    fc.property(books, fc.infiniteStream(fc.double({ noNaN: true })), (book, chance) => {
      const shuffled = book.subscriptions
        .map((subscription) => ({ subscription, at: chance.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ subscription }) => subscription);
      const months = (subscriptions: AnyBook['subscriptions']) =>
        allTotals(engineOf({ ...book, subscriptions }))
          .map(({ months: all }) => JSON.stringify(all))
          .sort();
      expect(months(shuffled)).toEqual(months(book.subscriptions));
    }),
    { ...run, numRuns: 50 },
  );
});

test('one account counted again leaves what counting everything anew does', () => {
  fc.assert(
    fc.property(books, anySubscriptions, (book, others) => {
      const engine = engineOf(book);
      allTotals(engine); // sums exist before the change
      const changed = others.map((each) => ({ ...each, accountId: 1, id: each.id + 100 }));
      const [first] = accounts;
      if (!first) throw new Error('account 1');
      engine.replace(first, changed);
      const kept = book.subscriptions.filter(({ accountId }) => accountId !== 1);
      const anew = engineOf({ ...book, subscriptions: [...kept, ...changed] });
      expect(engine.totals().months).toEqual(anew.totals().months);
      for (const dimension of dimensions)
        for (const [value, totals] of anew.bySlice(dimension))
          expect(engine.bySlice(dimension).get(value)?.months).toEqual(totals.months);
    }),
    { ...run, numRuns: 50 },
  );
});
