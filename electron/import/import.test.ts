import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { findMapping } from '../../db/import/query.ts';
import type { Book } from '../../db/open.ts';
import { memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { undo } from '../../db/undo.ts';
import { importFields } from '../export/sheets.ts';
import type { ColumnAnswer } from './check.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { proposeTable } from './import-table.ts';
import { openSource, type Source } from './read.ts';
import type { TableChoice } from './table-choice.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  await initialize(book, (trx) =>
    describeBook(trx, {
      name: 'Test',
      owner: '',
      base_currency: 'CNY',
      fiscal_year_start_month: 1,
      language: 'en',
      time_zone: 'UTC',
      created_at: '2026-01-01T00:00:00.000Z',
    }),
  );
});
afterEach(() => book.close());

const csv = (text: string) => openSource(new TextEncoder().encode(text), 'file.csv');

/** What the wizard would send when the user accepts every proposal. */
function accepted(
  source: Source,
  answers: Record<number, ColumnAnswer> = {},
  blanked: number[] = [],
): TableChoice[] {
  return source.sheets.flatMap((_, sheet) => {
    const { noun, headerRow, matches } = proposeTable(source, sheet, importFields);
    if (noun === null) return [];
    return [{ sheet, noun, headerRow, fields: matches[noun].map(({ field }) => field), answers, blanked }];
  });
}

async function imports(source: Source, choices = accepted(source)) {
  const prepared = await prepareImport(book, source, choices);
  return { ...(await writePrepared(book, 'file.csv', prepared)), reasons: prepared.leftOut };
}

const changes = () => book.sqlite.prepare('select count(*) from change').pluck().get();

