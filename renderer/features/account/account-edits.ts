import { type CustomFieldKind, type CustomValue, customFieldOf } from '../../../db/custom-field/rule.ts';
import { schemeOf } from '../../../db/segment/rule.ts';
import { moneyFromDecimal } from '../../../db/types/money.ts';
import { pastedDay, pastedNumber } from '../../lib/pasted-cells.ts';
import type { CellEdit } from '../../ui/grid/column.ts';

/** What texts stand for in this book: names of segments and choices, words of the language. */
export type EditContext = {
  readonly sizes: readonly { readonly value: 'small' | 'mid' | 'large'; readonly label: string }[];
  readonly schemes: readonly {
    readonly id: number;
    readonly segments: readonly { readonly id: number; readonly name: string }[];
  }[];
  readonly fields: readonly {
    readonly id: number;
    readonly kind: CustomFieldKind;
    readonly choices: readonly { readonly id: number; readonly name: string }[];
  }[];
  readonly yes: string;
  readonly no: string;
  /** For amounts typed into a field of the kind money. */
  readonly currency: string;
};

type Facts = Partial<Record<'name' | 'key' | 'industry' | 'region' | 'tier' | 'owner', string | null>> & {
  name?: string;
  size?: 'small' | 'mid' | 'large' | null;
};
export type AccountChange = {
  ids: number[];
  patch: {
    facts: Facts;
    segments: { schemeId: number; segmentId: number | null }[];
    custom: Record<`custom-${number}`, CustomValue | null>;
  };
};

const texts = ['key', 'industry', 'region', 'tier', 'owner'] as const;
const longestLine = 200;

/** What edited cells change on their accounts, one change for each account; texts that stand for nothing are given back. */
export function accountChanges(
  edits: readonly CellEdit[],
  context: EditContext,
): { changes: AccountChange[]; refused: CellEdit[] } {
  const changes = new Map<string, AccountChange>();
  const refused: CellEdit[] = [];
  for (const edit of edits) {
    const change = changes.get(edit.row) ?? {
      ids: [Number(edit.row)],
      patch: { facts: {}, segments: [], custom: {} },
    };
    if (apply(change.patch, edit, context)) changes.set(edit.row, change);
    else refused.push(edit);
  }
  return { changes: [...changes.values()], refused };
}

function apply(patch: AccountChange['patch'], { column, text }: CellEdit, context: EditContext): boolean {
  const isEmpty = text === '';
  const schemeId = schemeOf(column);
  if (schemeId !== null) {
    const segments = context.schemes.find(({ id }) => id === schemeId)?.segments ?? [];
    const segment = segments.find(({ name }) => isSame(name, text));
    if (!isEmpty && !segment) return false;
    patch.segments.push({ schemeId, segmentId: segment?.id ?? null });
    return true;
  }
  const fieldId = customFieldOf(column);
  if (fieldId !== null) {
    const value = isEmpty ? null : customValue(text, fieldId, context);
    if (value === undefined) return false;
    patch.custom[`custom-${fieldId}`] = value;
    return true;
  }
  if (text.length > longestLine) return false;
  if (column === 'name') {
    if (!isEmpty) patch.facts.name = text;
    return !isEmpty;
  }
  if (column === 'size') {
    const size = context.sizes.find(({ value, label }) => isSame(value, text) || isSame(label, text));
    if (!isEmpty && !size) return false;
    patch.facts.size = size?.value ?? null;
    return true;
  }
  const known = texts.find((each) => each === column);
  if (!known) return false;
  patch.facts[known] = isEmpty ? null : text;
  return true;
}

/** What a text is in a field of the user's; undefined when the field cannot hold it. */
function customValue(
  text: string,
  fieldId: number,
  { fields, yes, no, currency }: EditContext,
): CustomValue | undefined {
  const field = fields.find(({ id }) => id === fieldId);
  const plain = (value: string | number | null | undefined) =>
    value === null || value === undefined ? undefined : { value, currency: null };
  switch (field?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return plain(text);
    case 'date':
      return plain(pastedDay(text));
    case 'number':
      return plain(pastedNumber(text));
    case 'money': {
      const amount = pastedNumber(text);
      const money = amount === null ? null : moneyFromDecimal(String(amount), currency);
      return money ? { value: money.minor, currency } : undefined;
    }
    case 'choice':
      return plain(field.choices.find(({ name }) => isSame(name, text))?.id);
    case 'yes-no':
      if (isSame(text, yes)) return plain(1);
      return isSame(text, no) ? plain(0) : undefined;
  }
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
