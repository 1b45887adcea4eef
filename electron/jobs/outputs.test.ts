import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../db/open.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import { exportInWorker } from './export-in-worker.ts';
import { type OutputFile, stepsOf } from './outputs.ts';

let folder: string;
let book: Book;
let qbrId: number;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-output-'));
  ({ book, qbrId } = await bookWithReview());
});
afterEach(async () => {
  await book.close();
  await rm(folder, { recursive: true });
});

const review = (name: string, id = qbrId, language: 'en' | 'zh-CN' = 'en'): OutputFile => ({
  output: { is: 'review-workbook', id, audience: 'customer', language },
  file: path.join(folder, name),
});

test('twins are written in one go, each counted', async () => {
  const files = [review('en.xlsx'), review('zh.xlsx', qbrId, 'zh-CN')];
  let done = 0;
  const advance = (steps: number) => {
    done += steps;
  };
  await exportInWorker(book, files, { advance, signal: new AbortController().signal });
  expect(done).toBe(stepsOf(book, files));
  const sheets = await Promise.all(files.map(async ({ file }) => read(await readFile(file)).SheetNames));
  expect(sheets[0]).toContain('Outcomes and value');
  expect(sheets[1]).toContain('成果与价值');
});

test('what fails in the thread fails here with its reason, and leaves no file', async () => {
  const working = { advance: () => {}, signal: new AbortController().signal };
  await expect(exportInWorker(book, [review('x.xlsx', 9)], working)).rejects.toMatchObject({
    code: 'record.not-found',
  });
  expect(await readdir(folder)).toEqual([]);
});

test('cancelled, it leaves no file', async () => {
  const controller = new AbortController();
  const writing = exportInWorker(book, [review('x.xlsx')], { advance: () => {}, signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(writing).rejects.toThrow('enough');
  expect(await readdir(folder)).toEqual([]);
});
