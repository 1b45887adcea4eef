import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFirstBook, type Service, startService } from '../service.ts';
import { appRouter } from './router.ts';

let folder: string;
let service: Service;
const api = () => appRouter.createCaller({ service });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-export-list-'));
  service = await startService({ dataFolder: folder, documentsFolder: folder, version: '0.0.0' });
  await openFirstBook(service, null);
});
afterEach(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

async function rowsOf(file: string): Promise<unknown[]> {
  const { SheetNames, Sheets } = read(await readFile(file), { cellDates: false });
  const sheet = Sheets[SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  return utils.sheet_to_json(sheet, { header: 1, raw: false, defval: null });
}

test('a list is written in its own columns and order, each value by its kind, text never as a formula', async () => {
  const file = path.join(folder, 'tasks.xlsx');
  await api().export.seenList({
    path: file,
    language: 'zh-CN',
    title: '任务 / 2026',
    columns: [
      { heading: '任务', is: 'text' },
      { heading: '到期', is: 'date' },
      { heading: '得分', is: 'integer' },
    ],
    rows: [
      ['=SUM(A1)', '2026-02-28', 80],
      ['无日期', 'soon', null],
    ],
  });
  expect(await rowsOf(file)).toEqual([
    ['任务', '到期', '得分'],
    ['=SUM(A1)', '2026-02-28', '80'],
    ['无日期', null, null],
  ]);
});

test('the account list carries segments, own fields and maturity as columns', async () => {
  const file = path.join(folder, 'accounts.xlsx');
  const { job } = await api().export.accountList({
    path: file,
    language: 'en',
    filter: { slice: [{ schemeId: 1, segmentIds: [2] }] },
    order: { sort: 'custom-2', descending: false, group: null },
    columns: ['name', 'maturity', 'segment-1', 'custom-1', 'custom-2', 'custom-3'],
  });
  await expect.poll(async () => (await api().job.state({ id: job }))?.is).toBe('done');
  expect(await rowsOf(file)).toEqual([
    ['Account', 'Maturity', 'Size', 'ERP system', 'Sites', 'May be quoted'],
    ['Qinghe Markets', null, 'Mid-size', 'None yet', '5', null],
    ['Kestrel Logistics', 'High', 'Mid-size', 'SAP', '31', 'Yes'],
    ['Nanfeng Apparel', 'Immature', 'Mid-size', 'Yonyou', '64', 'No'],
  ]);
});
