import { create } from 'zustand';
import type { Encoding, Separator } from '../../../electron/files/workbook/csv.ts';
import type { ImportResult } from '../../../electron/import/import.ts';
import type { TableChoice } from '../../../electron/import/table-choice.ts';

/** What the wizard was told so far. The rows themselves stay with the service. */
type ImportStore = {
  readonly step: 'file' | 'columns' | 'check' | 'done';
  readonly upload: string | null;
  readonly text: { readonly encoding?: Encoding; readonly separator?: Separator };
  /** Rows of headings by sheet, where the user said one. */
  readonly headers: Readonly<Record<number, number | null>>;
  /** What the user said of the sheets, by their place; sheets without an entry are as proposed. */
  readonly stated: Readonly<Record<number, SheetChoice>>;
  /** Names the user says are not alike. */
  readonly different: readonly string[];
  /** What one unit of a currency is worth, as typed. */
  readonly rates: Readonly<Record<string, number>>;
  /** The job that writes, once it was started. */
  readonly job: string | null;
  /** What it will have done. */
  readonly planned: ImportResult | null;
};

/** A sheet's choice; no noun leaves the sheet out. */
export type SheetChoice = Omit<TableChoice, 'noun' | 'sheet' | 'isPart'> & {
  /** A flat list holds a customer, its contract and its contact in each row; its fields are called by their nouns. */
  readonly noun: TableChoice['noun'] | 'flat' | null;
};

const start: ImportStore = {
  step: 'file',
  upload: null,
  text: {},
  headers: {},
  stated: {},
  different: [],
  rates: {},
  job: null,
  planned: null,
};

export const useImport = create<ImportStore>(() => start);

/** Begins again, with this file when there is one already. */
export function startImport(upload: string | null = null): void {
  useImport.setState({ ...start, upload, step: upload === null ? 'file' : 'columns' });
}

export function say(sheet: number, choice: SheetChoice): void {
  useImport.setState(({ stated }) => ({ stated: { ...stated, [sheet]: choice } }));
}
