import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const program = path.join(import.meta.dirname, 'cli.ts');

function tenure(...labels: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } };
    execFile(process.execPath, [program, ...labels], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('a book is made, checked and backed up, and scripts read the result as JSON', async () => {
  expect(await tenure('new', 'east.tenure', '--name', 'East China', '--currency', 'cny')).toMatchObject({
    code: 0,
  });
  const checked = await tenure('check', 'east.tenure', '--json');
  expect(JSON.parse(checked.out)).toMatchObject({ problems: [] });
  const backup = await tenure('backup', 'east.tenure', '--to', 'backups', '--json');
  expect(await tenure('check', (JSON.parse(backup.out) as { path: string }).path)).toMatchObject({ code: 0 });
});

test('a refusal has its own exit code and says why in the language asked for', async () => {
  await writeFile(path.join(folder, 'list.tenure'), 'name,arr\n');
  const english = await tenure('check', 'list.tenure');
  expect(english.code).toBe(3);
  expect(english.err).toContain('is not a Tenure book');
  expect((await tenure('check', 'list.tenure', '--lang', 'zh-CN')).err).toContain('不是续航客户簿');
  expect(JSON.parse((await tenure('check', 'list.tenure', '--json')).err)).toMatchObject({
    failure: 'book.not-a-book',
  });
});

test('a wrong command line is told apart from a refusal', async () => {
  expect(await tenure('frobnicate')).toMatchObject({ code: 2 });
  expect(await tenure('new', 'b.tenure', '--currency', 'money')).toMatchObject({ code: 2 });
});

test('every command explains itself with an example, in both languages', async () => {
  for (const command of ['new', 'check', 'backup']) {
    expect((await tenure(command, '--help')).out).toMatch(/Examples:\n {2}tenure/);
    expect((await tenure(command, '--help', '--lang', 'zh-CN')).out).toMatch(/示例：\n {2}tenure/);
  }
});

test('an encrypted book is opened by a passphrase from a descriptor, and without one refused', async () => {
  await tenure('new', 'secret.tenure');
  const withSecret = (secret: string, ...words: string[]) =>
    new Promise<{ code: number | null; err: string }>((resolve) => {
      const child = spawn(process.execPath, [program, ...words], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      });
      let err = '';
      child.stderr?.on('data', (chunk) => {
        err += chunk;
      });
      const pipe = child.stdio[3];
      if (pipe instanceof Writable) pipe.end(`${secret}\n`);
      child.once('close', (code) => resolve({ code, err }));
    });
  expect(
    await withSecret('too few', 'passphrase', 'secret.tenure', '--new-passphrase-fd', '3'),
  ).toMatchObject({
    code: 2,
  });
  expect(
    await withSecret('correct horse', 'passphrase', 'secret.tenure', '--new-passphrase-fd', '3'),
  ).toMatchObject({ code: 0 });
  expect(await tenure('check', 'secret.tenure', '--lang', 'en')).toMatchObject({
    code: 3,
    err: expect.stringContaining('is encrypted'),
  });
  expect(await withSecret('wrong horse', 'check', 'secret.tenure', '--passphrase-fd', '3')).toMatchObject({
    code: 3,
  });
  expect(await withSecret('correct horse', 'check', 'secret.tenure', '--passphrase-fd=3')).toMatchObject({
    code: 0,
  });
  expect(
    await withSecret('correct horse', 'passphrase', 'secret.tenure', '--passphrase-fd', '3', '--remove'),
  ).toMatchObject({ code: 0 });
  expect(await tenure('check', 'secret.tenure')).toMatchObject({ code: 0 });
});
