import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import {
  createCustomField,
  getCustomField,
  renameCustomField,
  setCustomChoices,
} from '../../db/custom-field/query.ts';
import { customValuesOf } from '../../db/custom-field/value-query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import type { Writer } from '../../db/schema.ts';
import { createSegment } from '../../db/segment/query.ts';
import { createScheme } from '../../db/segment/scheme-query.ts';
import { segmentNames } from '../../db/segment/slice-query.ts';
import { testAccount, testSettings } from '../../db/testing/book.ts';
import { undo } from '../../db/undo.ts';
import type { ColumnAnswer } from './check.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { proposeTable } from './import-table.ts';
import { openSource } from './read.ts';
import type { TableChoice } from './table-choice.ts';

let book: Book;
const write = <T>(action: (trx: Writer) => Promise<T>) => record(book, { key: 'custom-field.edit' }, action);
const csv = (text: string) => openSource(new TextEncoder().encode(text), 'file.csv');

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-06-15T04:00:00Z') });
  await write(async (trx) => {
    await describeBook(trx, testSettings);
    await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor', key: 'H-1' })
      .execute();
    const scheme = await createScheme(trx, { name: 'Needs', kind: 'needs', purpose: null });
    await createSegment(trx, scheme, 'Cost');
    await createCustomField(trx, { name: 'Plan', kind: 'choice', choices: ['Gold', 'Silver'] });
    await createCustomField(trx, { name: 'Budget', kind: 'money', choices: [] });
    await createCustomField(trx, { name: 'Go-live', kind: 'date', choices: [] });
    await createCustomField(trx, { name: 'Sites', kind: 'number', choices: [] });
    await createCustomField(trx, { name: 'Quotable', kind: 'yes-no', choices: [] });
  });
});
afterEach(() => book.close());

async function choiceFor(
  text: string,
  answers: Record<number, ColumnAnswer> = {},
  blanked: number[] = [],
): Promise<TableChoice> {
  const { headerRow, matches } = proposeTable(csv(text), 0, await importFieldsIn(book.db));
  const fields = matches.account.map(({ field }) => field);
  return { sheet: 0, noun: 'account', headerRow, fields, answers, blanked };
}

async function imports(text: string, choice?: TableChoice) {
  const prepared = await prepareImport(book, csv(text), [choice ?? (await choiceFor(text))]);
  return { ...(await writePrepared(book, 'file.csv', prepared)), reasons: prepared.leftOut };
}

const full = `Account key,Account name,Needs,Plan,Budget,Go-live,Sites,Quotable
H-1,Harbor,COST,gold,"¥1,234.50",2026-03-04,12.5,yes
N-1,New,Cost,Silver,USD 20,,3,no
`;

test('columns called like a scheme and like own fields are known, written as one action, and change nothing twice', async () => {
  expect((await choiceFor(full)).fields).toEqual([
    'key',
    'name',
    'segment-1',
    'custom-1',
    'custom-2',
    'custom-3',
    'custom-4',
    'custom-5',
  ]);
  expect(await imports(full)).toMatchObject({ added: 1, changed: 1, leftOut: 0 });
  const [gold, silver] = (await getCustomField(book.db, 1)).choices;
  expect(Object.fromEntries(await segmentNames(book.db, [1, 2]))).toEqual({
    1: { 'segment-1': 'Cost' },
    2: { 'segment-1': 'Cost' },
  });
  const values = await customValuesOf(book.db, [1, 2]);
  expect(values.get(1)).toEqual({
    'custom-1': { value: gold?.id, currency: null },
    'custom-2': { value: 123_450, currency: 'CNY' },
    'custom-3': { value: '2026-03-04', currency: null },
    'custom-4': { value: 12.5, currency: null },
    'custom-5': { value: 1, currency: null },
  });
  expect(values.get(2)).toMatchObject({
    'custom-1': { value: silver?.id },
    'custom-2': { value: 2_000, currency: 'USD' },
    'custom-5': { value: 0 },
  });
  expect(await imports(full)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  await undo(book);
  expect([...(await segmentNames(book.db, [1, 2])), ...(await customValuesOf(book.db, [1, 2]))]).toEqual([]);
});

test('a word that is no segment and no choice is a problem of its cell, left empty or made one as the user says', async () => {
  const text = 'Account key,Account name,Needs,Plan\nH-1,Harbor,Speed,Bronze\n';
  expect((await imports(text)).reasons).toMatchObject([
    { reason: 'unknown-choice', field: 'segment-1', value: 'Speed' },
  ]);
  const blanked = await choiceFor(text, {}, [2, 3]);
  expect(resultOf(await prepareImport(book, csv(text), [blanked]))).toMatchObject({ unchanged: 1 });
  const made = await choiceFor(text, {
    2: { choices: { Speed: 'new:Speed' } },
    3: { choices: { Bronze: 'new:Bronze' } },
  });
  expect(await imports(text, made)).toMatchObject({ changed: 1, leftOut: 0 });
  expect((await segmentNames(book.db, [1])).get(1)).toEqual({ 'segment-1': 'Speed' });
  expect((await getCustomField(book.db, 1)).choices.map(({ name }) => name)).toEqual([
    'Gold',
    'Silver',
    'Bronze',
  ]);
  await undo(book);
  expect((await getCustomField(book.db, 1)).choices).toHaveLength(2);
});

test('an empty cell leaves what is there', async () => {
  await imports(full);
  const text = 'Account key,Needs,Plan\nH-1,,\n';
  expect(await imports(text)).toMatchObject({ changed: 0, unchanged: 1 });
  expect((await segmentNames(book.db, [1])).get(1)).toEqual({ 'segment-1': 'Cost' });
});

test('a field renamed, or a choice taken away, between the matching and the writing changes nothing of what was meant', async () => {
  const choice = await choiceFor(full);
  await write((trx) => renameCustomField(trx, 1, 'Package'));
  expect(await imports(full, choice)).toMatchObject({ added: 1, changed: 1, leftOut: 0 });
  const [gold] = (await getCustomField(book.db, 1)).choices;
  await write((trx) => setCustomChoices(trx, 1, []));
  expect(await imports(full, choice)).toMatchObject({ unchanged: 2, leftOut: 0 });
  expect((await customValuesOf(book.db, [1])).get(1)).toMatchObject({ 'custom-1': { value: gold?.id } });
});

test("a scheme called like an account's own column does not take that column", async () => {
  await write((trx) => createScheme(trx, { name: 'Size', kind: 'a-priori', purpose: null }));
  const text = 'Account key,Account name,Size,Segment: Size\nH-1,Harbor,Large,\n';
  expect((await choiceFor(text)).fields).toEqual(['key', 'name', 'size', 'segment-2']);
});
