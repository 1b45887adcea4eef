import { missingText } from '../../db/types/placeholder.ts';
import { longestLine, longestProse } from '../../db/types/text-length.ts';
import { type GridValue, isBlank, type Mark } from '../files/workbook/grid.ts';
import type { Field, Kind } from './field.ts';
import { readChoice, readYesNo } from './read-choice.ts';
import { type DateOrder, provenOrder, readDate } from './read-date.ts';
import { readMonths } from './read-months.ts';
import {
  currencyOf,
  type DecimalSign,
  type NumberReading,
  provenSign,
  readNumber,
  settled,
} from './read-number.ts';

/** An amount before its currency is settled: by the cell, by the row's currency column, or by the book. */
export interface Amount {
  readonly figure: number;
  readonly currency: string | null;
}

/** A cell read as its field's kind; null is empty. Choices are given by their key. */
export type Checked = string | number | boolean | Amount | readonly string[] | null;

export const problemCodes = [
  'required',
  'formula-error',
  'uncalculated-formula',
  'too-long',
  'unreadable-date',
  'ambiguous-date',
  'unreadable-number',
  'ambiguous-number',
  'not-whole',
  'out-of-range',
  'negative',
  'too-large',
  'percentage',
  'unreadable-months',
  'unreadable-yes-no',
  'unknown-choice',
  'unknown-currency',
] as const;

/** What keeps a cell from being imported. */
export interface CellProblem {
  readonly code: (typeof problemCodes)[number];
  /** What stands in the cell. */
  readonly value: string;
  readonly least?: number;
  readonly most?: number;
}

/** What the user said of a column whose values can be read in more than one way. */
export interface ColumnAnswer {
  readonly dateOrder?: DateOrder;
  readonly decimalSign?: DecimalSign;
  /** Keys for words that name no choice of ours; an empty key leaves the cell empty. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** A question the column's own values do not answer. */
export type ColumnQuestion = 'date-order' | 'decimal-sign';

export interface CheckedColumn {
  readonly values: readonly Checked[];
  /** By row of the column. */
  readonly problems: ReadonlyMap<number, CellProblem>;
  readonly question: ColumnQuestion | null;
}

/**
 * Reads a column's cells as the field's kind. What is ambiguous cell by cell is settled by the whole column: one 13/04 proves
 * that days come first. Where the column proves nothing or contradicts itself, and the user has not said, the ambiguous
 * cells are problems and `question` says what to ask.
 */
export function checkColumn(
  field: Pick<Field, 'kind' | 'required'>,
  heading: string,
  cells: readonly GridValue[],
  markOf: (row: number) => Mark | undefined,
  answer: ColumnAnswer = {},
): CheckedColumn {
  const problems = new Map<number, CellProblem>();
  const { read, question } = readerOf(field.kind, heading, cells, markOf, answer);
  const values = cells.map((cell, row): Checked => {
    const problem = (found: Omit<CellProblem, 'value'>, value = String(cell ?? '')): null => {
      problems.set(row, { ...found, value });
      return null;
    };
    const mark = markOf(row);
    if (mark?.error !== undefined) return problem({ code: 'formula-error' }, mark.error);
    if (mark?.isUncalculated) return problem({ code: 'uncalculated-formula' });
    // As text these come from programs that wrote a sheet's errors down; #N/A alone says that there is nothing.
    if (typeof cell === 'string' && writtenError.test(cell)) return problem({ code: 'formula-error' });
    if (cell === '#N/A') return field.required ? problem({ code: 'required' }) : null;
    let value: Checked | CellProblem['code'] | undefined = isBlank(cell) ? null : undefined;
    if (value === undefined) {
      const result = read(cell, row);
      if (result.problem === undefined) value = result.value;
      // What people type into empty cells says nothing where it is not text.
      else if (typeof cell === 'string' && missingText(cell) !== null) value = null;
      else return problem(result.problem);
    }
    if (value === null && field.required) return problem({ code: 'required' });
    return value;
  });
  return { values, problems, question: question && problemsAsk(problems) ? question : null };
}

const writtenError = /^#(?:REF|VALUE|DIV\/0|NAME\?|NULL|NUM|SPILL|CALC)!?$/;

/** Figures and amounts beyond this, either way, are taken for mistakes: sums of them lose their last digits. */
const largestFigure = 1e12;
const tagsMost = 50;

type Reading =
  | { readonly value: Checked; readonly problem?: undefined }
  | { readonly problem: Omit<CellProblem, 'value'> };
type Reader = (cell: GridValue, row: number) => Reading;

const fails = (code: CellProblem['code']): Reading => ({ problem: { code } });
const says = (value: Checked): Reading => ({ value });

function problemsAsk(problems: ReadonlyMap<number, CellProblem>): boolean {
  return problems.values().some(({ code }) => code === 'ambiguous-date' || code === 'ambiguous-number');
}

function readerOf(
  kind: Kind,
  heading: string,
  cells: readonly GridValue[],
  markOf: (row: number) => Mark | undefined,
  answer: ColumnAnswer,
): { readonly read: Reader; readonly question: ColumnQuestion | null } {
  switch (kind.is) {
    case 'text':
      return { read: textReader(kind.most ?? longestProse), question: null };
    case 'tags':
      return {
        read(cell) {
          const tags = tagsOf(String(cell));
          const isTooLong = tags.length > tagsMost || tags.some((tag) => tag.length > longestLine);
          return isTooLong ? fails('too-long') : says(tags);
        },
        question: null,
      };
    case 'months':
      return {
        read(cell) {
          const months = readMonths(cell);
          if (months === null) return fails('unreadable-months');
          return months < 1 || months > mostMonths
            ? { problem: { code: 'out-of-range', least: 1, most: mostMonths } }
            : says(months);
        },
        question: null,
      };
    case 'yes-no':
      return {
        read(cell) {
          const value = readYesNo(cell);
          return value === null ? fails('unreadable-yes-no') : says(value);
        },
        question: null,
      };
    case 'choice':
      return {
        read(cell) {
          const given = answer.choices?.[String(cell).trim()];
          if (given !== undefined) return says(given === '' ? null : given);
          const key = readChoice(cell, kind.choices);
          return key === null ? fails('unknown-choice') : says(key);
        },
        question: null,
      };
    case 'currency':
      return {
        read(cell) {
          const currency = currencyOf(String(cell));
          return currency === undefined ? fails('unknown-currency') : says(currency);
        },
        question: null,
      };
    case 'date':
      return { read: dateReader(cells, answer.dateOrder), question: 'date-order' };
    case 'integer':
    case 'number':
    case 'figure':
    case 'money':
      return {
        read: numberReader(kind, heading, cells, markOf, answer.decimalSign),
        question: 'decimal-sign',
      };
  }
}

/** Fifty years. */
const mostMonths = 600;

/** Text as SQLite and XML can hold it. */
function textReader(most: number): Reader {
  return (cell) => {
    const text = String(cell).replaceAll('\0', '').toWellFormed().trim();
    return text.length > most ? fails('too-long') : says(text === '' ? null : text);
  };
}

function tagsOf(text: string): string[] {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、|\n]/)
    .map((tag) => tag.trim());
  return [...new Set(parts.filter((tag) => tag !== ''))];
}

