import type { DayNumber } from './month.ts';

/** What a report is cut by: the account's own columns, its segment in a scheme, its own fields, its cohort, a product line. */
export const sliceColumns = ['owner', 'salesOwner', 'region', 'industry', 'size', 'tier', 'channel'] as const;
export type SliceDimension =
  | (typeof sliceColumns)[number]
  | 'line'
  | 'cohort'
  | `segment:${string}`
  | `field:${string}`;

/** Customers of one value of a dimension; null stands for those without one. */
export type ReportSlice = { readonly dimension: SliceDimension; readonly value: string | null };

/** Days on which an account had a value, both inclusive. */
export type Stretch = { readonly from: DayNumber; readonly to: DayNumber; readonly value: string | null };

const otherNames: Readonly<Record<string, SliceDimension>> = {
  product: 'line',
  'product-line': 'line',
  plan: 'line',
  'sales-owner': 'salesOwner',
};

/**
 * A slice as a command line says it: `segment:Size=Large`, `field:Contract type=OEM`, `line=Platform`, `cohort=2025-01`,
 * `owner=Lin Yue`; nothing after the equals sign means customers without a value. Null for anything else.
 */
export function readSlice(text: string): ReportSlice | null {
  const named = /^(segment|field):([^=]+)=(.*)$/su.exec(text);
  if (named) {
    const [, is, name = '', value = ''] = named;
    const dimension = `${is === 'segment' ? 'segment' : 'field'}:${name.trim()}` as const;
    return { dimension, value: valueIn(value) };
  }
  const plain = /^([\w-]+)[=:](.*)$/su.exec(text);
  if (!plain) return null;
  const [, word = '', value = ''] = plain;
  const dimension = dimensionOf(word);
  return dimension === null ? null : { dimension, value: valueIn(value) };
}

export function sliceText({ dimension, value }: ReportSlice): string {
  return `${dimension}=${value ?? ''}`;
}

export function dimensionOf(word: string): SliceDimension | null {
  const known = otherNames[word.toLowerCase()];
  if (known) return known;
  if (word === 'line' || word === 'cohort') return word;
  if (/^(segment|field):./u.test(word)) return word as `segment:${string}` | `field:${string}`;
  return sliceColumns.find((column) => column.toLowerCase() === word.toLowerCase()) ?? null;
}

function valueIn(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
