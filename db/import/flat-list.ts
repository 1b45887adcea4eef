import type { ImportNoun } from './noun.ts';

/** What a flat list holds in one row, in the order of writing: a customer, its contract, its contact. */
export const flatNouns = ['account', 'contract', 'contact'] as const satisfies readonly ImportNoun[];
export type FlatNoun = (typeof flatNouns)[number];

/** A field of one of these nouns as a column of the list names it: `contract.amount`. */
export type FlatField = `${FlatNoun}.${string}`;

export function flatField(noun: FlatNoun, field: string): FlatField {
  return `${noun}.${field}`;
}

/** The noun and the field of such a name; null for any other text. */
export function flatFieldOf(text: string): { readonly noun: FlatNoun; readonly field: string } | null {
  const at = text.indexOf('.');
  const noun = flatNouns.find((each) => each === text.slice(0, Math.max(0, at)));
  return noun === undefined ? null : { noun, field: text.slice(at + 1) };
}

/** What names the account in the rows of the other nouns; a flat list says it once. */
export const accountReference: Readonly<Record<string, string>> = { key: 'accountKey', name: 'accountName' };

/**
 * The list as one table for each noun it holds: the columns of that noun and, for contracts and contacts, those that name
 * the account. A noun of which there is no column gives none.
 */
export function flatParts(
  fields: readonly (string | null)[],
): { readonly noun: FlatNoun; readonly fields: (string | null)[] }[] {
  const read = fields.map((field) => (field === null ? null : flatFieldOf(field)));
  return flatNouns.flatMap((noun) => {
    if (!read.some((each) => each?.noun === noun)) return [];
    const own = read.map((each) => {
      if (each?.noun === noun) return each.field;
      return noun !== 'account' && each?.noun === 'account' ? (accountReference[each.field] ?? null) : null;
    });
    return [{ noun, fields: own }];
  });
}

/** Fields without which the list cannot be taken apart; one of each group. */
export const flatNeeded: readonly (readonly FlatField[])[] = [['account.name', 'account.key']];
