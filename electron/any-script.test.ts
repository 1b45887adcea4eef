import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount } from '../db/account/query.ts';
import { describeBook } from '../db/book/query.ts';
import { createNote } from '../db/note/query.ts';
import { type Book, createBook, memoryBook, openBook } from '../db/open.ts';
import { initialize, record } from '../db/record.ts';
import { search } from '../db/search/query.ts';
import { testSettings } from '../db/testing/book.ts';
import { exportBook } from './export/book.ts';
import { importFields } from './export/sheets.ts';
import { prepareImport, writePrepared } from './import/import.ts';
import { proposeTable } from './import/import-table.ts';
import { openSource } from './import/read.ts';

/** Names as customers have them, each with what a user would type to find it. */
const names = [
  ['云集供应链（杭州）', '供应链'],
  ['شركة الميناء للتجزئة', 'الميناء'],
  ['חברת הנמל', 'הנמל'],
  ['Ναυτιλία Αιγαίου', 'Αιγαίου'],
  ['Café Zoë 😀 & <Söhne>', 'zoe'],
  ['𠮷野家', '𠮷野'],
  ['株式会社みなと', 'みなと'],
  ['=HYPERLINK("x")', 'hyperlink'],
] as const;
const longest = '客户说：“先看数据”。'.repeat(1000);

let folder: string;
let book: Book;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-script-'));
  book = await createBook(path.join(folder, 'book.tenure'));
  await initialize(book, (trx) => describeBook(trx, testSettings));
  await record(book, { key: 'account.create' }, async (trx) => {
    for (const [name] of names) {
      const accountId = await createAccount(trx, { ...facts, name });
      await createNote(
        trx,
        accountId,
        {
          kind: 'note',
          occurredOn: '2026-11-22',
          body: `${name} ${longest}`,
          contactId: null,
        },
        '2026-11-22',
      );
    }
  });
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true });
});

const facts = {
  key: null,
  legalName: null,
  industry: null,
  size: null,
  region: null,
  tier: null,
  owner: null,
  salesOwner: null,
  status: 'active',
  tags: [],
  description: null,
  customerSince: null,
} as const;
const contentOf = (of: Book) =>
  ['account', 'note'].map((noun) => of.sqlite.prepare(`select * from ${noun} order by id`).all());

test.each(names)('%s is found by %s', async (name, typed) => {
  const titles = (await search(book.db, typed, 20))
    .filter(({ noun }) => noun === 'account')
    .map(({ title }) => title);
  expect(titles).toEqual([name]);
});

test('text of any script and of 10,000 characters is there after closing and opening', async () => {
  const before = contentOf(book);
  await book.close();
  book = await openBook(path.join(folder, 'book.tenure'));
  expect(contentOf(book)).toEqual(before);
});

test('text of any script and of 10,000 characters leaves as a workbook and comes back the same', async () => {
  const file = path.join(folder, 'book.xlsx');
  await exportBook(book, file, 'zh-CN');
  const source = openSource(await readFile(file), 'book.xlsx');
  const choices = source.sheets.flatMap((_, sheet) => {
    const { noun, headerRow, matches } = proposeTable(source, sheet, importFields);
    return noun === null
      ? []
      : [
          {
            sheet,
            noun,
            headerRow,
            fields: matches[noun].map(({ field }) => field),
            answers: {},
            blanked: [],
          },
        ];
  });
  const copy = await memoryBook();
  await initialize(copy, (trx) => describeBook(trx, testSettings));
  await writePrepared(copy, 'book.xlsx', await prepareImport(copy, source, choices));
  expect(contentOf(copy)).toEqual(contentOf(book));
  await copy.close();
});
