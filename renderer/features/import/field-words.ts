import type { TFunction } from 'i18next';
import type { TableChoice } from '../../../electron/workbook/import-table.ts';

type Noun = TableChoice['noun'];

/** What a field is called on screen. */
export function fieldLabel(t: TFunction, noun: Noun, field: string): string {
  return String(t(`${noun}.field.${field}` as 'account.field.name'));
}

/** A value as the noun's screens show it: choices and yes or no in words. */
export function valueLabel(
  t: TFunction,
  noun: Noun,
  field: string,
  value: string | number | boolean | null,
): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  const key = `${noun}.choice.${field}.${value}` as 'account.choice.status.active';
  const word = t(key);
  return word === key ? String(value) : String(word);
}
