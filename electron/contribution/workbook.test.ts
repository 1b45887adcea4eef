import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../db/open.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import { languages } from '../../db/types/language.ts';
import { contributionWorkbook } from './workbook.ts';

let book: Book;
beforeEach(async () => {
  ({ book } = await bookWithReview());
});
afterEach(() => book.close());

const period = { from: '2026-10-01', to: '2026-12-31' };
const cellsOf = (bytes: Uint8Array, at: number) => {
  const { Sheets, SheetNames } = read(bytes);
  return utils.sheet_to_json<unknown[]>(Sheets[SheetNames[at] ?? ''] ?? {}, { header: 1, raw: true });
};
const write = (language: 'en' | 'zh-CN') => contributionWorkbook(book, { period, slice: [], language });

test('every figure stands with formula and source, unsigned and unsourced apart, what is not recorded said so', async () => {
  const rows = cellsOf(await write('en'), 0);
  const row = (name: string) => rows.find(([first]) => first === name) ?? [];
  const worth = 19 * 2140 * 34;
  expect(row('Value proven').slice(2, 6)).toEqual([worth, worth, undefined, 1]);
  expect(row('Not signed yet').slice(1, 3)).toEqual(['none', undefined]); // its value arises until 30 November
  expect(row('Without a source')[2]).toBe(worth);
  expect(row('Yunji Supply')[2]).toBe(worth);
  expect(row('Reorder advice')[2]).toBe(worth);
  for (const name of ['Risks resolved', 'References']) expect(row(name)[1]).toBe('not recorded');
  expect(row('Commitments kept by us')[5]).toBe(0); // the one that is overdue was not made in a review
  for (const name of ['Value proven', 'Renewals', 'References'])
    expect(row(name)[7]).toEqual(expect.any(String));
});

test('names every sheet in either language', async () => {
  const names = await Promise.all(languages.map(async (language) => read(await write(language)).SheetNames));
  expect(names).toEqual([
    ['What CS contributed', 'Claims', 'Contracts'],
    ['客户成功的贡献', '价值证明', '合同变动'],
  ]);
});

test('archived accounts and another segment: the slice cuts, the archive does not', async () => {
  await book.db.updateTable('account').set({ archived_at: '2026-11-01T00:00:00.000Z' }).execute();
  const claims = cellsOf(await write('en'), 1);
  expect(claims.map(([account]) => account)).toEqual(['Account', 'Yunji Supply', 'Yunji Supply']);
  const slice = [{ schemeId: 1, segmentIds: [99] }];
  const cut = await contributionWorkbook(book, { period, slice, language: 'en' });
  expect(cellsOf(cut, 1)).toHaveLength(1);
});
