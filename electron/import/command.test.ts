import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportCommand } from '../export/command.ts';
import { runCommand } from '../testing/run-command.ts';
import { importCommand } from './command.ts';
import { openSource } from './read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-import-'));
  await tenure('new', 'east.tenure', '--currency', 'CNY');
});
afterAll(() => rm(folder, { recursive: true }));

const program = path.join(import.meta.dirname, '../cli.ts');

function tenure(...labels: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, LC_ALL: 'en_US.UTF-8' } };
    execFile(process.execPath, [program, ...labels], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('a list goes in, what is left out is said and saved, and the book comes out again', async () => {
  const list = 'Account ID,Name,Customer since,Whose\nA-1,Acme,03/04/2026,Ann\nA-2,Bolt,soon,Ben\n';
  await writeFile(path.join(folder, 'list.csv'), list);
  const asked = await tenure('import', 'east.tenure', 'list.csv', '--dry-run', '--json');
  expect([asked.code, JSON.parse(asked.out)]).toMatchObject([4, { added: 0, leftOut: 2 }]);

  const labels = ['--date-order', 'day-first', '--map', 'Whose=owner', '--left-out', 'fix.xlsx'];
  const done = await tenure('import', 'east.tenure', 'list.csv', ...labels);
  expect(done.code).toBe(4);
  expect(done.out).toContain('1 added, 0 changed, 0 unchanged, 1 skipped');
  expect(done.out).toContain('row 3: Customer since: Not a date: soon');
  const fix = openSource(await readFile(path.join(folder, 'fix.xlsx')), 'x').read(0);
  expect(fix.rows[1]).toEqual(['A-2', 'Bolt', 'soon', 'Ben', 3, 'Not a date: soon']);

  expect(await tenure('export', 'east.tenure', 'out.xlsx', '--lang', 'zh-CN')).toMatchObject({ code: 0 });
  const sheet = openSource(await readFile(path.join(folder, 'out.xlsx')), 'x').read(0);
  expect(sheet.rows[0]?.slice(0, 2)).toEqual(['客户编号', '客户名称']);
  expect(sheet.rows[1]).toContain('2026-04-03');
  expect(await tenure('import', 'east.tenure', 'out.xlsx', '--json')).toMatchObject({ code: 0 });
});

test('what cannot be imported is refused with its reason', async () => {
  await writeFile(path.join(folder, 'poem.csv'), 'Roses,Violets\nred,blue\n');
  expect(await tenure('import', 'east.tenure', 'poem.csv')).toMatchObject({ code: 3 });
  expect((await tenure('import', 'east.tenure', 'none.csv')).err).toContain('no folder or file');
  expect(await tenure('import', 'east.tenure', 'poem.csv', '--noun', 'poem')).toMatchObject({ code: 2 });
});

/** The same in this process, which starts sooner. */
const imports = (list: string, ...labels: string[]) =>
  runCommand(importCommand, [path.join(folder, 'east.tenure'), path.join(folder, list), ...labels]);
const exports = (file: string) =>
  runCommand(exportCommand, [path.join(folder, 'east.tenure'), path.join(folder, file)]);

test('what is not imported is named, in words and as JSON', async () => {
  const list = 'Account ID,Account Name,Churn flag,Favourite colour\nB-1,Cord,yes,red\nTotal,,,\n';
  await writeFile(path.join(folder, 'flags.csv'), list);
  const stated = await imports('flags.csv', '--dry-run');
  expect(stated.out).toContain('Columns not imported (flags.csv): Churn flag, Favourite colour');
  expect(stated.out).toContain('Skipped in flags.csv: row 3: Total (total)');
  const { out } = await imports('flags.csv', '--dry-run', '--json');
  expect(JSON.parse(out)).toMatchObject({
    columns: [{ field: 'key' }, { field: 'name' }, { field: null, heading: 'Churn flag' }, { field: null }],
    asides: [{ row: 3, is: 'total' }],
  });
});

test('words of the command line that mean nothing are refused before anything is done', async () => {
  await writeFile(path.join(folder, 'one.csv'), 'Account ID,Account Name\nD-1,Dorn\n');
  await mkdir(path.join(folder, 'sub'), { recursive: true });
  await writeFile(
    path.join(folder, 'tickets.csv'),
    'ticket_id,account_id,closed_at,priority\n1,A-1,2026-01-01,high\n',
  );
  const refused: [string[], number, string][] = [
    [['--map', 'Nope=name'], 2, 'no column called “Nope”'],
    [['--map', 'Account ID=bogus'], 2, 'no field “bogus”'],
    [['--map', 'noequals'], 2, 'has no “=”'],
    [['--sheet', 'nosuch'], 3, 'It has: one.csv'],
  ];
  for (const [labels, code, text] of refused) {
    const { code: got, err } = await imports('one.csv', ...labels);
    expect([labels, got]).toEqual([labels, code]);
    expect(err).toContain(text);
  }
  expect((await imports('sub')).err).toContain('is a folder');
  expect((await imports('tickets.csv')).err).toContain('a list of support tickets');
  const french = await tenure('check', 'east.tenure', '--lang', 'fr');
  expect([french.code, french.err]).toEqual([2, expect.stringContaining('Allowed choices are en, zh-CN')]);
  expect(await tenure('new', 'x.tenure', '--time-zone', 'Mars/Base')).toMatchObject({ code: 2 });
  expect(await tenure('new', 'x.tenure', '--currency', 'ABQ')).toMatchObject({ code: 2 });
  expect(await tenure('serve', 'nosuch.tenure')).toMatchObject({ code: 3 });
});

test('a file is of the kind its name says, or is not written', async () => {
  expect(await exports('accounts.csv')).toMatchObject({ code: 0 });
  const text = await readFile(path.join(folder, 'accounts.csv'), 'utf8');
  expect(text.startsWith('\uFEFFAccount key,Name,')).toBe(true);
  const again = await imports('accounts.csv', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ added: 0, changed: 0, leftOut: 0 });
  const { code, err } = await exports('book.pdf');
  expect([code, err]).toEqual([2, expect.stringContaining('.xlsx, .csv')]);
});
