import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testEngine, testFacts } from '../testing/report.ts';
import type { Subscription } from './subscription.ts';
import type { MonthTotals } from './totals.ts';

/** Lies beside the project, not in it; without it there is nothing to compute again. */
const folder = path.join(import.meta.dirname, '../../../shared/data/ravenstack');
const elsewhere = path.join(import.meta.dirname, '../../../../shared/data/ravenstack');
const file = [folder, elsewhere].map((each) => path.join(each, 'subscriptions.csv')).find(existsSync);

const row = z.object({
  subscription_id: z.string(),
  account_id: z.string(),
  start_date: z.string(),
  end_date: z.string(),
  plan_tier: z.string(),
  mrr_amount: z.coerce.number(),
  is_trial: z.enum(['True', 'False']),
  billing_frequency: z.enum(['monthly', 'annual']),
});
type Row = z.infer<typeof row>;

type Line = Pick<
  MonthTotals,
  'opening' | 'new' | 'expansion' | 'contraction' | 'churned' | 'reactivated' | 'closing'
> & { customers: number };

/**
 * Another algorithm than the engine's: walks through every day of two years, knows each account's live subscriptions of that
 * day, and books what happens when it happens.
 */
function walkDays(rows: readonly Row[]): Map<string, Line> {
  const paid = rows.filter(({ is_trial, mrr_amount }) => is_trial === 'False' && mrr_amount > 0);
  const starting = Map.groupBy(paid, ({ start_date }) => start_date);
  const ending = Map.groupBy(paid, ({ end_date }) => end_date);
  const live = new Map<string, Set<Row>>();
  const everPaid = new Set<string>();
  /** What each account counted at the last month's end, and what happened to its presence since. */
  const counted = new Map<string, number>();
  const worth = (set: ReadonlySet<Row>) => [...set].reduce((sum, each) => sum + each.mrr_amount * 100, 0);
  const months = new Map<string, Line>();
  let month: Line = {
    opening: 0,
    new: 0,
    expansion: 0,
    contraction: 0,
    churned: 0,
    reactivated: 0,
    closing: 0,
    customers: 0,
  };
  let present = new Map<string, number>();
  let pending = new Map<string, 'new' | 'reactivated'>();
  for (let time = Date.UTC(2023, 0, 1); time <= Date.UTC(2024, 11, 31); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const yesterday = new Date(time - 86_400_000).toISOString().slice(0, 10);
    const touched = new Set<string>();
    const lastWorth = new Map<string, number>();
    for (const each of ending.get(yesterday) ?? []) {
      const own = live.get(each.account_id);
      if (!lastWorth.has(each.account_id)) lastWorth.set(each.account_id, worth(own ?? new Set()));
      own?.delete(each);
      touched.add(each.account_id);
    }
    for (const each of starting.get(day) ?? []) {
      const own = live.get(each.account_id) ?? new Set();
      live.set(each.account_id, own.add(each));
      touched.add(each.account_id);
    }
    for (const account of touched) {
      const isThere = (live.get(account)?.size ?? 0) > 0;
      if (isThere && !present.has(account)) {
        pending.set(account, everPaid.has(account) ? 'reactivated' : 'new');
        present.set(account, 0);
        everPaid.add(account);
      } else if (!isThere && present.has(account)) {
        const arrived = pending.get(account);
        const lost = arrived ? (lastWorth.get(account) ?? 0) : (counted.get(account) ?? 0);
        if (arrived) month[arrived] += lost;
        month.churned += lost;
        pending.delete(account);
        present.delete(account);
        counted.delete(account);
      }
    }
    if (new Date(time + 86_400_000).getUTCDate() !== 1) continue;
    for (const account of present.keys()) {
      const now = worth(live.get(account) ?? new Set());
      const arrived = pending.get(account);
      const change = now - (counted.get(account) ?? 0);
      if (arrived) month[arrived] += now;
      else if (change > 0) month.expansion += change;
      else month.contraction -= change;
      counted.set(account, now);
      month.closing += now;
    }
    pending = new Map();
    month.customers = present.size;
    months.set(day.slice(0, 7), month);
    month = {
      ...{ new: 0, expansion: 0, contraction: 0, churned: 0, reactivated: 0, closing: 0, customers: 0 },
      opening: month.closing,
    };
    present = new Map(present);
  }
  return months;
}

test.skipIf(file === undefined)(
  '5,000 subscriptions of a public data set come out the same day by day, month by month and plan by plan',
  () => {
    const { data } = Papa.parse(readFileSync(file ?? '', 'utf8'), { header: true, skipEmptyLines: true });
    const rows = z.array(row).parse(data);
    const ids = new Map<string, number>();
    const subscriptions = rows.map((each, at): Subscription => {
      const accountId = ids.get(each.account_id) ?? ids.size + 1;
      ids.set(each.account_id, accountId);
      const isYearly = each.billing_frequency === 'annual';
      return {
        id: at + 1,
        accountId,
        line: each.plan_tier,
        amountMinor: each.mrr_amount * 100 * (isYearly ? 12 : 1),
        currency: 'USD',
        billingPeriod: isYearly ? 'year' : 'month',
        startOn: each.start_date,
        endOn: each.end_date === '' ? null : each.end_date,
        isTrial: each.is_trial === 'True',
        renewsId: null,
        priceChanges: [],
      };
    });
    const facts = { ...testFacts(subscriptions), table: { baseCurrency: 'USD', rates: [] } };
    const engine = testEngine(facts, '2023-01', '2024-12', {}, 'USD');
    const plans = [...new Set(rows.map(({ plan_tier }) => plan_tier))];
    expect(plans).toHaveLength(3);
    const byPlan = engine.bySlice('line');
    for (const plan of [null, ...plans]) {
      const totals = plan === null ? engine.totals() : byPlan.get(plan);
      const walked = walkDays(plan === null ? rows : rows.filter(({ plan_tier }) => plan_tier === plan));
      expect(walked.size).toBe(24);
      for (const [month, line] of walked) {
        const counted = totals?.months[engine.place(month)];
        const { customers, ...amounts } = line;
        expect({ plan, month, ...counted }).toMatchObject({ plan, month, ...amounts });
        expect(counted?.customers.closing).toBe(customers);
      }
    }
    expect(engine.totals().months.at(-1)?.closing).toBe(1_025_950_900);
  },
);
