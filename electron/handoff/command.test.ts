import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Language } from '../../db/types/language.ts';
import { runCommand } from '../testing/run-command.ts';
import { sampleFile } from '../testing/sample-file.ts';
import { handoffCommand } from './command.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  ({ folder, file } = await sampleFile());
});
afterEach(async () => {
  process.exitCode = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Runs `tenure handoff …` in this process. */
const handoff = (labels: string[], language?: Language) => runCommand(handoffCommand, labels, language);

const numberOf = async (account: string) => {
  const { out } = await handoff(['list', file, '--json']);
  const rows = JSON.parse(out) as { id: number; account: string }[];
  return String(rows.find((row) => row.account === account)?.id);
};

test('the list and a handoff are shown to people and to scripts', async () => {
  expect((await handoff(['list', file])).out).toMatch(/Submitted {2}Lumen Health {2}Assortment planning\n/);
  const id = await numberOf('Langrun Medical');
  const { out } = await handoff(['show', file, id], 'zh-CN');
  expect(out).toMatch(/^Langrun Medical · Analytics module · 已退回\n得分 \d+ · 退回\n/);
  expect(JSON.parse((await handoff(['show', file, id, '--json'])).out)).toMatchObject({
    decision: 'return',
    because: { reason: 'gates' },
  });
});

test('a form goes out, comes back changed, and is taken over after a look', async () => {
  const id = await numberOf('Lumen Health');
  const form = path.join(folder, 'form.xlsx');
  await handoff(['export', file, id, '--to', form]);
  const workbook = read(await readFile(form));
  const sheet = workbook.Sheets['Delivery list'] ?? {};
  const row = (key: string) =>
    Object.keys(sheet)
      .find((cell) => sheet[cell]?.v === key)
      ?.slice(1);
  sheet[`F${row('plan')}`] = { t: 's', v: 'Enterprise' };
  sheet[`F${row('start')}`] = { t: 's', v: 'soon' };
  sheet[`G${row('seats')}`] = { t: 's', v: 'Assumption' };
  await writeFile(form, write(workbook, { type: 'buffer', bookType: 'xlsx' }));

  const look = await handoff(['import', file, id, form, '--dry-run']);
  expect(look.out).toContain('plan (Plan): Professional → Enterprise');
  expect(look.out).toContain('seats (Seats): Source: sales → assumption');
  expect(look.code).toBe(4);
  expect(JSON.parse((await handoff(['import', file, id, form, '--json'])).out)).toMatchObject({ changed: 2 });
  expect(JSON.parse((await handoff(['import', file, id, form, '--json'])).out)).toMatchObject({ changed: 0 });

  const other = await numberOf('Langrun Medical');
  const refused = await handoff(['import', file, other, form]);
  expect(refused).toMatchObject({ code: 3, out: '' });
  expect(refused.err).toContain('Lumen Health');
});

test('a decision is made from the command line, and one the state does not allow is refused', async () => {
  const id = await numberOf('Lumen Health');
  const accepted = await handoff(['accept', file, id, '--owner', 'Ada']);
  expect(accepted.out).toMatch(/^Handoff of Lumen Health accepted\n\d{4}-\d\d-\d\d {2}Ada {2}/);
  expect(await handoff(['return', file, id, '--reason', 'x'])).toMatchObject({ code: 3, out: '' });
});

test('a return prints the note for the seller', async () => {
  const id = await numberOf('Lumen Health');
  expect((await handoff(['return', file, id])).err).toContain('Give a reason');
  const { out } = await handoff(['return', file, id, '--reason', 'The deal is on hold.'], 'zh-CN');
  expect(out).toMatch(/^Zhou Ming，您好：[\s\S]*The deal is on hold\./);
});
