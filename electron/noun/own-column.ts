import type { Facts } from '../../db/import/plan.ts';
import type { Values } from '../../db/kernel/define.ts';
import type { NounColumn } from '../export/noun-sheet.ts';
import type { Checked } from '../import/check.ts';

/** A row of a declared noun as its sheet shows it. */
export type SheetRow = {
  readonly account_key: string | null;
  readonly account_name: string | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: Values;
};

/** What the sheet of one noun has beside what its definition says. */
export type OwnColumns = {
  /** What other programs and people call its fields. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** Columns that are no field of the noun, each with what it says of a row in columns of the table. */
  readonly columns?: readonly (NounColumn<SheetRow> & { readonly facts: (value: Checked) => Facts })[];
};
