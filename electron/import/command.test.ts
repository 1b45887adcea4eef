import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSource } from './read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-import-'));
  await tenure('new', 'east.tenure', '--currency', 'CNY');
});
afterAll(() => rm(folder, { recursive: true }));

const program = path.join(import.meta.dirname, '../cli.ts');

function tenure(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, LC_ALL: 'en_US.UTF-8' } };
    execFile(process.execPath, [program, ...words], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('a list goes in, what is left out is said and saved, and the book comes out again', async () => {
  const list = 'Account ID,Name,Customer since,Whose\nA-1,Acme,03/04/2026,Ann\nA-2,Bolt,soon,Ben\n';
  await writeFile(path.join(folder, 'list.csv'), list);
  const asked = await tenure('import', 'east.tenure', 'list.csv', '--dry-run', '--json');
  expect([asked.code, JSON.parse(asked.out)]).toMatchObject([4, { added: 0, leftOut: 2 }]);

  const words = ['--date-order', 'day-first', '--map', 'Whose=owner', '--left-out', 'mend.xlsx'];
  const done = await tenure('import', 'east.tenure', 'list.csv', ...words);
  expect(done.code).toBe(4);
  expect(done.out).toContain('1 added, 0 changed, 0 unchanged, 1 left out');
  expect(done.out).toContain('row 3: No date: soon');
  const mend = openSource(await readFile(path.join(folder, 'mend.xlsx')), 'x').read(0);
  expect(mend.rows[1]).toEqual(['A-2', 'Bolt', 'soon', 'Ben', 3, 'No date: soon']);

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
