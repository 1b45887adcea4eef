import type { MeasureDirection } from '../../db/health/curve.ts';
import { measureDirections } from '../../db/health/curve.ts';
import {
  type MeasureConflict,
  measureConflict,
  type OwnMeasure,
  type ReadingProblem,
  readingProblem,
} from '../../db/health/measure.ts';
import { listMeasures } from '../../db/health/measure-query.ts';
import { type ReadingEntry, readingSheet } from '../../db/health/reading-query.ts';
import type { Book } from '../../db/open.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import { plainWord } from '../../db/types/heading-word.ts';
import { type Language, labelIn, languages } from '../../db/types/language.ts';
import { type GridValue, isBlank } from '../files/workbook/grid.ts';
import { Page } from '../files/workbook/page.ts';
import { sheetName } from '../files/workbook/sheet.ts';
import type { Column } from '../files/workbook/table.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import type { Source } from '../import/read.ts';
import { readDate } from '../import/read-date.ts';
import { messagesIn } from '../messages.ts';

type SheetLine = Awaited<ReturnType<typeof readingSheet>>[number];

/** A day's readings as a workbook to be filled in: a row per account, a column per measure, what stands already in place. */
export async function readingTemplate(book: Book, on: IsoDate, language: Language): Promise<Uint8Array> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const measures = (await listMeasures(book.db)).filter(({ isRetired }) => !isRetired);
  const rows = await readingSheet(book.db, on);
  const page = new Page(sheetName(t('health.tab.readings')), [34, 12, ...measures.map(() => 20)], labels);
  page.table<SheetLine, string>(
    [
      { key: 'account', heading: t('account.column.name'), format: 'text', value: ({ name }) => name },
      { key: 'on', heading: t('health.file.date'), format: 'date', value: () => on },
      ...measures.map(
        (measure): Column<SheetLine> => ({
          key: measure.key,
          heading: headingOf(measure, language),
          format: 'figure',
          value: ({ cells }) => cells[measure.id]?.value ?? null,
        }),
      ),
    ],
    rows,
  );
  return workbookBytes([page.sheet({ frozen: { rows: 1, columns: 1 } })], {
    is: 'list',
    title: t('health.tab.readings'),
    language,
    created: book.now(),
    labels,
  });
}

/** `Active seats [%, more is better]`: what it is counted in and which way stand in the heading, to be read against the book's. */
function headingOf({ name, nameZh, unit, direction }: OwnMeasure, language: Language): string {
  const t = messagesIn(language);
  const facts = [unit, t(`health.direction.${direction}`)].filter((each) => each !== '');
  return `${labelIn(language, name, nameZh)} [${facts.join(', ')}]`;
}

/** A cell that is not taken, and why. */
export type FileProblem = {
  /** From 1, as spreadsheets count. */
  readonly row: number;
  readonly text: string;
  readonly problem: ReadingProblem | MeasureConflict | 'account-unknown' | 'account-ambiguous';
};

/** What a file holds: the readings that can be taken, and every cell, row or column that cannot. */
export type ReadFile = {
  readonly entries: readonly ReadingEntry[];
  readonly problems: readonly FileProblem[];
  /** Headings nothing of which is known: columns left alone. */
  readonly unknown: readonly string[];
  /** Of several readings of a measure on a day the last one counts; how many gave way. */
  readonly replaced: number;
};

/**
 * Reads a sheet of account × measure, with a date column or for one day, or a list of account, measure, date and value, from CSV or
 * Excel. A column whose unit or direction is not the book's is left out whole.
 */
