import { expect, test } from 'vitest';
import { migrate, migrations } from '../migrate.ts';
import { memoryBook } from '../open.ts';

const row = {
  account_id: '1',
  what: "'Sponsor leaves'",
  cause: "'sponsor-left'",
  branch: "'motivation'",
  severity: '4',
  likelihood: '5',
  score: '20',
  first_signal_on: "'2026-11-01'",
  written_on: "'2026-11-05'",
  status: "'open'",
  raised_by: "'hand'",
};
const insert = (facts: Readonly<Record<string, string>>) => {
  const said = { ...row, ...facts };
  return `insert into risk (${Object.keys(said).join(', ')}) values (${Object.values(said).join(', ')})`;
};
const account = `insert into action (at, key, kind) values ('', 'account.create', 'do');
  insert into account (id, name) values (1, 'Harbor')`;

test('a book from before risks keeps its accounts and takes a risk', async () => {
  const before = await memoryBook({ migrations: migrations.filter(({ version }) => version < 38) });
  before.sqlite.exec(account);
  const snapshot = before.sqlite.serialize();
  await before.close();
  const book = await memoryBook({ snapshot });
  await migrate(book.sqlite, book.db);
  book.sqlite.exec(insert({}));
  expect(await book.db.selectFrom('risk').select(['id', 'account_id', 'score']).execute()).toEqual([
    { id: 1, account_id: 1, score: 20 },
  ]);
  await book.close();
});

test.each([
  ['a severity beyond 5', { severity: '6', score: '30' }],
  ['a weight that is not severity times likelihood', { score: '9' }],
  ['an amount without its currency', { at_stake_minor: '100' }],
  ['a first sign that is no day', { first_signal_on: "'soon'" }],
])('the table refuses %s', async (_, facts) => {
  const book = await memoryBook();
  book.sqlite.exec(account);
  expect(() => book.sqlite.exec(insert(facts))).toThrow(/constraint failed/);
  await book.close();
});
