import { z } from 'zod';
import { Failure } from '../../db/failure.ts';
import { plainText, readAnswer } from '../../db/handoff/answer.ts';
import type { FormContent, FormField } from '../../db/handoff/difference.ts';
import type { AnswerSource } from '../../db/handoff/source.ts';
import { fieldsOf, type HandoffField, type HandoffTemplate } from '../../db/handoff/template.ts';
import { languages } from '../../db/types/language.ts';
import { missingText } from '../../db/types/placeholder.ts';
import { dateOfSerial } from '../files/workbook/cell.ts';
import type { Grid, GridValue } from '../files/workbook/grid.ts';
import {
  findFormColumns,
  foldLabel,
  formRowKey,
  type OpenedForm,
  openMarkedForm,
} from '../files/workbook/marked-form.ts';
import { readChoice } from '../import/read-choice.ts';
import { messagesIn } from '../messages.ts';
import { type FormColumn, type FormMark, formColumns, keyHeading } from './form-sheet.ts';

const markSchema = z.object({
  form: z.literal('tenure-handoff'),
  book: z.string(),
  handoff: z.int(),
  account: z.string(),
  kind: z.string(),
  version: z.int(),
  asksSource: z.literal(true).optional(),
});

/**
 * Finds the form in a file, whichever sheet it is on, wherever its first cell went.
 * @throws Failure handoff-form.not-a-form, and what openSource throws for files that are no workbook
 */
export function openHandoffForm(bytes: Uint8Array, name: string): OpenedForm<FormMark> {
  const form = openMarkedForm<FormMark>(bytes, name, markSchema);
  if (!form) throw new Failure('handoff-form.not-a-form');
  return form;
}

/**
 * Every row of the form that belongs to a field: by its hidden key, else by its label in either language. `currency` is
 * what an amount without one is in.
 */
export function readHandoffForm(
  { grid, mark, markPlace }: OpenedForm<FormMark>,
  template: HandoffTemplate,
  currency: string,
): FormField[] {
  const asksSource = mark.asksSource ?? false;
  const { row: headingRow, columnOf } = findFormColumns(
    grid,
    markPlace,
    keyHeading,
    asksSource ? formColumns : formColumns.filter((column) => column !== 'source'),
    // Forms that did not ask for the source called the evidence so.
    (column, language) =>
      messagesIn(language)(`handoff.form.${column === 'evidence' && !asksSource ? 'source' : column}`),
  );
  const keyOfLabel = (folded: string) =>
    fieldsOf(template).find((field) =>
      languages.some((language) => foldLabel(field.label[language]) === folded),
    )?.key;
  const fields = new Map(fieldsOf(template).map((field) => [field.key, field]));
  const read: FormField[] = [];
  for (let row = headingRow + 1; row < grid.rows.length; row++) {
    const cells = grid.rows[row];
    const key = formRowKey(cells?.[markPlace.column], cells?.[columnOf('label')], keyOfLabel);
    if (key === null) continue;
    const field = fields.get(key);
    read.push(
      field
        ? readRow(grid, row, field, asksSource, columnOf, currency)
        : unknownRow(grid, row, key, columnOf),
    );
  }
  return read;
}

function readRow(
  grid: Grid,
  row: number,
  field: HandoffField,
  asksSource: boolean,
  columnOf: (column: FormColumn) => number,
  currency: string,
): FormField {
  const at = (column: FormColumn) => grid.rows[row]?.[columnOf(column)] ?? null;
  const answerMark = grid.markAt(row, columnOf('answer'));
  const typed = plainText(String(at('answer') ?? answerMark?.error ?? ''));
  const base = { field: field.key, typed };
  const filledIn = ['answer', ...(asksSource ? (['source'] as const) : []), 'evidence', 'comment'] as const;
  const marks = filledIn.map((column) => grid.markAt(row, columnOf(column)));
  if (marks.some((mark) => mark?.error)) return { ...base, content: null, problem: 'cell-error' };
  if (marks.some((mark) => mark?.merged)) return { ...base, content: null, problem: 'merged' };
  const reading = readAnswer(field, cellText(field, at('answer'), answerMark?.currency), currency);
  if (reading.problem) return { ...base, content: null, problem: reading.problem };
  const stated = asksSource ? plainText(String(at('source') ?? '')) : '';
  const source = readChoice(stated, sourceWords);
  const content: FormContent = {
    answer: reading.answer,
    evidence: plainText(String(at('evidence') ?? '')),
    comment: plainText(String(at('comment') ?? '')),
    ...(source && { source }),
  };
  if (source === null && missingText(stated) === null) return { ...base, content, problem: 'not-a-source' };
  // What a formula shows today it may not show tomorrow, so its value is offered, not taken for granted.
  return { ...base, content, problem: marks.some((mark) => mark?.formula) ? 'formula' : null };
}

const inEveryLanguage = (source: AnswerSource) =>
  languages.map((language) => messagesIn(language)(`handoff.source.${source}`));
const sourceWords = {
  customer: inEveryLanguage('customer'),
  sales: inEveryLanguage('sales'),
  crm: inEveryLanguage('crm'),
  notes: inEveryLanguage('notes'),
  assumption: inEveryLanguage('assumption'),
} satisfies Record<AnswerSource, readonly string[]>;

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

/** A row of another list: what it asks and what was written there are told, since neither has a place here. */
function unknownRow(
  grid: Grid,
  row: number,
  key: string,
  columnOf: (column: FormColumn) => number,
): FormField {
  const stated = (['label', 'answer'] as const).map((column) =>
    plainText(String(grid.rows[row]?.[columnOf(column)] ?? '')),
  );
  return { field: key, content: null, typed: stated.filter((part) => part !== '').join(': '), problem: null };
}
