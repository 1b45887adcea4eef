import { commitment } from './commitment/noun.ts';
import type { Noun, NounAction, TableName, TableOf } from './kernel/define.ts';
import { actionOf, tableOf } from './kernel/define.ts';
import { risk } from './risk/noun.ts';

/** Every declared noun, what others refer to first: the order an import writes them in. */
export const nouns = [commitment, risk] as const satisfies readonly Noun[];

export type DeclaredNoun = (typeof nouns)[number];
export type NounName = DeclaredNoun['name'];
export type NounTable = TableName<DeclaredNoun>;

/** A declared noun where it does not matter which. */
export type AnyNoun = Noun & { readonly name: NounName };

/** The tables of the declared nouns, for the schema. */
export type NounTables = { [N in DeclaredNoun as TableName<N>]: TableOf<N> };

export const nounTables = nouns.map((noun) => tableOf(noun) as NounTable);

/** Tables of declared nouns whose rows take files. */
export const attachableTables = nouns
  .filter((noun: Noun) => noun.files)
  .map((noun) => tableOf(noun) as NounTable);

export function isAttachable(table: string): table is NounTable {
  return attachableTables.some((each) => each === table);
}

const kinds = ['create', 'edit', 'delete'] as const;
/** What can be done to a row of a declared noun, as the change log keeps it. */
export const nounActions = nouns.flatMap((noun) =>
  kinds.map((does) => actionOf(noun, does) as NounAction<DeclaredNoun>),
);

/** The declared noun of a table, or null for a table of another kind. */
export function nounOfTable(table: string): Noun | null {
  return nouns.find((noun) => tableOf(noun) === table) ?? null;
}

/** A record with something for the table of each declared noun. */
export function perDeclared<T>(of: (noun: DeclaredNoun) => T): Readonly<Record<NounTable, T>> {
  return Object.fromEntries(nouns.map((noun) => [tableOf(noun), of(noun)])) as Record<NounTable, T>;
}
