import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Settings, SettingsFile } from './settings.ts';

let folder: string;
let file: SettingsFile;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-test-'));
  file = new SettingsFile(folder);
});

afterEach(() => rm(folder, { recursive: true }));

it('keeps every one of the changes made at the same time', async () => {
  await Promise.all([
    file.change({ language: 'zh-CN' }),
    file.change({ theme: 'dark' }),
    file.change({ lastBook: '/a.tenure' }),
  ]);

  expect(await file.read()).toMatchObject({ language: 'zh-CN', theme: 'dark', lastBook: '/a.tenure' });
});

it('tells listeners what the settings are after each change', async () => {
  const heard: Settings[] = [];
  file.onChange((settings) => heard.push(settings));
  await file.change({ language: 'en' });
  await file.change({ theme: 'light' });

  expect(heard.map(({ language, theme }) => [language, theme])).toEqual([
    ['en', 'system'],
    ['en', 'light'],
  ]);
});

it.each(['', '{', '[]', '{"theme":"pink"}'])('starts afresh from a file that reads %j', async (text) => {
  await writeFile(path.join(folder, 'settings.json'), text);

  expect(await file.read()).toMatchObject({ language: null, theme: 'system', recentBooks: [] });
});
