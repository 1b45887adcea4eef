import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  copyFiles,
  fetchFile,
  filePresence,
  filesFolder,
  measureFile,
  shareFiles,
  storeFile,
} from './attached-files.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const keep = async (text: string) => {
  await writeFile(at('incoming'), text);
  const { sha256 } = await measureFile(at('incoming'));
  await storeFile(at('files'), at('incoming'), sha256);
  return sha256;
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the folder has the book’s name', () => {
  expect(filesFolder('/books/East China.tenure')).toBe('/books/East China.files');
});

test('the same bytes are kept once, under their hash, and come out as they went in', async () => {
  const sha256 = await keep('minutes');
  expect(await keep('minutes')).toBe(sha256);
  expect(sha256).toBe('90e63d85fa1ab2c8ed65222f3ebd794b1e524b4b7cf84bec451542d0451b2985');
  expect(await readdir(at('files'))).toEqual([sha256]);
  expect(await fetchFile(at('files'), sha256, at('out.txt'))).toBe('there');
  expect(await readFile(at('out.txt'), 'utf8')).toBe('minutes');
});

test('a file that is gone is missing, and nothing is written in its place', async () => {
  const sha256 = await keep('minutes');
  await rm(at('files'), { recursive: true });
  expect(await filePresence(at('files'), sha256, 7)).toBe('missing');
  await writeFile(at('out.txt'), 'before');
  expect(await fetchFile(at('files'), sha256, at('out.txt'))).toBe('missing');
  expect(await readFile(at('out.txt'), 'utf8')).toBe('before');
});

test('a file that changed is altered: at once when its size did, and by its hash when it goes out', async () => {
  const sha256 = await keep('minutes');
  await writeFile(at(`files/${sha256}`), 'mInutes');
  expect(await fetchFile(at('files'), sha256, at('out.txt'))).toBe('altered');
  await appendFile(at(`files/${sha256}`), '!');
  expect(await filePresence(at('files'), sha256, 7)).toBe('altered');
  expect(await readdir(folder)).toEqual(['files', 'incoming']);
  await keep('minutes'); // attached once more, it is good again
  expect(await filePresence(at('files'), sha256, 7)).toBe('there');
});

test('a copy of a book takes the files it names, and says how many it could not', async () => {
  const [minutes, plan] = [await keep('minutes'), await keep('plan')];
  const lost = 'f'.repeat(64);
  expect(await copyFiles(at('files'), at('copy.files'), [minutes, lost])).toEqual({ copied: 1, missing: 1 });
  expect(await readdir(at('copy.files'))).toEqual([minutes]);
  expect(await copyFiles(at('files'), at('copy.files'), [minutes, plan])).toEqual({ copied: 2, missing: 0 });
  expect((await readdir(at('copy.files'))).sort()).toEqual([minutes, plan].sort());
});

test('a book without files makes no folder', async () => {
  expect(await copyFiles(at('files'), at('copy.files'), [])).toEqual({ copied: 0, missing: 0 });
  await shareFiles(at('files'), at('other.files'));
  expect(await readdir(folder)).toEqual([]);
});

test('a book kept under another name shares the files', async () => {
  const sha256 = await keep('minutes');
  await shareFiles(at('files'), at('other.files'));
  expect(await fetchFile(at('other.files'), sha256, at('out.txt'))).toBe('there');
});