function dateReader(cells: readonly GridValue[], stated: DateOrder | undefined): Reader {
  const readings = cells.map(readDate);
  const order = stated ?? provenOrder(readings).order;
  return (_, row) => {
    const reading = readings[row] ?? null;
    if (reading === null) return fails('unreadable-date');
    if ('date' in reading) return says(reading.date);
    const { 'day-first': dayFirst, 'month-first': monthFirst } = reading;
    const date =
      dayFirst === null || monthFirst === null ? (dayFirst ?? monthFirst) : order && reading[order];
    return date === null ? fails('ambiguous-date') : says(date);
  };
}

function numberReader(
  kind: Extract<Kind, { is: 'integer' | 'number' | 'figure' | 'money' }>,
  heading: string,
  cells: readonly GridValue[],
  markOf: (row: number) => Mark | undefined,
  stated: DecimalSign | undefined,
): Reader {
  const readings = cells.map(readNumber);
  const sign = stated ?? provenSign(readings);
  const unit = unitOf(heading);
  return (_, row) => {
    const reading = readings[row] ?? null;
    if (reading === null) return fails('unreadable-number');
    // Of a whole number only one reading can be meant: 1.234 seats are 1,234.
    if (reading.isPercentage && (kind.is === 'money' || kind.is === 'integer')) return fails('percentage');
    const figure =
      settled(reading, sign) ??
      (kind.is === 'integer' && Number.isInteger(reading.comma) ? reading.comma : null);
    if (figure === null) return fails('ambiguous-number');
    const scaled = Number((figure * factorOf(kind.is, reading, unit.factor)).toPrecision(15));
    if (kind.is !== 'integer' && Math.abs(scaled) > largestFigure) return fails('too-large');
    if (kind.is === 'number') return says(scaled);
    if (kind.is === 'figure') {
      const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = kind;
      return scaled < least || scaled > most
        ? { problem: { code: 'out-of-range', least, most } }
        : says(scaled);
    }
    if (kind.is === 'money') {
      if (scaled < 0 && !kind.mayBeNegative) return fails('negative');
      const currency = reading.currency ?? markOf(row)?.currency ?? unit.currency;
      return says({ figure: scaled, currency });
    }
    if (!Number.isSafeInteger(figure)) return fails('not-whole');
    const { least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER } = kind;
    return figure < least || figure > most
      ? { problem: { code: 'out-of-range', least, most } }
      : says(figure);
  };
}

/** What a figure is multiplied by: an amount by its heading's unit, a percentage where it stands in its own unit. */
function factorOf(
  is: 'integer' | 'number' | 'figure' | 'money',
  reading: NumberReading,
  unit: number,
): number {
  if (is === 'money') return unit;
  return is === 'figure' && reading.isPercentage ? 100 : 1;
}

/** What a heading says of its amounts: 年费(万元) counts in 10,000 CNY, "ARR (USD)" and refund_amount_usd in dollars. */
function unitOf(heading: string): { factor: number; currency: string | null } {
  const text = heading.normalize('NFKC').trim();
  const bracket = /\(([^)%]*)\)$/.exec(text)?.[1]?.trim() ?? '';
  const unit = bracket.replace(/^'?000s?$|^(in )?thousands?$/i, 'k').replace(/^(in )?millions?$/i, 'm');
  const one = unit === '' ? null : readNumber(`1${unit}`);
  const last = /[\s_]([a-z]{3})$/i.exec(text)?.[1];
  const currency = one?.currency ?? (last === undefined ? null : (currencyOf(last) ?? null));
  return { factor: one?.point ?? 1, currency };
}
