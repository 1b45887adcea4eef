import path from 'node:path';
import { sql } from 'kysely';
import { describeBook } from '../../db/book/query.ts';
import { type Book, createBook } from '../../db/open.ts';
import { initialize, record } from '../../db/record.ts';
import { currentEngine } from '../../db/report/engine-query.ts';
import type { ReportWish } from '../../db/report/view-query.ts';
import { reportEngine } from '../../db/report/view-query.ts';
import { alone, pair } from './measure.ts';
import type { Line } from './table.ts';

const today = '2026-12-01';
const wish: ReportWish = { from: '2024-01', to: '2026-12', currency: null, slices: [] };
const dimensions = ['line', 'cohort', 'owner', 'segment:Size'] as const;
/** Contracts per account. */
const each = 4;

/**
 * The report over 36 months with all slices, from cold and after one contract changed, beside one bare pass over the same rows:
 * read them, and add each contract to the months it is live at the end of. Beside it the movements by a plain SQL query.
 */
export async function measureReport(folder: string, accounts: number): Promise<Line[]> {
  const book = await reportBook(path.join(folder, `report-${accounts}.tenure`), accounts);
  try {
    const cold = await pair(
      async () => {
        const { engine } = await reportEngine(book.db, today, wish);
        engine.totals();
        for (const dimension of dimensions) engine.bySlice(dimension);
      },
      () => barePass(book),
    );
    await currentEngine(book, today, wish);
    let amount = 1_000;
    const changed = await alone(async () => {
      await record(book, { key: 'contract.edit' }, (trx) =>
        trx.updateTable('contract').set({ amount_minor: amount++ }).where('id', '=', 1).execute(),
      );
      const start = performance.now();
      const { engine } = await currentEngine(book, today, wish);
      engine.totals();
      for (const dimension of dimensions) engine.bySlice(dimension);
      return performance.now() - start;
    });
    const bySql = await alone(() => plainSql(book), 3);
    return [
      { name: 'report, 36 months, all slices / bare pass', accounts, ...lineOf(cold), most: 2 },
      {
        name: 'report after one contract changed, with the write',
        accounts,
        product: changed,
        floor: null,
        ratio: null,
      },
      { name: 'report, movements by plain SQL', accounts, product: bySql, floor: null, ratio: null },
    ];
  } finally {
    await book.close();
  }
}

function lineOf({ product, floor, ratio }: { product: number; floor: number; ratio: number }) {
  return { product, floor, ratio };
}

async function reportBook(file: string, accounts: number): Promise<Book> {
  const book = await createBook(file, { now: () => new Date(`${today}T09:00:00Z`) });
  await initialize(book, async (trx) => {
    await describeBook(trx, {
      name: 'Report',
      owner: '',
      base_currency: 'CNY',
      fiscal_year_start_month: 1,
      language: 'en',
      time_zone: 'UTC',
      created_at: `${today}T09:00:00.000Z`,
    });
    await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${accounts})
      insert into account (name, owner, status, tags) select 'Account ' || i, 'Owner ' || (i % 20), 'active', '[]' from n`.execute(
      trx,
    );
    await sql`insert into segmentation_scheme (name, kind, position) values ('Size', 'a-priori', 1)`.execute(
      trx,
    );
    await sql`insert into segment (scheme_id, name, position) values (1, 'Large', 1), (1, 'Small', 2)`.execute(
      trx,
    );
    await sql`insert into segment_placement (scheme_id, segment_id, account_id, placed_by)
      select 1, 1 + id % 2, id, 'hand' from account`.execute(trx);
    await sql`insert into contract (account_id, product, amount_minor, currency, billing_period, annual_minor, start_on, end_on)
      select account.id, case value % 3 when 0 then 'Basic' when 1 then 'Pro' else 'Analytics' end,
        (account.id * 7919 % 90000 + 1000) * value, 'CNY', case value % 2 when 0 then 'month' else 'year' end, null,
        date('2023-06-01', '+' || ((account.id * 31 + value * 217) % 1100) || ' days'),
        case when (account.id + value) % 3 = 0 then date('2023-06-01', '+' || ((account.id * 31 + value * 217) % 1100 + 200) || ' days') end
      from account, json_each(${JSON.stringify(Array.from({ length: each }, (_, at) => at + 1))})`.execute(
      trx,
    );
  });
  return book;
}

type Row = {
  account_id: number;
  product: string;
  amount_minor: number;
  billing_period: string;
  start_on: string;
  end_on: string | null;
};

/** Reads the rows and adds each to the months it is live at the end of, by account and nothing else. */
function barePass(book: Book): Map<number, Float64Array> {
  const rows = book.sqlite
    .prepare<[], Row>(
      'select account_id, product, amount_minor, billing_period, start_on, end_on from contract',
    )
    .all();
  const accounts = book.sqlite.prepare('select id, name, owner from account').all();
  const placed = book.sqlite.prepare('select account_id, segment_id from segment_placement').all();
  const ends = Array.from({ length: 49 }, (_, at) =>
    new Date(Date.UTC(2023, at, 0)).toISOString().slice(0, 10),
  );
  const sums = new Map<number, Float64Array>();
  for (const row of rows) {
    let own = sums.get(row.account_id);
    if (!own) {
      own = new Float64Array(ends.length);
      sums.set(row.account_id, own);
    }
    const minor = Math.round(row.amount_minor / (row.billing_period === 'year' ? 12 : 1));
    for (const [at, end] of ends.entries())
      if (row.start_on <= end && (row.end_on === null || row.end_on >= end)) own[at] = (own[at] ?? 0) + minor;
  }
  if (accounts.length < sums.size || placed.length < sums.size) throw new RangeError('accounts are missing');
  return sums;
}

/** What people do instead: MRR per account and month end, and its change, in one statement. */
function plainSql(book: Book): unknown[] {
  return book.sqlite
    .prepare(
      `with recursive month(day) as (select '2023-12-31' union all
          select date(day, '+1 day', '+1 month', '-1 day') from month where day < '2026-12-31'),
        mrr as (select account.id as account_id, day, coalesce(sum(case billing_period when 'year' then amount_minor / 12 else amount_minor end), 0) as minor
          from account cross join month left join contract on contract.account_id = account.id
            and start_on <= day and (end_on is null or end_on >= day) group by account.id, day),
        moved as (select day, minor, lag(minor) over (partition by account_id order by day) as before from mrr)
      select day, sum(case when before = 0 then minor end) as new, sum(case when before > 0 and minor > before then minor - before end) as expansion,
        sum(case when minor > 0 and minor < before then before - minor end) as contraction,
        sum(case when minor = 0 then before end) as churned, sum(minor) as closing from moved group by day`,
    )
    .all();
}
