import { z } from 'zod';
import { plainText, readAnswer } from '../../../db/domain/handoff-answer.ts';
import type { FieldContent, FormField } from '../../../db/domain/handoff-difference.ts';
import { fieldsOf, type HandoffField, type HandoffTemplate } from '../../../db/domain/handoff-template.ts';
import { languages } from '../../../db/domain/language.ts';
import { Failure } from '../../../db/failure.ts';
import { wordsIn } from '../../words.ts';
import { dateOfSerial } from '../cell.ts';
import type { Grid, GridValue } from '../grid.ts';
import { openSource } from '../read.ts';
import { type FormColumn, type FormMark, formColumns, keyHeading } from './handoff-form.ts';

const markSchema = z.object({
  form: z.literal('tenure-handoff'),
  book: z.string(),
  handoff: z.int(),
  account: z.string(),
  kind: z.string(),
  version: z.int(),
});

/** A form that came back, found in its file but not yet read against a template. */
export type OpenedForm = { readonly mark: FormMark; readonly grid: Grid; readonly markPlace: Place };
type Place = { readonly row: number; readonly column: number };

/** Rows searched for the mark: it is in the first, unless somebody put a few above it. */
const searchedRows = 20;

/**
 * Finds the form in a file, whichever sheet it is on, wherever its first cell went.
 * @throws Failure handoff-form.not-a-form, and what openSource throws for files that are no workbook
 */
export function openHandoffForm(bytes: Uint8Array, name: string): OpenedForm {
  const source = openSource(bytes, name);
  for (const index of source.sheets.keys()) {
    const grid = source.read(index);
    for (const [row, cells] of grid.rows.slice(0, searchedRows).entries()) {
      for (const [column, value] of cells.entries()) {
        const mark = readMark(value);
        if (mark) return { mark, grid, markPlace: { row, column } };
      }
    }
  }
  throw new Failure('handoff-form.not-a-form');
}

/**
 * Every row of the form that belongs to a field: by its hidden key, else by its label in either language. `currency` is
 * what an amount without one is in.
 */
export function readHandoffForm(
  { grid, markPlace }: OpenedForm,
  template: HandoffTemplate,
  currency: string,
): FormField[] {
  const { row: headingRow, columnOf } = findColumns(grid, markPlace);
  const fields = new Map(fieldsOf(template).map((field) => [field.key, field]));
  const read: FormField[] = [];
  for (let row = headingRow + 1; row < grid.rows.length; row++) {
    const key = rowKey(grid, row, markPlace.column, columnOf('label'), template);
    if (key === null) continue;
    const field = fields.get(key);
    read.push(field ? readRow(grid, row, field, columnOf, currency) : unknownRow(key));
  }
  return read;
}

function readMark(value: GridValue): FormMark | null {
  if (typeof value !== 'string' || !value.startsWith('{')) return null;
  try {
    return markSchema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

function findColumns(grid: Grid, mark: Place): { row: number; columnOf: (column: FormColumn) => number } {
  const found = grid.rows.findIndex((cells, row) => row >= mark.row && cells[mark.column] === keyHeading);
  const row = found === -1 ? mark.row : found;
  const headings = (grid.rows[row] ?? []).map((value) => fold(String(value ?? '')));
  return {
    row,
    columnOf(column) {
      const names = languages.map((language) => fold(wordsIn(language)(`handoff.form.${column}`)));
      const at = headings.findIndex((heading) => names.includes(heading));
      return at === -1 ? mark.column + 1 + formColumns.indexOf(column) : at;
    },
  };
}

function rowKey(
  grid: Grid,
  row: number,
  keyColumn: number,
  labelColumn: number,
  template: HandoffTemplate,
): string | null {
  const key = grid.rows[row]?.[keyColumn];
  if (typeof key === 'string' && key.trim() !== '') return key.trim();
  const label = fold(String(grid.rows[row]?.[labelColumn] ?? ''));
  const labelled = fieldsOf(template).find((field) =>
    languages.some((language) => fold(field.label[language]) === label),
  );
  return labelled?.key ?? null;
}

function readRow(
  grid: Grid,
  row: number,
  field: HandoffField,
  columnOf: (column: FormColumn) => number,
  currency: string,
): FormField {
  const at = (column: FormColumn) => grid.rows[row]?.[columnOf(column)] ?? null;
  const answerMark = grid.markAt(row, columnOf('answer'));
  const typed = plainText(String(at('answer') ?? answerMark?.error ?? ''));
  const base = { field: field.key, typed };
  const marks = (['answer', 'evidence', 'comment'] as const).map((column) =>
    grid.markAt(row, columnOf(column)),
  );
  if (marks.some((mark) => mark?.error)) return { ...base, content: null, problem: 'cell-error' };
  if (marks.some((mark) => mark?.merged)) return { ...base, content: null, problem: 'merged' };
  const reading = readAnswer(field, cellText(field, at('answer'), answerMark?.currency), currency);
  if (reading.problem) return { ...base, content: null, problem: reading.problem };
  const content: FieldContent = {
    answer: reading.answer,
    evidence: plainText(String(at('evidence') ?? '')),
    comment: plainText(String(at('comment') ?? '')),
  };
  // What a formula shows today it may not show tomorrow, so its value is offered, not taken for granted.
  return { ...base, content, problem: marks.some((mark) => mark?.formula) ? 'formula' : null };
}

/**
 * An amount keeps the currency its cell shows it in. A date cell may carry a time of day, which no answer has, or have
 * lost its format and be a bare day number.
 */
function cellText(field: HandoffField, value: GridValue, cellCurrency: string | undefined): string {
  if (value === null) return '';
  if (field.type === 'money' && typeof value === 'number' && cellCurrency) return `${value} ${cellCurrency}`;
  if (field.type === 'date' && typeof value === 'number') return dateOfSerial(value) ?? String(value);
  if (field.type === 'date' && typeof value === 'string') return value.replace(/ \d\d:\d\d$/, '');
  return String(value);
}

function unknownRow(key: string): FormField {
  return { field: key, content: null, typed: '', problem: null };
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
