import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { exportedCount } from '../../db/export/query.ts';
import { importNouns } from '../../db/import/noun.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import { testSettings } from '../../db/testing/book.ts';
import { languages } from '../../db/types/language.ts';
import { prepareImport, resultOf, writePrepared } from '../import/import.ts';
import { openSource, type Source } from '../import/read.ts';
import type { TableChoice } from '../import/table-choice.ts';
import { exportInWorker } from '../jobs/export-in-worker.ts';
import { acceptedChoices, contentOf } from '../testing/book-content.ts';
import { exportBook } from './book.ts';

let folder: string;
let file: string;
let book: Book;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-export-'));
  file = path.join(folder, 'book.xlsx');
  book = await memoryBook();
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true });
});

async function accepted(source: Source, into: Book = book): Promise<TableChoice[]> {
  const choices = await acceptedChoices(source, into);
  expect(choices).toHaveLength(source.sheets.length);
  return choices;
}

const output = { is: 'book', language: 'en' } as const;

describe.each(languages)('the book in %s', (language) => {
  test('is known again by the import, which finds nothing to change', async () => {
    await fillSampleBook(book, language, 'Asia/Shanghai');
    await exportBook(book, file, language);
    const source = openSource(await readFile(file), 'book.xlsx');
    const choices = await accepted(source);
    expect(choices.map(({ noun }) => noun).toSorted()).toEqual([...importNouns].toSorted());
    expect(choices.flatMap(({ fields }) => fields)).not.toContain(null);
    expect(resultOf(await prepareImport(book, source, choices))).toEqual({
      added: 0,
      changed: 0,
      unchanged: exportedCount(book),
      leftOut: 0,
    });
  });

  test('makes the same book again from nothing', async () => {
    await fillSampleBook(book, language, 'Asia/Shanghai');
    await exportBook(book, file, language);
    const copy = await memoryBook();
    await initialize(copy, (trx) => describeBook(trx, testSettings));
    const source = openSource(await readFile(file), 'book.xlsx');
    await writePrepared(copy, 'book.xlsx', await prepareImport(copy, source, await accepted(source, copy)));
    expect(await contentOf(copy)).toEqual(await contentOf(book));
    expect(resultOf(await prepareImport(copy, source, await accepted(source, copy)))).toMatchObject({
      added: 0,
      changed: 0,
      leftOut: 0,
    });
    await copy.close();
  });
});

test('a thread of its own writes the same file, and tells how far it is', async () => {
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  let done = 0;
  const working = {
    advance: (rows: number) => {
      done += rows;
    },
    signal: new AbortController().signal,
  };
  await exportInWorker(book, [{ output, file }], working);
  expect(done).toBe(exportedCount(book));
  expect(openSource(await readFile(file), 'x').sheets).toHaveLength(importNouns.length);
  const wrong = exportInWorker(book, [{ output, file: path.join(folder, 'no', 'such', '\0') }], working);
  await expect(wrong).rejects.toThrow();
});

test('cancelled in its thread, it leaves nothing', async () => {
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const controller = new AbortController();
  const writing = exportInWorker(book, [{ output, file }], { advance: () => {}, signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(writing).rejects.toThrow('enough');
  expect(await readdir(folder)).toEqual([]);
});
