import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Language } from '../../db/types/language.ts';
import { runCommand } from '../testing/run-command.ts';
import { sampleFile } from '../testing/sample-file.ts';
import { qbrCommand } from './command.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  ({ folder, file } = await sampleFile());
});
afterEach(async () => {
  process.exitCode = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Runs `tenure qbr …` in this process. */
const qbr = (labels: string[], language?: Language) => runCommand(qbrCommand, labels, language);

test('a review is prepared by the name of its account, says what it lacks and ends so for scripts', async () => {
  const made = await qbr(['prepare', file, 'Pinecrest Foods', '--meeting', '2026-12-02', '--json']);
  const { id, score, gaps } = JSON.parse(made.out) as { id: number; score: number; gaps: { key: string }[] };
  expect(score).toBeLessThan(100);
  expect(gaps.map(({ key }) => key)).toContain('difficulty-missing');
  const asked = await qbr(['ready', file, String(id)]);
  expect(asked.out).toMatch(/^Ready \d+\n {2}Definition of success not confirmed/);
  expect(asked.code).toBe(4);
  expect((await qbr(['ready', file, String(id)], 'zh-CN')).out).toContain('未填写困难');
  expect((await qbr(['list', file])).out).toMatch(
    new RegExp(`${id} {2}QBR {2}.*in preparation {2}Pinecrest Foods`),
  );
});

test('the workbook is written for the customer unless it is asked for the house', async () => {
  const { reviews } = JSON.parse((await qbr(['list', file, '--json'])).out) as {
    reviews: { id: number; account: string; frozenAt: string | null }[];
  };
  const open = reviews.find(({ account, frozenAt }) => account === 'Yunji Supply' && frozenAt === null);
  const sheets = async (name: string, ...options: string[]) => {
    const target = path.join(folder, name);
    await qbr(['export', file, String(open?.id), '--to', target, ...options]);
    return JSON.stringify(read(await readFile(target)).Sheets);
  };
  const refused = await qbr(['export', file, String(open?.id), '--to', path.join(folder, 'no.xlsx')]);
  expect(refused).toMatchObject({ code: 3 });
  expect(await sheets('customer.xlsx', '--anyway', 'A draft for Mei Lin')).not.toContain(
    'Offer returns training',
  );
  expect(await sheets('house.xlsx', '--internal')).toContain('Offer returns training');
  await qbr(['freeze', file, String(open?.id)]);
  expect((await qbr(['freeze', file, String(open?.id)])).err).toContain('frozen');
  expect(process.exitCode).toBe(3);
});

test('an account nobody knows is refused', async () => {
  expect(await qbr(['prepare', file, 'Nobody'])).toMatchObject({ code: 3 });
});
