import { Failure, type FailureCode } from '../../../db/failure.ts';

/** What a workbook of ours is. It is written into the file's own properties, where spreadsheet programs keep it. */
export const workbookKinds = [
  'book',
  'account-list',
  'list',
  'left-out',
  'account-card',
  'handoff-form',
  'handoff-papers',
  'questionnaire',
  'assessment',
  'maturity-model',
  'qbr',
  'contribution',
  'health',
] as const;
export type WorkbookKind = (typeof workbookKinds)[number];

/** The property `category` of a workbook of this kind. */
export const categoryOf = (kind: WorkbookKind) => `Tenure ${kind}`;

export function kindOfCategory(category: string | null): WorkbookKind | null {
  return workbookKinds.find((kind) => categoryOf(kind) === category?.trim()) ?? null;
}

/** Files that say nothing for the import, or say it elsewhere. */
const refused: Readonly<Partial<Record<WorkbookKind, FailureCode>>> = {
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

/** @throws Failure that says where a file of ours belongs which is not for the import */
export function refuseElsewhere(kind: WorkbookKind | null): void {
  const code = kind && refused[kind];
  if (code) throw new Failure(code);
}
