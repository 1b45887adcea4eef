import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Language } from '../../db/domain/language.ts';
import { openFirstBook, type Service, startService } from '../service.ts';
import { appRouter } from './router.ts';

let folder: string;
let service: Service;
const understand = (line: string, accountInView: number | null = null) =>
  appRouter.createCaller({ service }).capture.understand({ line, accountInView });

async function open(systemLanguage: Language): Promise<void> {
  const now = () => new Date('2026-11-22T12:00:00Z');
  const folders = { dataFolder: folder, documentsFolder: folder };
  service = await startService({ ...folders, version: '0.0.0', now, systemLanguage });
  await openFirstBook(service, null);
}
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-capture-'));
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

test('a line in English is understood from the names in the book', async () => {
  await open('en');
  const met = await understand('yesterday met Mei Lin');
  expect(met).toMatchObject({ what: 'note', noteKind: 'meeting', contact: 'Mei Lin', on: '2026-11-21' });
  expect(await understand('call Harbor tomorrow')).toMatchObject({
    what: 'task',
    accountId: met.accountId,
    on: '2026-11-23',
  });
});

test('a line in Chinese is understood from the beginning of a name', async () => {
  await open('zh-CN');
  const visit = await understand('拜访云集 下周二');
  expect(visit).toMatchObject({ what: 'task', on: '2026-11-24', text: '拜访云集' });
  expect(visit.accountId).not.toBeNull();
  expect(await understand('昨天和沈睿开会')).toMatchObject({ accountId: visit.accountId, contact: '沈睿' });
});

test('nothing typed means nothing', async () => {
  await open('en');
  expect(await understand('', 3)).toMatchObject({ what: 'note', accountId: 3, text: '' });
});
