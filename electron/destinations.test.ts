import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Destinations } from './destinations.ts';
import { testService } from './testing/test-service.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-places-'));
});
afterEach(() => rm(folder, { recursive: true }));
const tenure = testService('2026-11-22T04:00:00Z');

test('where the system has a dialog, only what it answered in this run may be written', async () => {
  const places = new Destinations('asked');
  const file = path.join(folder, 'Book.xlsx');
  await expect(places.refuseForeign(file)).rejects.toMatchObject({ code: 'file.not-chosen' });
  places.remember(file);
  await places.refuseForeign(path.join(folder, 'sub', '..', 'Book.xlsx'));
  await expect(places.refuseForeign(path.join(folder, 'Other.xlsx'))).rejects.toMatchObject({
    code: 'file.not-chosen',
  });
});

test.each([
  ['.bashrc', '.bashrc'],
  ['authorized_keys', 'authorized_keys'],
  [path.join('.config', 'autostart', 'x.desktop'), 'x.desktop'],
])('in a browser %s is out of reach', async (file) => {
  await expect(new Destinations('kind').refuseForeign(path.join(folder, file))).rejects.toMatchObject({
    code: 'file.other-kind',
  });
});

test('in a browser a file gives way to one of its own kind only', async () => {
  const places = new Destinations('kind');
  const thesis = path.join(folder, 'Thesis.docx');
  await places.refuseForeign(thesis);
  await writeFile(thesis, 'years of work');
  await places.refuseForeign(thesis, '.DOCX');
  await expect(places.refuseForeign(thesis)).rejects.toMatchObject({ code: 'file.other-kind' });
  const workbook = path.join(folder, 'Book.xlsx');
  await writeFile(workbook, 'last week’s');
  await places.refuseForeign(workbook);
});

test('no call of the page writes to a place it may not: an export or a copy', async () => {
  const api = tenure.api();
  const target = path.join(folder, '.profile');
  const refused = { cause: { code: 'file.other-kind' } };
  await expect(api.book.saveCopy({ path: target })).rejects.toMatchObject(refused);
  await expect(api.export.book({ path: target, language: 'en' })).rejects.toMatchObject(refused);
});
