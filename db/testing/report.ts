import fc from 'fast-check';
import { type ReportAccount, ReportEngine, type ReportFacts } from '../report/engine.ts';
import type { Month } from '../report/month.ts';
import { defaultPolicies, type ReportPolicies } from '../report/policy.ts';
import type { Subscription } from '../report/subscription.ts';
import { addDays } from '../types/calendar.ts';
import type { ExchangeRate } from '../types/exchange.ts';

/** A monthly subscription in yuan without an end, of account 1. */
export function testSubscription(facts: Partial<Subscription> = {}): Subscription {
  return {
    id: 1,
    accountId: 1,
    line: 'Platform',
    amountMinor: 10_000,
    currency: 'CNY',
    billingPeriod: 'month',
    startOn: '2026-01-01',
    endOn: null,
    isTrial: false,
    renewsId: null,
    priceChanges: [],
    ...facts,
  };
}

/** What a report is counted from, made of subscriptions alone; accounts are named by their number unless given. */
export function testFacts(
  subscriptions: readonly Subscription[],
  given: {
    readonly accounts?: readonly ReportAccount[];
    readonly rates?: readonly ExchangeRate[];
    readonly history?: ReportFacts['history'];
  } = {},
): ReportFacts {
  const bySubscription = Map.groupBy(subscriptions, ({ accountId }) => accountId);
  const named = new Map((given.accounts ?? []).map((account) => [account.id, account]));
  return {
    accounts: new Map(
      [...bySubscription.keys()].map((id) => [
        id,
        named.get(id) ?? { id, name: `Account ${id}`, values: {} },
      ]),
    ),
    subscriptions: bySubscription,
    table: { baseCurrency: 'CNY', rates: given.rates ?? [] },
    history: given.history ?? new Map(),
  };
}

export function testEngine(
  facts: ReportFacts,
  from: Month,
  to: Month,
  policies: Partial<ReportPolicies> = {},
  currency = 'CNY',
): ReportEngine {
  return new ReportEngine(facts, { from, to, currency }, { ...defaultPolicies, ...policies });
}

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-06-01', days));

/** A subscription such as books have: any period, trials, zero amounts, one-day terms, prices that change, two currencies. */
const anySubscription = fc
  .record({
    accountId: fc.integer({ min: 1, max: 8 }),
    line: fc.constantFrom('Basic', 'Pro', null),
    amountMinor: fc.constantFrom(0, 1, 9_999, 10_000, 120_000, 333_333),
    currency: fc.constantFrom('CNY', 'CNY', 'USD'),
    billingPeriod: fc.constantFrom('month', 'quarter', 'half-year', 'year', 'term'),
    startOn: day,
    days: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
    isTrial: fc.constantFrom(false, false, false, true),
    change: fc.option(
      fc.record({
        after: fc.integer({ min: 1, max: 300 }),
        amountMinor: fc.constantFrom(0, 5_000, 20_000, 150_000),
      }),
      { nil: null },
    ),
  })
  .map(({ days, change, ...facts }): Subscription => {
    const endOn = days === null ? null : addDays(facts.startOn, days);
    const { after, amountMinor } = change ?? { after: 0, amountMinor: 0 };
    const fromOn = addDays(facts.startOn, after);
    const isInTerm = change !== null && (endOn === null || fromOn <= endOn);
    return {
      ...facts,
      id: 0,
      endOn,
      renewsId: null,
      priceChanges: isInTerm ? [{ fromOn, amountMinor }] : [],
    };
  });

/** The subscriptions of a small book, numbered. */
export const anySubscriptions = fc
  .array(anySubscription, { minLength: 1, maxLength: 24 })
  .map((all) => all.map((each, at) => ({ ...each, id: at + 1 })));

/** Rates that move month by month, from before the first subscription. */
export const anyRates = fc
  .array(fc.double({ min: 6, max: 8, noNaN: true }), { minLength: 1, maxLength: 12 })
  .map((values) =>
    values.map((basePerUnit, at) => ({
      currency: 'USD',
      validOn: addDays('2024-01-01', at * 80),
      basePerUnit,
    })),
  );

export const anyPolicies: fc.Arbitrary<Partial<ReportPolicies>> = fc.record({
  gapDays: fc.constantFrom(0, 0, 10, 45),
  pauseDays: fc.constantFrom(0, 30, 90),
  sameMonth: fc.constantFrom('both', 'neither'),
  reactivationDays: fc.constantFrom(null, 60),
});
