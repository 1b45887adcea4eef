import { expect, test } from 'vitest';
import type { FailureCode } from '../../../db/failure.ts';
import { openImport, openSource } from '../../import/read.ts';
import { type Column, tableSheet } from './table.ts';
import { workbookBytes } from './workbook.ts';
import { type WorkbookKind, workbookKinds } from './workbook-kind.ts';

const labels = { yes: 'Yes', no: 'No' };
const columns: Column<string>[] = [
  { key: 'name', heading: 'Account', format: 'text', value: (name) => name },
];
const fileOf = (is: WorkbookKind) =>
  workbookBytes([tableSheet('Sheet', columns, ['Harbor'], labels)], {
    is,
    title: 'Harbor',
    language: 'en',
    created: new Date('2026-01-02T03:04:00Z'),
    labels,
  });

const elsewhere: Readonly<Partial<Record<WorkbookKind, FailureCode>>> = {
  'account-card': 'import.account-card',
  'handoff-form': 'import.handoff-form',
  'handoff-papers': 'import.report',
  questionnaire: 'import.questionnaire',
  assessment: 'import.report',
  'maturity-model': 'import.maturity-model',
  qbr: 'import.review',
  contribution: 'import.report',
  health: 'import.report',
};

test.each(workbookKinds)(
  'a workbook of the kind %s is known again, and told where it belongs',
  async (is) => {
    const bytes = await fileOf(is);
    expect(openSource(bytes, 'file.xlsx').kind).toBe(is);
    const code = elsewhere[is];
    if (code) expect(() => openImport(bytes, 'file.xlsx')).toThrow(expect.objectContaining({ code }));
    else expect(openImport(bytes, 'file.xlsx').sheets).toHaveLength(1);
  },
);

test('a text and a workbook of somebody else are of no kind', () => {
  expect(openSource(new TextEncoder().encode('Account\nHarbor\n'), 'file.csv').kind).toBeNull();
});
