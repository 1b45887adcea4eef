import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { accountListColumns } from '../../db/account/list-column.ts';
import { languages } from '../../db/types/language.ts';
import { importFieldsIn } from '../import/fields.ts';
import { prepareImport, resultOf } from '../import/import.ts';
import { proposeTable } from '../import/import-table.ts';
import { openImport } from '../import/read.ts';
import { testService } from '../testing/test-service.ts';

const tenure = testService('2026-11-22T04:00:00Z');
const { api } = tenure;

async function rowsOf(file: string): Promise<unknown[]> {
  const { SheetNames, Sheets } = read(await readFile(file), { cellDates: false });
  const sheet = Sheets[SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  return utils.sheet_to_json(sheet, { header: 1, raw: false, defval: null });
}

test('a list is written in its own columns and order, each value by its kind, text never as a formula', async () => {
  const file = path.join(tenure.folder, 'tasks.xlsx');
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
  const file = path.join(tenure.folder, 'accounts.xlsx');
  const { job } = await api().export.accountList({
    path: file,
    language: 'en',
    filter: { slice: [{ schemeId: 1, segmentIds: [2] }] },
    order: { sort: 'custom-2', descending: false, group: null },
    columns: ['name', 'maturity', 'segment-1', 'custom-1', 'custom-2', 'custom-3'],
  });
  await expect.poll(async () => (await api().job.state({ id: job }))?.is).toBe('done');
  expect(await rowsOf(file)).toEqual([
    ['Account', 'Maturity', 'Segment: Size', 'ERP system', 'Sites', 'May be quoted'],
    ['Qinghe Markets', null, 'Mid-size', 'None yet', '5', null],
    ['Kestrel Logistics', 'High', 'Mid-size', 'SAP', '31', 'Yes'],
    ['Nanfeng Apparel', 'Immature', 'Mid-size', 'Yonyou', '64', 'No'],
  ]);
});

test('the account list comes back: it says what it holds, and what follows from elsewhere is left out', async () => {
  const { book } = tenure.service.shelf;
  const file = path.join(tenure.folder, 'accounts.xlsx');
  const columns = [...accountListColumns, 'segment-1', 'segment-2', 'custom-1', 'custom-2'] as const;
  for (const language of languages) {
    const order = { sort: 'name', descending: false, group: null } as const;
    const { job } = await api().export.accountList({ path: file, language, filter: {}, order, columns });
    await expect.poll(async () => (await api().job.state({ id: job }))?.is).toBe('done');
    const source = openImport(await readFile(file), 'accounts.xlsx');
    const proposal = proposeTable(source, 0, await importFieldsIn(book.db));
    expect(proposal).toMatchObject({ noun: 'account', madeBy: { product: 'tenure', noun: 'account-list' } });
    const fields = proposal.matches.account.map(({ field }) => field);
    const derived = ['stage', 'health', 'arr', 'renewal', 'touched', 'maturity', 'next'];
    expect(fields).toEqual(columns.map((key) => (derived.includes(key) ? null : key)));
    const { headerRow } = proposal;
    const choice = { sheet: 0, noun: 'account' as const, headerRow, fields, answers: {}, blanked: [] };
    expect(resultOf(await prepareImport(book, source, [choice]))).toMatchObject({
      added: 0,
      changed: 0,
      leftOut: 0,
    });
  }
});
