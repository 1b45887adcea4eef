import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { testAccount, testContract, testSettings } from '../../db/testing/book.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { undo } from '../../db/undo.ts';
import { exportBook } from '../export/book.ts';
import { acceptedChoices, contentOf } from '../testing/book-content.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { openImport } from './read.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-round-trip-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function emptyBook(): Promise<Book> {
  const book = await memoryBook();
  await initialize(book, (trx) => describeBook(trx, testSettings));
  return book;
}

const ugly = [
  '=SUM(A1)',
  'A; B, C',
  '华为 (中国)',
  'true',
  '007',
  '“quoted”',
  'two\nlines',
  '🙂 مرحبا',
  'N/A',
];
const word = fc.constantFrom(...ugly);
const day = fc
  .integer({ min: 0, max: 364 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
/** Rows whose names differ: what is called alike is one and the same to an import. */
const some = <T>(of: fc.Arbitrary<T>, most = 3) =>
  fc
    .array(fc.record({ name: word, facts: of }), { maxLength: most })
    .map((rows) => rows.map(({ name, facts }, at) => ({ ...facts, name: `${name} ${at}`, at })));

const person = fc.record({
  email: fc.boolean(),
  role: maybe(fc.constantFrom('sponsor', 'champion', 'detractor')),
  sentiment: maybe(fc.integer({ min: -2, max: 2 })),
});
const contract = fc.record({
  keyed: fc.boolean(),
  renews: fc.boolean(),
  prices: fc.uniqueArray(day, { maxLength: 2 }),
  minor: fc.integer({ min: 1, max: 9_999_999 }),
  currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
});
const task = fc.record({ due: maybe(day), done: maybe(day), every: maybe(fc.integer({ min: 1, max: 9 })) });
const goal = fc.record({
  due: maybe(day),
  target: maybe(fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000)),
  readings: fc.uniqueArray(day, { maxLength: 3 }),
  valued: fc.boolean(),
});
const commitment = fc.record({
  side: fc.constantFrom('us', 'customer'),
  made: maybe(day),
  status: fc.constantFrom('open', 'kept', 'partly', 'broken'),
  renewal: fc.boolean(),
});
const bookOf = fc.record({
  fields: fc.uniqueArray(fc.constantFrom('text', 'number', 'money', 'date', 'choice', 'yes-no'), {
    maxLength: 6,
  }),
  schemes: some(
    fc.record({
      kind: fc.constantFrom('a-priori', 'needs', 'value'),
      segments: fc.integer({ min: 0, max: 3 }),
    }),
  ),
  accounts: some(
    fc.record({
      keyed: fc.boolean(),
      people: some(person),
      contracts: some(contract),
      tasks: some(task),
      goals: some(goal),
      commitments: some(commitment),
      related: fc.boolean(),
    }),
  ),
  loose: some(task, 2),
});
type Wanted = typeof bookOf extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes the wanted book row by row; ids count from 1 in the order of writing. */
function fill({ sqlite }: Book, { fields, schemes, accounts, loose }: Wanted): void {
  const into = (table: string, row: Readonly<Record<string, string | number | null | undefined>>): number => {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    const { lastInsertRowid } = sqlite
      .prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`)
      .run(...Object.values(row).map((value) => value ?? null));
    return Number(lastInsertRowid);
  };
  const values: Readonly<Record<string, string | number>> = {
    text: 'a; b',
    number: -1.25,
    money: 12_345,
    date: '2026-02-28',
    'yes-no': 0,
  };
  const own = fields.map((kind, at) => {
    const id = into('custom_field', { name: `${ugly[at]} field`, kind, position: at + 1 });
    const choices =
      kind === 'choice'
        ? [0, 1].map((is_retired) =>
            into('custom_choice', {
              field_id: id,
              name: `${ugly[is_retired]} choice`,
              position: is_retired + 1,
              is_retired,
            }),
          )
        : [];
    return { id, kind, choices };
  });
  const segments = schemes.map(({ name, kind, segments: count, at }) => {
    const scheme_id = into('segmentation_scheme', {
      name,
      kind,
      purpose: at === 0 ? null : name,
      position: at + 1,
    });
    const rule = JSON.stringify({
      match: 'all',
      parts: [{ field: 'industry', comparison: 'any-of', words: [name] }],
    });
    const ids = Array.from({ length: count }, (_, place) =>
      into('segment', {
        scheme_id,
        name: `${ugly[place]} segment`,
        position: place + 1,
        touch: 'high',
        reviews_per_year: 4,
        is_validated: place % 2,
        rule: place === 0 ? rule : null,
      }),
    );
    return { scheme_id, ids };
  });
  const taskOf = (account_id: number | null, each: Wanted['loose'][number]) =>
    into('task', {
      account_id,
      title: each.name,
      due_on: each.due,
      done_on: each.done,
      ...(each.due !== null && each.every !== null && each.done === null
        ? { repeat_unit: 'month', repeat_every: each.every, repeat_from_on: each.due }
        : {}),
    });
  for (const account of accounts) {
    const account_id = into('account', {
      ...testAccount,
      name: account.name,
      key: account.keyed ? `K-${account.at}` : null,
      status: 'active',
      tags: '[]',
    });
    for (const { scheme_id, ids } of segments) {
      const segment_id = ids[account.at % Math.max(1, ids.length)];
      if (segment_id !== undefined)
        into('segment_placement', { scheme_id, segment_id, account_id, placed_by: 'import' });
    }
    for (const { id, kind, choices } of own)
      into('custom_value', {
        field_id: id,
        account_id,
        value: choices[account.at % 2] ?? values[kind] ?? '',
        currency: kind === 'money' ? 'USD' : null,
      });
    const people = account.people.map(({ name, at, email, role, sentiment }) =>
      into('contact', { account_id, name, email: email ? `p${at}@example.org` : null, role, sentiment }),
    );
    const [one, two, three] = people;
    if (account.related && one && two)
      into('contact_relation', { account_id, contact_id: two, other_id: one, kind: 'reports-to' });
    if (account.related && one && three)
      into('contact_relation', { account_id, contact_id: one, other_id: three, kind: 'knows' });
    let former: number | null = null;
    for (const { name, at, keyed, renews, prices, minor, currency } of account.contracts) {
      const id: number = into('contract', {
        ...testContract(account_id, {
          product: name,
          key: keyed ? `C-${account.at}-${at}` : null,
          amount_minor: minor,
          currency,
          annual_minor: minor,
        }),
        renews_contract_id: renews ? former : null,
      });
      for (const from_on of prices)
        into('contract_price', { contract_id: id, account_id, from_on, amount_minor: minor + 1, seats: at });
      former = id;
    }
    for (const each of account.tasks) taskOf(account_id, each);
    for (const { name, due, target, readings, valued, at } of account.goals) {
      const value_point_id = valued ? into('value_point', { name: `${name} of ${account.at}.${at}` }) : null;
      const goal_id = into('goal', {
        account_id,
        metric: name,
        direction: 'increase',
        target,
        due_on: due,
        value_point_id,
      });
      for (const read_on of readings) into('goal_reading', { goal_id, read_on, value: 1.5, source: 'CRM' });
    }
    for (const { name, side, made, status, renewal } of account.commitments)
      into('commitment', {
        account_id,
        text: name,
        side,
        made_on: made,
        status,
        source_noun: renewal ? 'renewal' : null,
      });
  }
  for (const each of loose) taskOf(null, each);
}

/** Exports the wanted book, imports it into an empty one, and expects the same book there; taken back, nothing stays. */
async function goesRound(wanted: Wanted, language: Language): Promise<void> {
  const [book, copy] = [await emptyBook(), await emptyBook()];
  await initialize(book, async () => fill(book, wanted));
  const file = path.join(folder, 'book.xlsx');
  await exportBook(book, file, language);
  const source = openImport(await readFile(file), 'book.xlsx');
  const prepared = await prepareImport(copy, source, await acceptedChoices(source, copy));
  expect(prepared.leftOut).toEqual([]);
  await writePrepared(copy, 'book.xlsx', prepared);
  expect(await contentOf(copy)).toEqual(await contentOf(book));
  for (const into of [copy, book])
    expect(resultOf(await prepareImport(into, source, await acceptedChoices(source, into)))).toMatchObject({
      added: 0,
      changed: 0,
      leftOut: 0,
    });
  if (resultOf(prepared).added > 0) await undo(copy);
  expect(Object.values(await contentOf(copy)).flat()).toEqual([]);
  await Promise.all([book.close(), copy.close()]);
}

test('an exported book imported into an empty one is the same book, and importing it again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(bookOf, fc.constantFrom(...languages), goesRound),
    { numRuns: 8, endOnFailure: true }, // a book is long enough to read without shrinking, which takes minutes
  );
}, 120_000);

test('two people who know each other come back in their order, though only the second has an e-mail address', async () => {
  const person = (at: number, email: boolean) => ({
    name: `N/A ${at}`,
    at,
    email,
    role: null,
    sentiment: null,
  });
  const people = [person(0, false), person(1, false), person(2, true)];
  const none = { contracts: [], tasks: [], goals: [], commitments: [] };
  const account = { name: '007 0', at: 0, keyed: false, related: true, people, ...none };
  await goesRound({ fields: [], schemes: [], accounts: [account], loose: [] }, 'en');
});
