import type { Field, Noun, Values } from '../../db/kernel/define.ts';
import { tableOf } from '../../db/kernel/define.ts';
import { type Cells, labelsIn, sheetFields, valuesIn } from '../../db/kernel/field.ts';
import type { NounTable } from '../../db/nouns.ts';
import type { Language } from '../../db/types/language.ts';
import type { Money } from '../../db/types/money.ts';
import { accountReference } from '../account/reference.ts';
import { type NounColumn, type NounSheet, ownWords, word } from '../export/noun-sheet.ts';
import type { SheetRow } from './own-column.ts';
import { ownColumnsOf } from './own-columns.ts';

/** A row as the export reads it (db/export/query.ts). */
export function sheetRow(noun: Noun, row: Cells): SheetRow {
  return {
    account_key: (row.account_key ?? null) as string | null,
    account_name: (row.account_name ?? null) as string | null,
    labels: labelsIn(noun, row),
    values: valuesIn(noun, row),
  };
}

/** The sheet of a declared noun, out and back in: its account, then its fields in their order. */
export function sheetOf(noun: Noun): NounSheet<SheetRow> {
  const own = ownColumnsOf(noun);
  return {
    noun: tableOf(noun) as NounTable,
    headingKey: (column) =>
      column === 'accountKey' || column === 'accountName' ? `noun.${column}` : `${noun.name}.field.${column}`,
    heading: (column, language) => currencyHeading(noun, column, language),
    choiceKey: (column, key) => `${noun.name}.choice.${column}.${key}`,
    columns: [
      ...(noun.account === 'none' ? [] : accountReference),
      ...sheetFields(noun).flatMap(([key, field]) => columnsFor(key, field, own.synonyms?.[key] ?? [])),
      ...(own.columns ?? []),
    ],
  };
}

/** The currency of an amount stands in a column of its own, headed after the amount's. */
function currencyHeading(noun: Noun, column: string, language: Language): string | null {
  const key = column.replace(/Currency$/, '');
  if (key === column || noun.fields[key]?.is !== 'money') return null;
  const field = word(language, `${noun.name}.field.${key}`);
  return { en: `${field}, currency`, 'zh-CN': `${field}币种` }[language];
}

function columnsFor(key: string, field: Field, synonyms: readonly string[]): NounColumn<SheetRow>[] {
  const common = { key, synonyms };
  const limits = field.is === 'percent' ? { least: 0, most: 100, ...limitsOf(field) } : limitsOf(field);
  switch (field.is) {
    case 'line':
      return [{ ...common, is: 'text', value: ({ values }) => text(values[key]) }];
    case 'prose':
      return [{ ...common, is: 'text', wrap: true, width: 50, value: ({ values }) => text(values[key]) }];
    case 'date':
      return [{ ...common, is: 'date', value: ({ values }) => text(values[key]) }];
    case 'yes-no':
      return [{ ...common, is: 'yes-no', value: ({ values }) => flag(values[key]) }];
    case 'integer':
      return [{ ...common, ...limits, is: 'integer', value: ({ values }) => number(values[key]) }];
    case 'figure':
    case 'percent':
      return [{ ...common, ...limits, is: 'figure', value: ({ values }) => number(values[key]) }];
    case 'choice':
      return [
        { ...common, is: 'choice', labels: ownWords(field.of), value: ({ values }) => text(values[key]) },
      ];
    case 'reference':
      return [{ ...common, is: 'text', value: ({ labels }) => labels[key] ?? null }];
    case 'tags':
      return [{ ...common, is: 'tags', value: ({ values }) => tags(values[key]) }];
    case 'money':
      return [
        {
          ...common,
          is: 'money',
          ...(field.signed && { mayBeNegative: true as const }),
          value: ({ values }) => money(values[key]),
        },
        {
          key: `${key}Currency`,
          synonyms: [],
          is: 'currency',
          value: ({ values }) => money(values[key])?.currency ?? null,
        },
      ];
  }
}

function limitsOf(field: Field): { least?: number; most?: number } {
  return {
    ...('least' in field && field.least !== undefined && { least: field.least }),
    ...('most' in field && field.most !== undefined && { most: field.most }),
  };
}

type Held = Values[string] | undefined;
const text = (value: Held) => (typeof value === 'string' ? value : null);
const number = (value: Held) => (typeof value === 'number' ? value : null);
const flag = (value: Held) => (typeof value === 'boolean' ? value : null);
const isMoney = (value: Held): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value;
const money = (value: Held) => (isMoney(value) ? value : null);
const tags = (value: Held): readonly string[] => (Array.isArray(value) ? value : []);
