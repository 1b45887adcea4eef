import type { IsoDate } from '../types/calendar.ts';
import type { Money } from '../types/money.ts';
import { columnOf, type Field, type FieldValue, type Noun, type Values, type WriteMoment } from './define.ts';

/** What a column of a table holds. */
export type Cell = string | number | null;
export type Cells = Readonly<Record<string, Cell>>;

export const minorColumn = (key: string): string => `${columnOf(key)}_minor`;
export const currencyColumn = (key: string): string => `${columnOf(key)}_currency`;

/** The columns a field is kept in: two for money, one for everything else. */
export function columnsOf(key: string, { is }: Field): string[] {
  return is === 'money' ? [minorColumn(key), currencyColumn(key)] : [columnOf(key)];
}

/** A value as the table takes it: flags are 0 and 1, tags are JSON, money is two columns. */
export function cellsOf(key: string, field: Field, value: FieldValue): Cells {
  if (field.is === 'money') {
    const money = value as Money | null;
    return { [minorColumn(key)]: money?.minor ?? null, [currencyColumn(key)]: money?.currency ?? null };
  }
  if (typeof value === 'boolean') return { [columnOf(key)]: value ? 1 : 0 };
  if (value !== null && typeof value === 'object') return { [columnOf(key)]: JSON.stringify(value) };
  return { [columnOf(key)]: value };
}

/** The value of a field in a row of the table. */
export function valueIn(key: string, field: Field, row: Cells): FieldValue {
  if (field.is === 'money') {
    const minor = row[minorColumn(key)] ?? null;
    return minor === null ? null : { minor: Number(minor), currency: String(row[currencyColumn(key)]) };
  }
  const cell = row[columnOf(key)] ?? null;
  if (field.is === 'yes-no') return cell === null ? null : cell === 1;
  if (field.is === 'tags') return JSON.parse(String(cell ?? '[]')) as string[];
  return cell;
}

/** All values of a row of the table. */
export function valuesIn({ fields }: Noun, row: Cells): Values {
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, valueIn(key, field, row)] as const),
  );
}

/** What a field holds where nothing was said. */
export function initialOf(field: Field, today: IsoDate): FieldValue {
  if (field.is === 'tags') return [];
  if (field.is === 'date') return field.initial === 'today' ? today : null;
  return 'initial' in field ? (field.initial ?? null) : null;
}

/** The facts with what nobody said filled in and what follows from others computed, in the order of the fields. */
export function finished(noun: Noun, said: Values, moment: WriteMoment): Values {
  const facts: Record<string, FieldValue> = {};
  for (const [key, field] of Object.entries(noun.fields)) {
    const value = said[key];
    facts[key] = value === undefined ? initialOf(field, moment.today) : value;
  }
  for (const [key, field] of Object.entries(noun.fields))
    if (field.value) facts[key] = field.value(facts, moment);
  return facts;
}

/** The fields a person says something of, in their order. */
export function askedFields({ fields }: Noun): [string, Field][] {
  return Object.entries(fields).filter(([, field]) => field.form !== false && !field.value);
}

/** The fields that leave the book in a sheet and come back by it. */
export function sheetFields({ fields }: Noun): [string, Field][] {
  return Object.entries(fields).filter(([, field]) => field.sheet !== false);
}

/** Whether a row needs something in the field before it can be written. */
export function isNeeded(field: Field): boolean {
  return field.optional !== true && field.is !== 'tags' && !('initial' in field) && !field.value;
}

/** Fields search reads of a row. */
export function searchedColumns({ fields }: Noun, by: 'name' | 'text'): string[] {
  return Object.entries(fields).flatMap(([key, { search }]) => (search === by ? [columnOf(key)] : []));
}

/** Whether a row still asks for attention, as the noun declares it; true where it declares nothing. */
export function isOpen({ open }: Noun, row: Values): boolean {
  if (!open) return true;
  const value = row[open.field] ?? null;
  return open.is === null ? value === null : open.is.some((choice) => choice === value);
}

/** The fields that name rows of other tables. */
export function referencesOf({ fields }: Noun): [string, Extract<Field, { is: 'reference' }>][] {
  return Object.entries(fields).flatMap(([key, field]) =>
    field.is === 'reference' ? [[key, field] as [string, typeof field]] : [],
  );
}

/** Where a row read with what it refers to says the name of a reference. */
export function labelColumn(key: string): string {
  return `${columnOf(key).replace(/_id$/, '')}_label`;
}

/** What a row refers to, by field. */
export function labelsIn(noun: Noun, row: Cells): Record<string, string> {
  return Object.fromEntries(
    referencesOf(noun).flatMap(([key]) => {
      const label = row[labelColumn(key)] ?? null;
      return label === null ? [] : [[key, String(label)] as const];
    }),
  );
}
