import { schemeOf } from '../segment/rule.ts';
import { majorUnits, minorDigits, moneyFromDecimal } from '../types/money.ts';
import { type CustomFieldKind, customFieldOf } from './rule.ts';

/**
 * Columns of an account that are no columns of its table: where it is placed (`segment-3`) and the user's own fields
 * (`custom-7`). An import compares them like any other. Segments and choices stand as `#` and their id, so that no name is
 * taken for one; `new:` and a name is one to be made.
 */
export function isOwnColumn(column: string): boolean {
  return schemeOf(column) !== null || customFieldOf(column) !== null || plannedColumn(column) !== null;
}

/** A column whose scheme or field the same file defines: it stands by its name until that is written. */
export type PlannedColumn = { readonly is: 'segment' | 'custom'; readonly name: string };

export function plannedKey({ is, name }: PlannedColumn): string {
  return `${is}-${newChoice}${name}`;
}

/** What such a key stands for, or null where it is the key of something else. */
export function plannedColumn(key: string): PlannedColumn | null {
  for (const is of ['segment', 'custom'] as const) {
    const start = `${is}-${newChoice}`;
    if (key.startsWith(start)) return { is, name: key.slice(start.length) };
  }
  return null;
}

export const newChoice = 'new:';

/** What a custom field holds, as an import compares it. Amounts stand with their currency: `CNY 12.5`. */
export function customFact(
  kind: CustomFieldKind,
  value: string | number,
  currency: string | null,
): string | number {
  if (kind === 'choice') return `#${value}`;
  return kind === 'money' && currency !== null && typeof value === 'number'
    ? amountFact({ figure: majorUnits({ minor: value, currency }), currency })
    : value;
}

/** An amount as such a fact, rounded to what the currency has. */
export function amountFact({ figure, currency }: { figure: number; currency: string }): string {
  const minor = Math.round(figure * 10 ** minorDigits(currency));
  return `${currency} ${majorUnits({ minor, currency })}`;
}

/** The amount such a fact says, in minor units; null for any other text. */
export function factAmount(fact: string): { readonly value: number; readonly currency: string } | null {
  const [currency = '', figure = ''] = fact.split(' ');
  const money = moneyFromDecimal(figure, currency);
  return money && { value: money.minor, currency };
}
