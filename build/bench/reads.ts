import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AccountFilter } from '../../db/account/filter-query.ts';
import { accountTotals, listAccounts } from '../../db/account/list-query.ts';
import { getAccount } from '../../db/account/query.ts';
import { currentStatuses } from '../../db/account/status-query.ts';
import { accountAsOf } from '../../db/change/as-of-query.ts';
import { rowHistory } from '../../db/change/query.ts';
import { accountTimeline } from '../../db/change/timeline-query.ts';
import { listContacts } from '../../db/contact/query.ts';
import { listContracts } from '../../db/contract/query.ts';
import { type Book, openBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { search } from '../../db/search/query.ts';
import { gatherToday } from '../../db/today/query.ts';
import { todayEntries } from '../../db/today/rule.ts';
import { bareStatements } from './bare-sql.ts';
import { bigBook } from './big-book.ts';
import { pair } from './measure.ts';
import type { Line } from './table.ts';

const now = () => new Date('2026-11-22T09:00:00.000Z');
const today = '2026-11-22';
const firstPage = { offset: 0, limit: 100 };
const order = (sort: 'name' | 'arr' | 'renewal', descending: boolean) => ({ sort, descending, group: null });

const list = (db: Book['db'], filter: AccountFilter) =>
  listAccounts(db, filter, order('renewal', false), firstPage);

/** What a screen asks of the book, each with the statements it runs. */
const reads: readonly { name: string; read: (book: Book, accounts: number) => Promise<unknown> }[] = [
  {
    name: 'account list, first page by name',
    read: ({ db }) => listAccounts(db, {}, order('name', false), firstPage),
  },
  {
    name: 'account list, first page by ARR',
    read: ({ db }) => listAccounts(db, {}, order('arr', true), firstPage),
  },
  {
    name: 'account list, from the middle',
    read: ({ db }, accounts) =>
      listAccounts(db, {}, order('name', false), { offset: Math.floor(accounts / 2), limit: 100 }),
  },
  {
    name: 'account list, filtered by tier and region',
    read: ({ db }) => listAccounts(db, { tier: ['A'], region: ['East'] }, order('renewal', false), firstPage),
  },
  { name: 'account list, filtered by text', read: ({ db }) => list(db, { text: 'harbor' }) },
  {
    name: 'account list, filtered by stage, owner, industry and size',
    read: ({ db }) =>
      list(db, {
        stage: ['growth', 'renewal'],
        owner: ['Owner 7', null],
        industry: ['Retail'],
        size: ['mid'],
      }),
  },
  {
    name: 'account list, filtered by segment',
    read: ({ db }) => list(db, { slice: [{ schemeId: 1, segmentIds: [2] }] }),
  },
  {
    name: 'Today: all of it, with its reasons',
    read: async (book) => {
      await currentStatuses(book);
      return todayEntries((await gatherToday(book.db, today, now())).facts, today);
    },
  },
  { name: 'account list, totals', read: ({ db }) => accountTotals(db, {}, null, today) },
  { name: 'account list, totals by tier', read: ({ db }) => accountTotals(db, {}, 'tier', today) },
  { name: 'search “harbor 7”', read: ({ db }) => search(db, 'harbor 7', 20) },
  { name: 'search “云集”', read: ({ db }) => search(db, '云集', 20) },
  { name: 'search “yj”', read: ({ db }) => search(db, 'yj', 20) },
  { name: 'search “r”, the first letter typed', read: ({ db }) => search(db, 'r', 20) },
  { name: 'search “renewal”, in half the notes', read: ({ db }) => search(db, 'renewal', 20) },
  {
    name: 'account page: facts, people, contracts, timeline',
    read: async ({ db }) => [
      await getAccount(db, 77),
      await listContacts(db, 77),
      await listContracts(db, 77),
      await accountTimeline(db, 77, today, { offset: 0, limit: 50 }),
    ],
  },
  { name: 'history of a record changed 100 times', read: ({ db }) => rowHistory(db, 'account', 77) },
  { name: 'account as it was a year ago', read: ({ db }) => accountAsOf(db, 77, '2025-11-22T00:00:00.000Z') },
];

/** Each read beside its own statements run bare, in one book of this many accounts. */
export async function measureReads(
  folder: string,
  accounts: number,
): Promise<{ lines: Line[]; file: string }> {
  const file = path.join(folder, `${accounts}.tenure`);
  await rm(file, { force: true });
  await (await bigBook(file, accounts, now)).close();
  const start = performance.now();
  const book = await openBook(file, { now });
  await currentStatuses(book);
  const opening = performance.now() - start;
  for (let edit = 0; edit < 100; edit++)
    await record(book, { key: 'account.edit', parameters: { name: '' } }, (trx) =>
      trx
        .updateTable('account')
        .set({ industry: `Industry ${edit}` })
        .where('id', '=', 77)
        .execute(),
    );
  const lines: Line[] = [
    { name: 'open, check and stand', accounts, product: opening, floor: null, ratio: null },
  ];
  for (const { name, read } of reads) {
    const bare = await bareStatements(book, (listened) => read(listened, accounts));
    lines.push({ name, accounts, ...(await pair(() => read(book, accounts), bare)) });
  }
  await book.close();
  const { size } = await stat(file);
  lines.push({ name: 'file', accounts, product: size / 1e6, floor: null, ratio: null, unit: 'MB' });
  return { lines, file };
}
