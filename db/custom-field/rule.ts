import { isIsoDate } from '../types/calendar.ts';

/** What a field the user adds can hold. A field never changes its kind. */
export const customFieldKinds = ['text', 'number', 'money', 'date', 'choice', 'yes-no'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** What an account has in a field: text, a number, minor units of the currency, a day, a choice's id, or 0 and 1. */
export type CustomValue = { readonly value: string | number; readonly currency: string | null };

/** A custom field as a column, a sort, a form's field or an import's. */
export type CustomFieldKey = `custom-${number}`;

export function customFieldKey(id: number): CustomFieldKey {
  return `custom-${id}`;
}

/** The field such a key stands for, or null where it is the key of something else. */
export function customFieldOf(key: string): number | null {
  const id = key.match(/^custom-(\d+)$/)?.[1];
  return id === undefined ? null : Number(id);
}

/** How far texts go; longer ones belong in notes. */
export const longestText = 2000;

/** Whether a field of the kind can hold the value. `choiceIds` are the field's own. */
export function canHold(
  kind: CustomFieldKind,
  { value, currency }: CustomValue,
  choiceIds: readonly number[],
): boolean {
  if ((currency !== null) !== (kind === 'money')) return false;
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= longestText;
    case 'date':
      return typeof value === 'string' && isIsoDate(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'money':
      return Number.isSafeInteger(value) && /^[A-Z]{3}$/.test(currency ?? '');
    case 'choice':
      return typeof value === 'number' && choiceIds.includes(value);
    case 'yes-no':
      return value === 0 || value === 1;
  }
}

/**
 * What a list is cut to by a field: one of these values (null among them means none), a text in it, or a range whose ends
 * belong to it.
 */
export type CustomFilter = { readonly fieldId: number } & (
  | { readonly among: readonly (string | number | null)[] }
  | { readonly containing: string }
  | { readonly from: string | number | null; readonly to: string | number | null }
);
