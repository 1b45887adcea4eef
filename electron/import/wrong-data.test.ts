import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { testSettings } from '../../db/testing/book.ts';
import { importFields } from '../export/sheets.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, writePrepared } from './import.ts';
import { proposedChoices, proposeTable } from './import-table.ts';
import { openImport, type Source } from './read.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
  await initialize(book, (trx) => describeBook(trx, { ...testSettings, base_currency: 'USD' }));
});
afterEach(() => book.close());

const csv = (text: string) => openImport(new TextEncoder().encode(text), 'file.csv');

/** Cells of one sheet as they stand in its part. */
function workbook(sheetData: string): Source {
  const part = (type: string, target: string, id: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
  const bytes = zipSync({
    '_rels/.rels': strToU8(
      `<Relationships>${part('officeDocument', '/xl/workbook.xml', 'r1')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${part('worksheet', 'one.xml', 'r1')}${part('styles', 'styles.xml', 'r2')}</Relationships>`,
    ),
    'xl/one.xml': strToU8(`<worksheet><sheetData>${sheetData}</sheetData></worksheet>`),
    'xl/styles.xml': strToU8(
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
    ),
  });
  return openImport(bytes, 'file.xlsx');
}

async function imports(source: Source) {
  const choices = proposedChoices(source, await importFieldsIn(book.db, source));
  const prepared = await prepareImport(book, source, choices);
  const done = await writePrepared(book, 'file', prepared);
  return {
    ...done,
    prepared,
    reasons: prepared.leftOut.map(({ row, reason, field }) => [row + 1, reason, field]),
  };
}
const names = async () =>
  (await book.db.selectFrom('account').select('name').execute()).map(({ name }) => name);

test.each([
  ['2024-02-29 23:59:59', 45351 + 86399 / 86400, '2024-02-29 23:59'],
  ['2024-12-31 23:59:30', 45657 + 86370 / 86400, '2024-12-31 23:59'],
  ['midnight, a hair short by binary fractions', 45657 - 1e-10, '2024-12-31'],
  ['half past eight', 45657 + 8.5 / 24, '2024-12-31 08:30'],
])('a cell of %s keeps its day', (_, serial, read) => {
  const source = workbook(`<row><c s="1"><v>${serial}</v></c></row>`);
  expect(source.read(0).rows).toEqual([[read]]);
});

test('a workbook with zip64 sizes, as Java streams it, is read', () => {
  expect(
    openImport(readFileSync(new URL('fixtures/zip64.xlsx', import.meta.url)), 'x.xlsx').read(0).rows,
  ).toEqual([
    ['Account', 'ARR'],
    ['Acme', 12],
  ]);
});

test.each([
  ['tickets', 'ticket_id,account_id,submitted_at,closed_at,priority\nT-1,A-1,2024-01-01,2024-01-03,high'],
  ['usage', 'usage_id,account_id,usage_date,feature_name,usage_count\nU-1,A-1,2024-01-01,sync,3'],
  ['churn', 'churn_event_id,account_id,churn_date,reason_code\nC-1,A-1,2024-01-01,price'],
])('a list of %s is no list of accounts, and is called what it is', (looksLike, text) => {
  expect(proposeTable(csv(text), 0, importFields)).toMatchObject({ noun: null, looksLike });
});

test('an account’s key with one column that is like ours makes no list of accounts', () => {
  expect(proposeTable(csv('account_id,closed_at\nA-1,2024-01-01'), 0, importFields).noun).toBeNull();
  const update = 'account_id,industry,tier\nA-1,Retail,A';
  expect(proposeTable(csv(update), 0, importFields).noun).toBe('account');
});

test('under a heading of ours values that do not read are problems of their rows, not of the column', async () => {
  const { added, reasons } = await imports(
    csv('Name,Customer since\nAcme,2024-01-02\nBolt,soon\nCord,maybe'),
  );
  expect(added).toBe(1);
  expect(reasons).toEqual([
    [3, 'unreadable-date', 'customerSince'],
    [4, 'unreadable-date', 'customerSince'],
  ]);
});

describe('below a list', () => {
  const list = 'Name,Industry,ARR note\nAcme,Retail,1\nTotal,Energy,2\n';
  test.each([
    ['Total,,3', 'total'],
    ['Grand total:,,3', 'total'],
    ['合计（2 家）,,3', 'total'],
    ['Name,Industry,ARR note', 'headings'],
    ['\nExported from CRM on 1 May', 'note'],
    ['数据来源：CRM', 'note'],
  ])('%j is set aside', async (line, is) => {
    const { prepared } = await imports(csv(`${list}${line}\n`));
    expect(await names()).toEqual(['Acme', 'Total']);
    expect([...(prepared.tables[0]?.table.asides.values() ?? [])]).toEqual([is]);
  });

  test('such rows come in where the user wants them', async () => {
    const source = csv(`${list}Total,,3\n`);
    const [choice] = proposedChoices(source, importFields);
    if (!choice) throw new Error('not taken for a list');
    const { tables } = await prepareImport(book, source, [{ ...choice, keepsAsides: true }]);
    expect(tables[0]?.checked.rows).toHaveLength(3);
  });

  test('a second table is a sheet of its own', async () => {
    const source = csv(
      'Name,Industry\nAcme,Retail\nTotal,\n,\nContact,Account Name,Email\nAnn Lee,Acme,ann@a.com\n',
    );
    expect(source.sheets.map(({ name }) => name)).toEqual(['file.csv', 'file.csv (2)']);
    expect(await imports(source)).toMatchObject({ added: 2, leftOut: 0 });
    expect(await names()).toEqual(['Acme']);
    expect(await book.db.selectFrom('contact').select(['name', 'email']).execute()).toEqual([
      { name: 'Ann Lee', email: 'ann@a.com' },
    ]);
  });
});

test.each(['24', '24 months', '2 years', '24个月', '两年'])(
  'a contract over %s without a last day ends when that time is over',
  async (term) => {
    await imports(csv('Account ID,Name\nA-1,Acme'));
    await imports(csv(`Account,Product,Amount,Start date,Term\nAcme,Base,24000,2025-01-01,${term}`));
    expect(
      await book.db.selectFrom('contract').select(['end_on', 'billing_period', 'annual_minor']).execute(),
    ).toEqual([{ end_on: '2026-12-31', billing_period: 'term', annual_minor: 1_200_000 }]);
  },
);

test('formulas without a value are told of, and a row of them is not gone', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const formula = '<c><f>A1</f><v></v></c>';
  const empty = '<c t="str"><f>""</f><v></v></c>';
  const source = workbook(
    `<row>${cell('Name')}${cell('Industry')}</row><row>${formula}${formula}</row><row>${cell('Acme')}${empty}</row>`,
  );
  const { added, reasons } = await imports(source);
  expect(added).toBe(1);
  expect(reasons).toEqual([[2, 'uncalculated-formula', 'name']]);
});

