import { neededFields } from '../../../db/import/noun.ts';
import type { Proposal } from '../../../electron/import/import-table.ts';
import type { TableChoice } from '../../../electron/import/table-choice.ts';
import type { SheetChoice } from './import-store.ts';

type Remembered = Pick<TableChoice, 'noun' | 'fields' | 'answers'>;
export type ProposedSheet = Omit<Proposal, 'samples'> & {
  readonly samples: readonly (readonly (string | number | boolean | null)[])[];
  readonly remembered: Remembered | null;
};

/** What holds for a sheet: what the user said, else what they said of such a file before, else what was found out. */
export function choiceFor(sheet: ProposedSheet, stated: SheetChoice | undefined): SheetChoice {
  if (stated) return stated;
  const { headerRow, remembered } = sheet;
  const common = { headerRow, blanked: [] };
  if (remembered) return { ...common, ...remembered };
  const noun = sheet.hidden ? null : sheet.noun;
  return { ...common, noun, fields: matchedFields(sheet, noun), answers: {} };
}

/** The fields found for the columns when the rows are of this noun. */
export function matchedFields(sheet: ProposedSheet, noun: SheetChoice['noun']): (string | null)[] {
  return noun === null ? [] : sheet.matches[noun].map(({ field }) => field);
}

/** A field goes to one column: giving it to another takes it away from the first. */
export function withField(choice: SheetChoice, column: number, field: string | null): SheetChoice {
  const fields = choice.fields.map((known, at) => (at === column ? field : known === field ? null : known));
  const { [column]: _, ...answers } = choice.answers;
  return { ...choice, fields, answers, blanked: choice.blanked.filter((at) => at !== column) };
}

/** The tables to import, in the order of the sheets. */
export function tablesOf(
  sheets: readonly ProposedSheet[],
  stated: Readonly<Record<number, SheetChoice>>,
): TableChoice[] {
  return sheets.flatMap((sheet, at) => {
    const { noun, ...choice } = choiceFor(sheet, stated[at]);
    return noun === null ? [] : [{ ...choice, noun, sheet: at }];
  });
}

/** The groups of which no column has been chosen yet. */
export function stillNeeded({ noun, fields }: SheetChoice): readonly (readonly string[])[] {
  if (noun === null) return [];
  return neededFields[noun].filter((group) => !group.some((field) => fields.includes(field)));
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}
