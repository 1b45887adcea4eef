import type { ImportNoun } from '../../db/import/noun.ts';
import { type Language, languages } from '../../db/types/language.ts';
import type { Money } from '../../db/types/money.ts';
import { longestLine, longestProse } from '../../db/types/text-length.ts';
import type { FormattedBy } from '../files/workbook/cell.ts';
import type { Column } from '../files/workbook/table.ts';
import type { Field, Kind } from '../import/field.ts';
import { messagesIn } from '../messages.ts';

/** A noun's sheet: the same table writes the export and reads the import. */
export interface NounSheet<Row> {
  readonly noun: ImportNoun;
  /** Where the catalogs keep the headings, and the words for choices by column and key. */
  readonly headingKey: (column: string) => string;
  /** The headings themselves, where a key alone does not make one. */
  readonly heading?: (column: string, language: Language) => string | null;
  readonly choiceKey: (column: string, key: string) => string;
  readonly columns: readonly NounColumn<Row>[];
}

/** One column: how it is written, and how it is known again. Without `value` it is only read: another one says the same. */
export type NounColumn<Row> = {
  readonly key: string;
  /** What other programs and people call it. */
  readonly synonyms: readonly string[];
  readonly width?: number;
  readonly wrap?: boolean;
} & (
  | { readonly is: 'date' | 'currency'; readonly value?: (row: Row) => string | null }
  /** `most` characters: a line, or as many as a text written at length where it wraps, unless said. */
  | { readonly is: 'text'; readonly most?: number; readonly value?: (row: Row) => string | null }
  /** A length of time, only read: what follows from it is what is kept. */
  | { readonly is: 'months'; readonly value?: never }
  /** A figure says its percentage as the number before the sign, since it stands in its own unit. */
  | {
      readonly is: 'integer' | 'figure';
      readonly least?: number;
      readonly most?: number;
      readonly value?: (row: Row) => number | null;
    }
  | { readonly is: 'number'; readonly value?: (row: Row) => number | null }
  | { readonly is: 'money'; readonly mayBeNegative?: true; readonly value?: (row: Row) => Money | null }
  | { readonly is: 'yes-no'; readonly value?: (row: Row) => boolean | null }
  | { readonly is: 'tags'; readonly value?: (row: Row) => readonly string[] }
  | {
      readonly is: 'choice';
      /** Keys with what other programs and people call them; our own words stand in the catalogs. */
      readonly labels: Readonly<Record<string, readonly string[]>>;
      readonly value?: (row: Row) => string | null;
    }
);

/** Choices that other programs have no words for. */
export function ownWords(keys: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(keys.map((key) => [key, []]));
}

/** The fields an import can fill, with their names in both languages. */
export function fieldsOf<Row>(sheet: NounSheet<Row>): Field[] {
  const label = (column: string, language: Language) => headingOf(sheet, column, language);
  return sheet.columns.map((column) => ({
    key: column.key,
    synonyms: column.synonyms,
    label: { en: label(column.key, 'en'), 'zh-CN': label(column.key, 'zh-CN') },
    kind: kindOf(sheet, column),
  }));
}

/** The sheet's columns, headings and choices in the language. */
export function columnsOf<Row>(sheet: NounSheet<Row>, language: Language): Column<Row>[] {
  return sheet.columns.flatMap((column): Column<Row>[] => {
    const formatted = formattedBy(sheet, column, language);
    if (!formatted) return [];
    const { key, width, wrap } = column;
    return [
      {
        ...formatted,
        key,
        heading: headingOf(sheet, key, language),
        ...(width === undefined ? {} : { width }),
        ...(wrap === undefined ? {} : { wrap }),
      },
    ];
  });
}

function headingOf<Row>(sheet: NounSheet<Row>, column: string, language: Language): string {
  return sheet.heading?.(column, language) ?? word(language, sheet.headingKey(column));
}

function formattedBy<Row>(
  sheet: NounSheet<Row>,
  column: NounColumn<Row>,
  language: Language,
): FormattedBy<Row> | null {
  if (!column.value) return null;
  switch (column.is) {
    case 'text':
    case 'currency':
      return { format: 'text', value: column.value };
    case 'date':
      return { format: 'date', value: column.value };
    case 'integer':
      return { format: 'integer', value: column.value };
    case 'number':
    case 'figure':
      return { format: 'figure', value: column.value };
    case 'money':
      return { format: 'money', value: column.value };
    case 'yes-no':
      return { format: 'yes-no', value: column.value };
    case 'tags': {
      const { value } = column;
      return { format: 'text', value: (row) => value(row).join('; ') };
    }
    case 'choice': {
      const { value } = column;
      const keys = Object.keys(column.labels);
      const labels = new Map(keys.map((key) => [key, word(language, sheet.choiceKey(column.key, key))]));
      return { format: 'text', value: (row) => labels.get(value(row) ?? '') ?? null };
    }
  }
}

function kindOf<Row>(sheet: NounSheet<Row>, column: NounColumn<Row>): Kind {
  if (column.is === 'choice') {
    const choices = Object.entries(column.labels).map(([key, labels]) => {
      const ours = languages.map((language) => word(language, sheet.choiceKey(column.key, key)));
      return [key, [...ours, ...labels]];
    });
    return { is: 'choice', choices: Object.fromEntries(choices) };
  }
  if (column.is === 'integer' || column.is === 'figure') {
    const { least, most } = column;
    return {
      is: column.is,
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    };
  }
  if (column.is === 'text')
    return { is: 'text', most: column.most ?? (column.wrap ? longestProse : longestLine) };
  if (column.is === 'money') return { is: 'money', ...(column.mayBeNegative && { mayBeNegative: true }) };
  return { is: column.is };
}

/** Keys are made of a noun and its columns, which the compiler cannot follow; a test looks every one of them up. */
export function word(language: Language, key: string): string {
  return String(messagesIn(language)(key as 'app.name'));
}