test('both ways to write an id of Salesforce are one account, whichever comes first', async () => {
  const short = 'Account ID,Account Name\n001A000001aaaaa,Acme\n001A000001aaaaB,Bolt';
  const long = 'Account ID,Account Name\n001A000001aaaaaIAA,Acme Inc\n001A000001aaaabIAA,Cord';
  await imports(csv(short));
  expect(await imports(csv(long))).toMatchObject({ added: 1, changed: 1 });
  const keys = await book.db.selectFrom('account').select('key').execute();
  expect(keys.map(({ key }) => key).toSorted()).toEqual([
    '001A000001aaaaB',
    '001A000001aaaaaIAA',
    '001A000001aaaabIAA',
  ]);
  expect(await imports(csv('Account ID,Account Name\n001A000001aaaaa,Acme Inc'))).toMatchObject({
    changed: 0,
  });
});

test('where no account’s key is known, its name is gone by', async () => {
  await imports(csv('Account ID,Account Name\nA-1,Acme\nA-2,Bolt'));
  const contacts = (key: string) =>
    csv(`Account ID,Account Name,Contact Name,Email\n${key},Acme,Ann,ann@a.com`);
  expect(await imports(contacts('001A000001aaaaa'))).toMatchObject({ added: 1, leftOut: 0 });
  const mixed = csv('Account ID,Account Name,Contact Name,Email\nA-2,Bolt,Bo,b@b.com\nA-9,Acme,Cy,c@c.com');
  expect((await imports(mixed)).reasons).toEqual([[3, 'unknown-account', null]]);
});

test('what HubSpot writes several of in one cell is known by the first', async () => {
  await imports(csv('Account ID,Account Name\n77,Acme\n78,Bolt'));
  const contacts = csv('Account ID,Contact Name,Email,Buying Role\n99;78,Ann,a@b.c,CHAMPION;BUDGET_HOLDER');
  expect(await imports(contacts)).toMatchObject({ added: 1, leftOut: 0 });
  expect(await book.db.selectFrom('contact').select(['account_id', 'role']).execute()).toEqual([
    { account_id: 2, role: 'champion' },
  ]);
});

test('errors and percentages in text files are no values', async () => {
  await imports(csv('Name,Industry\nAcme,#N/A\nBolt,#REF!'));
  expect(await book.db.selectFrom('account').select(['name', 'industry']).execute()).toEqual([
    { name: 'Acme', industry: null },
  ]);
  const { reasons } = await imports(
    csv('Account,Amount,Start date\nAcme,15%,2026-01-01\nAcme,0.0001,2026-01-01'),
  );
  expect(reasons).toEqual([
    [2, 'percentage', 'amount'],
    [3, 'amount-too-small', null],
  ]);
});