export async function readReadings(
  book: Book,
  source: Source,
  day: IsoDate,
  today: IsoDate,
): Promise<ReadFile> {
  const measures = (await listMeasures(book.db)).filter(({ isRetired }) => !isRetired);
  const accounts = await accountNames(book);
  const { rows } = source.read(0);
  const headings = (rows[0] ?? []).map((cell) => String(cell ?? '').trim());
  const place = (key: HeadingKey) =>
    headings.findIndex((heading) => headingWords[key].has(plainWord(heading)));
  const [accountAt, dateAt, measureAt, valueAt, keyAt] = [
    place('account'),
    place('date'),
    place('measure'),
    place('value'),
    place('key'),
  ];
  const problems: FileProblem[] = [];
  const found = new Map<string, ReadingEntry>();
  let replaced = 0;
  const unknown: string[] = [];
  const columns = headings.flatMap((heading, at) => {
    if ([accountAt, dateAt, measureAt, valueAt, keyAt].includes(at) || heading === '') return [];
    const stated = readHeading(heading);
    const measure = measureNamed(measures, stated.name);
    if (!measure) {
      unknown.push(heading);
      return [];
    }
    const conflict = measureConflict(measure, stated);
    if (conflict === null) return [{ at, measure }];
    problems.push({ row: 1, text: heading, problem: conflict });
    return [];
  });
  for (const [index, row] of rows.slice(1).entries()) {
    const line = index + 2;
    if (row.every(isBlank)) continue;
    const named = String(row[keyAt] ?? row[accountAt] ?? '').trim();
    const ids = accounts.get(plainWord(named)) ?? [];
    const [accountId] = ids;
    if (accountId === undefined || ids.length > 1) {
      problems.push({
        row: line,
        text: named,
        problem: ids.length > 1 ? 'account-ambiguous' : 'account-unknown',
      });
      continue;
    }
    const on = dateAt < 0 ? day : dayOf(row[dateAt] ?? null);
    if (on === null) {
      problems.push({ row: line, text: String(row[dateAt] ?? ''), problem: 'no-date' });
      continue;
    }
    const take = (measure: OwnMeasure, cell: GridValue) => {
      if (isBlank(cell)) return;
      const value = numberOf(cell, measure);
      const problem = value === null ? 'not-a-number' : readingProblem(measure, value, on, today);
      if (value === null || problem !== null) {
        problems.push({
          row: line,
          text: `${measure.name}: ${String(cell)}`,
          problem: problem ?? 'not-a-number',
        });
        return;
      }
      const key = `${accountId} ${measure.id} ${on}`;
      if (found.has(key)) replaced += 1;
      found.set(key, { accountId, measureId: measure.id, on, value, source: null });
    };
    for (const { at, measure } of columns) take(measure, row[at] ?? null);
    if (measureAt >= 0 && valueAt >= 0) {
      const name = String(row[measureAt] ?? '').trim();
      const measure = measureNamed(measures, name);
      if (measure) take(measure, row[valueAt] ?? null);
      else if (!unknown.includes(name)) unknown.push(name);
    }
  }
  return { entries: [...found.values()], problems, unknown, replaced };
}

/** What other programs head their columns with. */
const headingWords = {
  account: new Set(
    ['account', 'accountname', 'customer', 'customername', 'company', '客户', '客户名称', '公司'].map(
      plainWord,
    ),
  ),
  key: new Set(['accountid', 'customerid', 'accountkey', '客户id', '客户编号'].map(plainWord)),
  date: new Set(['date', 'day', 'month', 'on', '日期', '月份'].map(plainWord)),
  measure: new Set(['measure', 'metric', 'event', '指标'].map(plainWord)),
  value: new Set(['value', 'figure', 'count', '数值', '值'].map(plainWord)),
} as const;
type HeadingKey = keyof typeof headingWords;

function readHeading(heading: string): {
  name: string;
  unit: string | null;
  direction: MeasureDirection | null;
} {
  const match = /^(.*?)\s*[[(（]([^\])）]*)[\])）]\s*$/.exec(heading);
  if (!match) return { name: heading, unit: null, direction: null };
  const parts = (match[2] ?? '').split(/[,，]/).map((part) => part.trim());
  const directionOf = (part: string) =>
    measureDirections.find((direction) =>
      languages.some((language) => messagesIn(language)(`health.direction.${direction}`) === part),
    );
  const direction = parts.map(directionOf).find((each) => each !== undefined) ?? null;
  const unit = parts.find((part) => directionOf(part) === undefined) ?? (direction === null ? null : '');
  return { name: match[1] ?? '', unit, direction };
}

function measureNamed(measures: readonly OwnMeasure[], name: string): OwnMeasure | undefined {
  const word = plainWord(name);
  return measures.find((measure) =>
    [measure.name, measure.nameZh, measure.key].some((each) => each !== null && plainWord(each) === word),
  );
}

/** Accounts by name and by key; a name two of them have leads to both. */
async function accountNames(book: Book): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await book.db
    .selectFrom('account')
    .select(['id', 'name', 'key'])
    .where('archived_at', 'is', null)
    .execute();
  const names = new Map<string, number[]>();
  for (const { id, name, key } of rows)
    for (const word of new Set([name, key].flatMap((each) => (each === null ? [] : plainWord(each)))))
      names.set(word, [...(names.get(word) ?? []), id]);
  return names;
}

function dayOf(cell: GridValue): IsoDate | null {
  if (typeof cell === 'string' && /^\d{4}-\d{2}$/.test(cell.trim())) return `${cell.trim()}-01`;
  const reading = readDate(cell);
  return reading !== null && 'date' in reading ? reading.date : null;
}

/** A percentage counts as the number before its sign where the measure is in percent. */
function numberOf(cell: GridValue, measure: OwnMeasure): number | null {
  if (typeof cell === 'number') return cell;
  const text = String(cell ?? '')
    .normalize('NFKC')
    .trim();
  const match = /^(-?\d[\d, ]*(?:\.\d+)?)\s*(%?)$/.exec(text);
  if (!match || (match[2] === '%' && measure.unit !== '%')) return null;
  return Number((match[1] ?? '').replace(/[, ]/g, ''));
}