describe('a list of accounts', () => {
  const file = `客户编号,客户名称,规模,状态,标签,客户成功经理,成为客户日期
C-1,华为技术,大型,在约,"重点; 华东",林悦,2024年3月5日
C-2,=云帆科技,SMB,Lead,,,13/04/2025
,无编号公司,,,,,03/04/2025`;

  test('comes in as it is, in either language and however it is written', async () => {
    expect(await imports(csv(file))).toMatchObject({ added: 3, changed: 0, leftOut: 0 });
    const accounts = await book.db.selectFrom('account').selectAll().orderBy('id').execute();
    expect(accounts).toMatchObject([
      {
        key: 'C-1',
        name: '华为技术',
        size: 'large',
        status: 'active',
        tags: '["重点","华东"]',
        owner: '林悦',
        customer_since: '2024-03-05',
      },
      {
        key: 'C-2',
        name: '=云帆科技',
        size: 'small',
        status: 'prospect',
        tags: '[]',
        customer_since: '2025-04-13',
      },
      { key: null, name: '无编号公司', size: null, status: 'active', customer_since: '2025-04-03' },
    ]);
  });

  test('imported again changes nothing and leaves no trace', async () => {
    await imports(csv(file));
    const before = changes();
    expect(await imports(csv(file))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    expect(changes()).toBe(before);
    expect(await book.db.selectFrom('action').select('key').execute()).toEqual([{ key: 'import.write' }]);
  });

  test('is taken back by one undo', async () => {
    await imports(csv(file));
    await undo(book);
    expect(await book.db.selectFrom('account').select('id').execute()).toEqual([]);
  });

  test('updates by key, and blank cells overwrite nothing', async () => {
    await imports(csv(file));
    expect(await imports(csv('Account ID,Account Name,CSM\nC-1,Huawei,\nC-9,New,Ann'))).toMatchObject({
      added: 1,
      changed: 1,
    });
    const huawei = await book.db
      .selectFrom('account')
      .selectAll()
      .where('key', '=', 'C-1')
      .executeTakeFirst();
    expect(huawei).toMatchObject({ name: 'Huawei', owner: '林悦', size: 'large' });
  });

  test('remembers what its columns meant', async () => {
    const source = csv('Foo,Bar\nAcme,x');
    const fields = ['name', 'region'];
    await imports(source, [{ sheet: 0, noun: 'account', headerRow: 0, fields, answers: {}, blanked: [] }]);
    expect(await findMapping(book.db, ['Foo', 'Bar'])).toMatchObject({ noun: 'account', fields });
  });

  test('leaves out rows with cells that do not read, or leaves those cells empty, as the user says', async () => {
    const source = csv('Name,Customer since\nAcme,soon\nBolt,2026-01-02');
    const [choice] = accepted(source);
    if (!choice) throw new Error('no proposal');
    const out = await prepareImport(book, source, [choice]);
    expect(resultOf(out)).toMatchObject({ added: 1, leftOut: 1 });
    expect(out.leftOut).toEqual([
      { table: 0, row: 1, reason: 'unreadable-date', field: 'customerSince', value: 'soon' },
    ]);
    expect(resultOf(await prepareImport(book, source, [{ ...choice, blanked: [1] }]))).toMatchObject({
      added: 2,
    });
  });
});

test('contacts, contracts and notes find their account by key or name, or are told', async () => {
  await imports(csv('Account ID,Name\nA-1,Acme\n,Bolt'));
  const contacts = csv(
    'First Name,Last Name,Account Name,Email,Role\n雷,李,acme,li@a.cn,决策人\nAnn,Lee,BOLT,ann@b.com,User\nX,Y,Nobody,x@y.z,',
  );
  expect(await imports(contacts)).toMatchObject({
    added: 2,
    reasons: [{ row: 3, reason: 'unknown-account', value: 'Nobody' }],
  });
  expect(await book.db.selectFrom('contact').select(['account_id', 'name', 'role']).execute()).toEqual([
    { account_id: 1, name: '李雷', role: 'sponsor' },
    { account_id: 2, name: 'Ann Lee', role: 'key-user' },
  ]);
  const notes = csv(
    'Account,Date,Type,Note,Contact\nAcme,2026-02-03,电话,"Called",李雷\nAcme,,call,No date,',
  );
  expect(await imports(notes)).toMatchObject({
    added: 1,
    reasons: [{ row: 2, reason: 'missing', field: 'occurredOn' }],
  });
  expect(await book.db.selectFrom('note').selectAll().execute()).toMatchObject([
    { kind: 'call', contact_id: 1 },
  ]);
});

test('contracts take amounts as they come, and name the contract they renew', async () => {
  await imports(csv('Account ID,Name\nA-1,Acme'));
  const file = csv(`合同编号,客户,产品,年费（万元）,币种,付款方式,开始日期,结束日期,续签自合同
C-2,Acme,规划,48.6,,季付,2026-01-01,2026-12-31,C-1
C-1,Acme,规划,36,,年付,2025-01-01,2025-12-31,C-0
C-3,Acme,平台,1,USD,,2025-01-01,,
C-4,Acme,平台,1,,,2025-03-01,2025-02-01,`);
  expect(await imports(file)).toMatchObject({
    added: 2,
    reasons: [
      { row: 3, reason: 'two-currencies', value: 'USD, CNY' },
      { row: 4, reason: 'ends-before-start' },
    ],
  });
  expect(await book.db.selectFrom('contract').selectAll().orderBy('key').execute()).toMatchObject([
    { key: 'C-1', amount_minor: 36_000_000, billing_period: 'year', renews_contract_id: null },
    {
      key: 'C-2',
      amount_minor: 12_150_000,
      billing_period: 'quarter',
      annual_minor: 48_600_000,
      renews_contract_id: 2,
    },
  ]);
  const before = changes();
  expect(await imports(file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(changes()).toBe(before);
  await undo(book);
  expect(await book.db.selectFrom('contract').select('id').execute()).toEqual([]);
});

test('cancelling half-way leaves nothing', async () => {
  const rows = Array.from({ length: 1200 }, (_, index) => `A-${index},Account ${index}`).join('\n');
  const source = csv(`Account ID,Name\n${rows}`);
  const prepared = await prepareImport(book, source, accepted(source));
  const controller = new AbortController();
  const advance = () => controller.abort(new Error('enough'));
  await expect(writePrepared(book, 'x', prepared, { advance, signal: controller.signal })).rejects.toThrow(
    'enough',
  );
  expect(await book.db.selectFrom('account').select('id').execute()).toEqual([]);
  expect(changes()).toBe(0);
});

const ravenstack = new URL('../../../shared/data/ravenstack/', import.meta.url);
const raven = [ravenstack, new URL('../../../../shared/data/ravenstack/', import.meta.url)].find((folder) =>
  existsSync(folder),
);

describe.runIf(raven !== undefined)('RavenStack', () => {
  const bytes = (name: string) => readFileSync(new URL(name, raven)) as Uint8Array;
  const rowsOf = (name: string) =>
    parse<Record<string, string>>(readFileSync(new URL(name, raven), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;

  test('every account and subscription is in the book or listed, and the totals agree', async () => {
    const accounts = await imports(openSource(bytes('accounts.csv'), 'accounts.csv'));
    expect(accounts).toMatchObject({ added: 500, changed: 0, leftOut: 0 });
    const subscriptions = openSource(bytes('subscriptions.csv'), 'subscriptions.csv');
    const { added, leftOut } = await imports(subscriptions);
    const file = rowsOf('subscriptions.csv');
    expect(added + leftOut).toBe(file.length);

    const total = (rows: Record<string, string>[], column: string) =>
      rows.reduce((sum, row) => sum + Number(row[column]), 0);
    const { mrr, seats, trials, open } =
      book.sqlite
        .prepare<[], Record<string, number>>(
          `select sum(annual_minor) / 1200.0 as mrr, sum(seats) as seats, sum(is_trial) as trials,
           sum(end_on is null) as open from contract`,
        )
        .get() ?? {};
    expect(mrr).toBe(total(file, 'mrr_amount'));
    expect(seats).toBe(total(file, 'seats'));
    expect(trials).toBe(file.filter((row) => row.is_trial === 'True').length);
    expect(open).toBe(file.filter((row) => row.end_date === '').length);
    const owners = book.sqlite
      .prepare<[], { key: string; n: number }>(
        'select account.key, count(*) as n from contract join account on account.id = account_id group by 1',
      )
      .all();
    expect(new Map(owners.map(({ key, n }) => [key, n]))).toEqual(
      new Map(
        [...Map.groupBy(file, (row) => row.account_id ?? '')].map(([key, { length }]) => [key, length]),
      ),
    );

    const before = changes();
    expect(await imports(subscriptions)).toMatchObject({ added: 0, changed: 0, unchanged: 5000 });
    expect(changes()).toBe(before);
  });
});

describe('readings of goals', () => {
  const headings = 'Account,Metric,Date,Actual,Source';
  beforeEach(async () => {
    await imports(csv('Account ID,Account Name\nH-1,Harbor\nL-1,Lumen'));
    await initialize(book, async (trx) => {
      const goal = { term: 'short', direction: 'increase', unit: '%' } as const;
      const metrics = ['Active buyers', 'Stock-outs', 'stock-outs'];
      await trx
        .insertInto('goal')
        .values(metrics.map((metric) => ({ ...goal, account_id: 1, metric })))
        .execute();
    });
  });
  const readings = () =>
    book.db.selectFrom('goal_reading').select(['goal_id', 'read_on', 'value', 'source']).execute();

  test('find their goal by account and metric, a percentage as it is written', async () => {
    const file = csv(`${headings}
Harbor,Active buyers,2026-09-30,71%,Usage log
harbor,ACTIVE BUYERS,2026-10-31,"1,083.5",`);
    expect(await imports(file)).toMatchObject({ added: 2, leftOut: 0 });
    expect(await readings()).toEqual([
      { goal_id: 1, read_on: '2026-09-30', value: 71, source: 'Usage log' },
      { goal_id: 1, read_on: '2026-10-31', value: 1083.5, source: null },
    ]);
  });

  test('twice change nothing, another value of the day from the same source corrects it, and one undo takes all back', async () => {
    const file = `${headings}\nHarbor,Active buyers,2026-09-30,71,Log\nHarbor,Active buyers,2026-10-31,83,Log`;
    await imports(csv(file));
    expect(await imports(csv(file))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await imports(csv(file.replace(',83,', ',84,')))).toMatchObject({ added: 0, changed: 1 });
    await undo(book);
    expect((await readings()).map(({ value }) => value)).toEqual([71, 83]);
    await undo(book);
    expect(await readings()).toEqual([]);
  });

  test('are left out where account, goal, day or value are not to be known, each with its reason', async () => {
    const file = csv(`${headings}
Nobody,Active buyers,2026-09-30,1,
Lumen,Active buyers,2026-09-30,2,
Harbor,Stock-outs,2026-09-30,3,
Harbor,Active buyers,03/04/2026,4,
Harbor,Active buyers,2026-09-30,many,`);
    const { reasons, leftOut } = await imports(file);
    expect(leftOut).toBe(5);
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'unknown-account',
      'unknown-goal',
      'several-goals',
      'ambiguous-date',
      'unreadable-number',
    ]);
    const [choice] = accepted(file, { 2: { dateOrder: 'day-first' } });
    if (!choice) throw new Error('the file was not taken for readings');
    expect(choice.noun).toBe('goal_reading');
    await imports(file, [choice]);
    expect(await readings()).toMatchObject([{ read_on: '2026-04-03', value: 4 }]);
  });
});
