import {
  type FlatNoun,
  flatField,
  flatFieldOf,
  flatNeeded,
  flatNouns,
  flatParts,
} from '../../../db/import/flat-list.ts';
import { type ImportNoun, neededFields } from '../../../db/import/noun.ts';
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
  if (remembered) {
    const isFlat = remembered.fields.some((field) => field !== null && flatFieldOf(field) !== null);
    return { ...common, ...remembered, noun: isFlat ? 'flat' : remembered.noun };
  }
  const proposed = sheet.flat === null ? sheet.noun : 'flat';
  const noun = sheet.hidden ? null : proposed;
  return { ...common, noun, fields: matchedFields(sheet, noun), answers: {} };
}

/** The fields found for the columns when the rows are of this noun. */
export function matchedFields(sheet: ProposedSheet, noun: SheetChoice['noun']): (string | null)[] {
  if (noun === null) return [];
  if (noun !== 'flat') return sheet.matches[noun].map(({ field }) => field);
  if (sheet.flat !== null) return sheet.flat.map(({ field }) => field);
  // Taken for a list of one noun: each column goes to the first noun that knows it.
  const taken = new Set<string>();
  return sheet.headings.map((_, column) => {
    const found = flatNouns
      .map((each) => [each, sheet.matches[each][column]?.field ?? null] as const)
      .find(([each, field]) => field !== null && isOwn(each, field) && !taken.has(flatField(each, field)));
    if (!found || found[1] === null) return null;
    const named = flatField(found[0], found[1]);
    taken.add(named);
    return named;
  });
}

const isOwn = (noun: FlatNoun, field: string) => noun === 'account' || !/^account(Key|Name)$/.test(field);

/** The field a column is perhaps for, where it is left out. */
export function suggestionFor(
  sheet: ProposedSheet,
  noun: SheetChoice['noun'],
  column: number,
): string | null {
  if (noun === null) return null;
  return (noun === 'flat' ? sheet.flat : sheet.matches[noun])?.[column]?.suggestion ?? null;
}

/** A field goes to one column: giving it to another takes it away from the first. */
export function withField(choice: SheetChoice, column: number, field: string | null): SheetChoice {
  const fields = choice.fields.map((known, at) => (at === column ? field : known === field ? null : known));
  const { [column]: _, ...answers } = choice.answers;
  return { ...choice, fields, answers, blanked: choice.blanked.filter((at) => at !== column) };
}

/** The tables to import, in the order of the sheets; a flat list as one for each noun it holds. */
export function tablesOf(
  sheets: readonly ProposedSheet[],
  stated: Readonly<Record<number, SheetChoice>>,
): TableChoice[] {
  return sheets.flatMap((sheet, at): TableChoice[] => {
    const { noun, ...choice } = choiceFor(sheet, stated[at]);
    if (noun === null) return [];
    if (noun !== 'flat') return [{ ...choice, noun, sheet: at }];
    return flatParts(choice.fields).map((part) => ({ ...choice, ...part, sheet: at, isPart: true }));
  });
}

/** The groups of which no column has been chosen yet, by the noun each is of. */
export function stillNeeded({
  noun,
  fields,
}: SheetChoice): readonly { readonly noun: ImportNoun; readonly fields: readonly string[] }[] {
  if (noun === null) return [];
  if (noun === 'flat')
    return flatNeeded
      .filter((group) => !group.some((field) => fields.includes(field)))
      .map((group) => ({
        noun: 'account' as const,
        fields: group.map((field) => flatFieldOf(field)?.field ?? field),
      }));
  return neededFields[noun]
    .filter((group) => !group.some((field) => fields.includes(field)))
    .map((group) => ({ noun, fields: group }));
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}
