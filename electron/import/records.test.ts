import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import type { ImportNoun } from '../../db/import/noun.ts';
import { findMapping } from '../../db/import/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { testAccount, testContract, testSettings } from '../../db/testing/book.ts';
import { undo } from '../../db/undo.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { proposeTable } from './import-table.ts';
import { openSource } from './read.ts';
import type { TableChoice } from './table-choice.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  await initialize(book, async (trx) => {
    await describeBook(trx, testSettings);
    await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor' })
      .execute();
    await trx
      .insertInto('contract')
      .values([testContract(1, { is_trial: 0 }), testContract(1, { product: 'Trial', is_trial: 1 })])
      .execute();
    const person = { account_id: 1, title: null, role: null, influence: null, sentiment: null } as const;
    const unknown = { email: null, phone: null, languages: null, last_touched_on: null };
    for (const name of ['Mei', 'Bo', 'Ann'])
      await trx
        .insertInto('contact')
        .values({ ...person, ...unknown, name })
        .execute();
  });
});
afterEach(() => book.close());

/** Imports a list as rows of the noun, its columns by their headings. */
async function imports(noun: ImportNoun, text: string) {
  const source = openSource(new TextEncoder().encode(text), 'file.csv');
  const choose = async (): Promise<TableChoice[]> => {
    const { headerRow, matches } = proposeTable(source, 0, await importFieldsIn(book.db));
    const fields = matches[noun].map(({ field }) => field);
    return [{ sheet: 0, noun, headerRow, fields, answers: {}, blanked: [] }];
  };
  const prepared = await prepareImport(book, source, await choose());
  await writePrepared(book, 'file.csv', prepared);
  const again = resultOf(await prepareImport(book, source, await choose()));
  expect([again.added, again.changed]).toEqual([0, 0]);
  return { ...resultOf(prepared), reasons: prepared.leftOut.map(({ reason }) => reason) };
}

test('a price change finds its contract by first day and product, and only what a contract can have is taken', async () => {
  const { added, reasons } = await imports(
    'contract_price',
    `Account,Product,Contract begins,Price from,New amount per billing period,Seats
Harbor,Platform,2026-01-01,2026-07-01,150,12
Harbor,Platform,2026-01-01,2027-07-01,150,12
Harbor,Platform,2026-01-01,2026-08-01,USD 150,12
Harbor,Trial,2026-01-01,2026-08-01,150,12
Harbor,Platform,2025-01-01,2026-08-01,150,12
`,
  );
  expect(added).toBe(1);
  expect(reasons).toEqual(['price-outside-term', 'two-currencies', 'price-of-trial', 'unknown-contract']);
  expect(
    await book.db
      .selectFrom('contract_price')
      .select(['contract_id', 'account_id', 'amount_minor'])
      .execute(),
  ).toEqual([{ contract_id: 1, account_id: 1, amount_minor: 15_000 }]);
});

test('a contract renews one without a key by its first day and product, also one further down the file', async () => {
  await imports(
    'contract',
    `Account,Product,Start,Last day,Amount per billing period,Renews contract begun on,Product it renews
Harbor,Platform,2028-01-01,2028-12-31,100,2027-01-01,Platform
Harbor,Platform,2027-01-01,2027-12-31,100,2026-01-01,Platform
Harbor,Other,2027-01-01,2027-12-31,100,2020-01-01,Nothing
`,
  );
  const links = await book.db
    .selectFrom('contract')
    .leftJoin('contract as renewed', 'renewed.id', 'contract.renews_contract_id')
    .select(['contract.product', 'contract.start_on', 'renewed.start_on as renews'])
    .where('contract.start_on', '>', '2026-12-31')
    .orderBy('contract.product')
    .orderBy('contract.start_on')
    .execute();
  expect(links).toEqual([
    { product: 'Other', start_on: '2027-01-01', renews: null },
    { product: 'Platform', start_on: '2027-01-01', renews: '2026-01-01' },
    { product: 'Platform', start_on: '2028-01-01', renews: '2027-01-01' },
  ]);
  await undo(book);
  expect(await book.db.selectFrom('contract').select('id').execute()).toHaveLength(2);
});

