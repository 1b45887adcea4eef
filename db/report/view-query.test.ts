import type { Insertable } from 'kysely';
import { expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import type { ContractTable } from '../contract/table.ts';
import { type Book, memoryBook } from '../open.ts';
import { initialize, record } from '../record.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { plansOf } from '../testing/plan.ts';
import { setCompanyMonths } from './company-query.ts';
import { reportFacts } from './facts-query.ts';
import { buildReport } from './report.ts';
import { reportJson } from './report-json.ts';
import { type ReportSlice, readSlice } from './slice.ts';
import { reportEngine, reportSheetFacts } from './view-query.ts';

const today = '2026-12-01';

async function bookWith(contracts: readonly Partial<Insertable<ContractTable>>[]): Promise<Book> {
  const book = await memoryBook();
  await initialize(book, async (trx) => {
    await describeBook(trx, testSettings);
    await trx
      .insertInto('account')
      .values([
        { ...testAccount, id: 1, name: 'Harbor', owner: 'Lin', status: 'active' },
        { ...testAccount, id: 2, name: 'Kestrel', owner: null, status: 'churned' },
      ])
      .execute();
    for (const contract of contracts)
      await trx.insertInto('contract').values(testContract(1, contract)).execute();
    await trx
      .insertInto('segmentation_scheme')
      .values({ id: 1, name: 'Size', kind: 'a-priori', position: 1 })
      .execute();
    await trx.insertInto('segment').values({ id: 1, scheme_id: 1, name: 'Large', position: 1 }).execute();
    await trx
      .insertInto('segment_placement')
      .values({ scheme_id: 1, segment_id: 1, account_id: 1, placed_by: 'hand' })
      .execute();
  });
  return book;
}

async function report(
  book: Book,
  from: string,
  to: string,
  slices: readonly ReportSlice[] = [],
  currency: string | null = null,
) {
  const { engine, facts } = await reportEngine(book.db, today, { from, to, currency, slices });
  const sheet = await reportSheetFacts(book.db, engine, facts, slices);
  return reportJson(engine, buildReport(engine, slices, 'month', sheet), slices, engine.policies);
}

const yearly = { amount_minor: 120_000, annual_minor: 120_000 };

test('contracts and their prices become movements, a slice cuts them, and money stays in minor units', async () => {
  const book = await bookWith([
    { ...yearly, id: 1 },
    { ...yearly, id: 2, account_id: 2, end_on: '2026-06-30', product: 'Analytics' },
  ]);
  await record(book, { key: 'contract.change-price' }, (trx) =>
    trx
      .insertInto('contract_price')
      .values({ contract_id: 1, account_id: 1, from_on: '2026-04-10', amount_minor: 180_000 })
      .execute(),
  );
  const { months } = await report(book, '2026-01', '2026-07');
  expect(
    months.map(({ month, new: came, expansion, churned, closing }) => [
      month,
      came,
      expansion,
      churned,
      closing,
    ]),
  ).toEqual([
    ['2026-01', 20_000, 0, 0, 20_000],
    ['2026-02', 0, 0, 0, 20_000],
    ['2026-03', 0, 0, 0, 20_000],
    ['2026-04', 0, 5_000, 0, 25_000],
    ['2026-05', 0, 0, 0, 25_000],
    ['2026-06', 0, 0, 0, 25_000],
    ['2026-07', 0, 0, 10_000, 15_000],
  ]);
  expect(months[6]?.rates).toMatchObject({
    logoChurn: 0.5,
    mrrChurn: 0.4,
    grr: 0.6,
    grr12: null,
    reason: { grr12: 'no-customers-at-start' },
  });
  expect(months[1]?.unitEconomics).toMatchObject({
    ltv: null,
    cac: null,
    reason: { ltv: 'no-new-customers', cac: 'no-company-figures' },
  });
  for (const text of [
    'segment:Size=Large',
    'owner=lin',
    'line=Platform',
    'product:platform',
    'cohort=2026-01',
  ]) {
    const slice = readSlice(text);
    const cut = await report(book, '2026-07', '2026-07', slice ? [slice] : []);
    expect([text, cut.months[0]?.closing]).toEqual([text, 15_000]);
    expect(cut.months[0]?.finance.reason?.billings).toBe('not-allocated');
  }
  await expect(
    report(book, '2026-07', '2026-07', [{ dimension: 'segment:Colour', value: 'Red' }]),
  ).rejects.toMatchObject({
    code: 'report.unknown-slice',
  });
  await expect(report(book, '2026-07', '2026-06')).rejects.toMatchObject({ code: 'report.bad-range' });
  await expect(report(book, '2026-07', '2026-07', [], 'EUR')).rejects.toMatchObject({
    code: 'report.no-rate',
  });
  await book.close();
});

test('a contract that renews by itself goes on until notice is on file or a later one takes over', async () => {
  const renewing = { ...yearly, start_on: '2024-03-01', end_on: '2025-02-28', auto_renews: 1 } as const;
  const book = await bookWith([
    { ...renewing, id: 1 },
    { ...yearly, id: 2, start_on: '2026-05-01', end_on: '2027-04-30' },
    { ...renewing, id: 3, account_id: 2, notice_given_on: '2025-01-15' },
  ]);
  const { months } = await report(book, '2025-03', '2026-05');
  expect(months[0]).toMatchObject({ opening: 20_000, churned: 10_000, closing: 10_000 });
  expect(months.slice(1).every(({ closing, netNew }) => closing === 10_000 && netNew === 0)).toBe(true);
  await book.close();
});

test('the company sheet gives unit economics and finance; a month it has not is said, never zero', async () => {
  const book = await bookWith([
    { ...yearly, id: 1 },
    { ...yearly, id: 2, account_id: 2 },
  ]);
  await record(book, { key: 'company-month.edit' }, (trx) =>
    setCompanyMonths(trx, [
      {
        month: '2026-01',
        currency: 'CNY',
        salesAndMarketing: 50_000,
        costOfRevenue: 5_000,
        billings: 240_000,
        visitors: 1_000,
        trials: 50,
      },
    ]),
  );
  const { months, missingCompanyMonths } = await report(book, '2026-01', '2026-02');
  expect(missingCompanyMonths).toEqual(['2026-02']);
  expect(months[0]?.finance).toMatchObject({
    revenue: 20_000,
    grossProfit: 15_000,
    grossMargin: 0.75,
    deferredRevenue: 220_000,
    operatingCost: null,
  });
  expect(months[0]?.unitEconomics).toMatchObject({
    cac: 25_000,
    margin: 0.75,
    ltv: null,
    paybackMonths: 25_000 / 7_500,
  });
  expect(months[0]?.funnel).toMatchObject({ visitToTrial: 0.05, trialToPaid: null });
  expect(months[1]?.finance).toMatchObject({ billings: null, deferredRevenue: null });
  await book.close();
});

test('the gathering reads contracts, accounts and placements each in one pass', async () => {
  const book = await bookWith([yearly]);
  const plans = await plansOf(book, () =>
    reportFacts(book.db, { automaticRenewal: 'renews', membership: 'as-of-report' }, '2026-12'),
  );
  expect(plans.filter((step) => step.startsWith('SCAN contract')).length).toBeLessThanOrEqual(2);
  const one = await plansOf(book, () =>
    reportFacts(book.db, { automaticRenewal: 'renews', membership: 'as-of-report' }, '2026-12', [1]),
  );
  expect(one.join('\n')).toContain('SEARCH contract USING INDEX contract_by_account');
  await book.close();
});