test('relations are kept once, a new superior takes the place of the former, and nobody reports in a circle', async () => {
  const heading = 'Account,Contact,Relation,To whom\n';
  const first = await imports(
    'contact_relation',
    `${heading}Harbor,Bo,reports to,Mei
Harbor,Mei,reports to,Bo
Harbor,Ann,knows,Bo
Harbor,Bo,knows,Ann
Harbor,Bo,knows,Bo
Harbor,Zoe,knows,Bo
`,
  );
  expect(first).toMatchObject({ added: 2 });
  expect(first.reasons).toEqual(['reports-in-circle', 'with-oneself', 'unknown-contact']);
  expect(await imports('contact_relation', `${heading}Harbor,Bo,reports to,Ann\n`)).toMatchObject({
    added: 0,
    changed: 1,
  });
  expect(
    await book.db
      .selectFrom('contact_relation')
      .select(['contact_id', 'other_id', 'kind'])
      .orderBy('id')
      .execute(),
  ).toEqual([
    { contact_id: 2, other_id: 3, kind: 'reports-to' },
    { contact_id: 2, other_id: 3, kind: 'knows' },
  ]);
});

test('a task needs no account, and repeats only where all of its repetition is said', async () => {
  await imports(
    'task',
    `Account,Task,Due,Repeats,Every
,Plan the year,2026-12-01,By months,3
Harbor,Call Mei,,By weeks,1
`,
  );
  expect(
    await book.db
      .selectFrom('task')
      .select(['account_id', 'title', 'repeat_unit', 'repeat_from_on'])
      .execute(),
  ).toEqual([
    { account_id: null, title: 'Plan the year', repeat_unit: 'month', repeat_from_on: '2026-12-01' },
    { account_id: 1, title: 'Call Mei', repeat_unit: null, repeat_from_on: null },
  ]);
  const [reason] = (await imports('task', 'Account,Task\nNobody,Call\n')).reasons;
  expect(reason).toBe('unknown-account');
});

test('a reading finds its goal by metric and due day; a commitment keeps its standing', async () => {
  await imports('goal', 'Account,Metric,Better when it,Due,Target\nHarbor,Stock-outs,Falls,2026-12-31,4.5\n');
  const { reasons } = await imports(
    'goal_reading',
    `Account,Metric of the goal,Goal due,Read on,Value,Source
Harbor,stock-outs,2026-12-31,2026-06-30,7,WMS
Harbor,stock-outs,2025-12-31,2026-06-30,7,WMS
`,
  );
  expect(reasons).toEqual(['unknown-goal']);
  expect(await book.db.selectFrom('goal_reading').select(['goal_id', 'value']).execute()).toEqual([
    { goal_id: 1, value: 7 },
  ]);
  const commitments =
    'Account,Promise,Whose commitment,Status,From a renewal talk\nHarbor,Train the team,We,kept,yes\n';
  await imports('commitment', commitments);
  expect(await book.db.selectFrom('commitment').select(['side', 'status', 'source_noun']).execute()).toEqual([
    { side: 'us', status: 'kept', source_noun: 'renewal' },
  ]);
});

test('a field keeps its kind, a segment its readable rule', async () => {
  await imports('custom_field', 'Field,Holds\nPlan,Choice\n');
  expect((await imports('custom_field', 'Field,Holds\nplan,Text\n')).reasons).toEqual(['other-kind']);
  await imports('custom_choice', 'Field,Choice\nPlan,Gold\n');
  expect((await imports('custom_choice', 'Field,Choice\nSize,Gold\n')).reasons).toEqual(['unknown-field']);
  await imports('segmentation_scheme', 'Scheme,Kind of scheme\nNeeds,Needs\n');
  const { reasons } = await imports(
    'segment',
    'Scheme,Segment,Rule\nNeeds,Cost,\nNeeds,Speed,{"all"}\nSize,Big,\n',
  );
  expect(reasons).toEqual(['unreadable-rule', 'unknown-scheme']);
  expect(await book.db.selectFrom('segment').select(['name', 'position']).execute()).toEqual([
    { name: 'Cost', position: 1 },
  ]);
});

test('what is remembered of columns the file defined itself is the columns they became', async () => {
  const text = 'Account,Plan,Needs\nHarbor,Gold,Cost\n';
  const defined = 'custom-new:Plan';
  const source = openSource(new TextEncoder().encode(text), 'file.csv');
  await initialize(book, async (trx) => {
    await trx.insertInto('custom_field').values({ name: 'Plan', kind: 'text', position: 1 }).execute();
  });
  const choice: TableChoice = {
    sheet: 0,
    noun: 'account',
    headerRow: 0,
    fields: ['name', defined, null],
    answers: {},
    blanked: [],
  };
  await writePrepared(book, 'file.csv', await prepareImport(book, source, [choice]));
  const mapping = await findMapping(book.db, ['Account', 'Plan', 'Needs']);
  expect(mapping).toMatchObject({ noun: 'account', fields: ['name', 'custom-1', null] });
});
