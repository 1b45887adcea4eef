import {
  type CrmExport,
  crmExportOf,
  crmImportColumns,
  importNounOf,
  type KnownColumn,
} from '../../db/handoff/crm-export.ts';
import { flatParts } from '../../db/import/flat-list.ts';
import {
  distinctiveFields,
  type ImportNoun,
  importNouns,
  listedNouns,
  perNoun,
} from '../../db/import/noun.ts';
import { languages } from '../../db/types/language.ts';
import { listedColumns } from '../account/list-sheet.ts';
import { type GridValue, headerRow } from '../files/workbook/grid.ts';
import type { Field, ImportFields } from './field.ts';
import { matchFlat } from './flat-match.ts';
import { type ForeignList, foreignListOf } from './foreign-list.ts';
import { isHeadingOf, type Match, matchColumns } from './match.ts';
import type { Source } from './read.ts';
import { columnOf, type TableChoice, tableOf } from './table-choice.ts';

/** A workbook this app writes and reads back. */
export interface OwnExport {
  readonly product: 'tenure';
  readonly noun: 'book' | 'account-list';
}

/** What was found out about a sheet before the user said anything. */
export interface Proposal {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  /** The program and the file of it, where its headings or its properties tell. */
  readonly madeBy: CrmExport | OwnExport | null;
  /** Null when it looks like none of what can be imported. */
  readonly noun: ImportNoun | null;
  readonly headerRow: number | null;
  readonly headings: readonly string[];
  /** The first values below each heading. */
  readonly samples: readonly (readonly GridValue[])[];
  /** What the rows look like, where it is something no import takes. */
  readonly looksLike: ForeignList | null;
  /** How many columns hold something and are not read. */
  readonly cutColumns: number;
  /** The columns' matches where the rows hold a customer, its contract and its contact at once; see flatParts. */
  readonly flat: readonly Match[] | null;
  /** The columns' matches, for each noun the rows could be. */
  readonly matches: Readonly<Record<ImportNoun, readonly Match[]>>;
}

const sampleLength = 50;

/**
 * Reads a sheet and says what it seems to be. `header` is where the user says the headings are; found out when undefined.
 * @throws Failure as Source.read does
 */
export function proposeTable(
  source: Source,
  sheet: number,
  fields: ImportFields,
  header?: number | null,
): Proposal {
  const grid = source.read(sheet);
  const at =
    header === undefined ? headerRow(grid, isHeadingOf(importNouns.flatMap((noun) => fields[noun]))) : header;
  const table = tableOf(grid, { headerRow: at });
  const { name = '', hidden = false } = source.sheets[sheet] ?? {};
  const first = { ...table, rows: table.rows.slice(0, sampleLength) };
  const samples = table.headings.map((_, column) => columnOf(first, column));
  const { madeBy, intended, columns } = recognise(source, table.headings);
  const matchesFor = (noun: ImportNoun) =>
    matchColumns(table.headings, samples, fields[noun], noun === intended ? columns : []);
  const matches = perNoun(matchesFor);
  const looksLike = source.kind === null && madeBy === null ? foreignListOf(table.headings) : null;
  return {
    name,
    hidden,
    rows: table.rows.length,
    madeBy,
    noun: intended ?? (looksLike === null ? nounOf(table.headings, matches, fields) : null),
    flat:
      source.kind === null && madeBy === null && looksLike === null
        ? matchFlat(table.headings, samples, fields)
        : null,
    looksLike,
    cutColumns: grid.cutColumns,
    headerRow: at,
    headings: table.headings,
    samples,
    matches,
  };
}

/** What every sheet of the file seems to be, where it seems to be something. @throws Failure as Source.read does */
export function proposedChoices(
  source: Source,
  fields: ImportFields,
  headers: Readonly<Record<number, number | null>> = {},
): TableChoice[] {
  return [...source.sheets.keys()].flatMap((sheet): TableChoice[] => {
    const { noun, headerRow: at, matches, flat } = proposeTable(source, sheet, fields, headers[sheet]);
    if (flat !== null)
      return flatChoices(
        sheet,
        at,
        flat.map(({ field }) => field),
      );
    if (noun === null) return [];
    const chosen = matches[noun].map(({ field }) => field);
    return [{ sheet, noun, headerRow: at, fields: chosen, answers: {}, blanked: [] }];
  });
}

/** A flat list as one table for each noun it holds. `fields` as flatParts takes them. */
export function flatChoices(
  sheet: number,
  header: number | null,
  fields: readonly (string | null)[],
): TableChoice[] {
  return flatParts(fields).map((part) => ({
    sheet,
    headerRow: header,
    ...part,
    answers: {},
    blanked: [],
    isPart: true,
  }));
}

/** What is known of a sheet without guessing: where it was made, what its rows are, and what its columns say. */
function recognise(
  { kind }: Source,
  headings: readonly string[],
): {
  readonly madeBy: Proposal['madeBy'];
  readonly intended: ImportNoun | null;
  readonly columns: readonly (KnownColumn | null)[];
} {
  if (kind === 'book') return { madeBy: { product: 'tenure', noun: kind }, intended: null, columns: [] };
  if (kind === 'account-list')
    return {
      madeBy: { product: 'tenure', noun: kind },
      intended: 'account',
      columns: listedColumns(headings),
    };
  const madeBy = crmExportOf(headings);
  return madeBy
    ? { madeBy, intended: importNounOf[madeBy.noun], columns: crmImportColumns(headings, madeBy.noun) }
    : { madeBy, intended: null, columns: [] };
}

/**
 * The noun whose telling fields are there and whose fields match most columns; accounts when two are alike. What nobody keeps
 * a list of is taken only from a sheet headed like our own.
 */
function nounOf(
  headings: readonly string[],
  matches: Proposal['matches'],
  offered: ImportFields,
): ImportNoun | null {
  const matched = perNoun(
    (noun) => new Set(matches[noun].flatMap(({ field }) => (field === null ? [] : [field]))),
  );
  const fits = (noun: ImportNoun) =>
    distinctiveFields[noun].every((group) => group.some((field) => matched[noun].has(field))) &&
    (noun !== 'account' || areAccounts(matches.account));
  const own = importNouns.find(
    (noun) => !isListed(noun) && fits(noun) && areHeadingsOf(headings, offered[noun]),
  );
  if (own) return own;
  let best: { noun: ImportNoun; matched: number } | null = null;
  for (const noun of listedNouns) {
    const { size } = matched[noun];
    if (fits(noun) && size > (best?.matched ?? 0)) best = { noun, matched: size };
  }
  return best?.noun ?? null;
}

/** A list of accounts names them. An account's key alone stands in lists of everything: two more of its fields must be sure. */
function areAccounts(matches: readonly Match[]): boolean {
  const sure = matches.filter(({ isExact }) => isExact).map(({ field }) => field);
  return matches.some(({ field }) => field === 'name') || (sure.includes('key') && sure.length > 2);
}

const isListed = (noun: ImportNoun) => listedNouns.some((listed) => listed === noun);

function areHeadingsOf(headings: readonly string[], fields: readonly Field[]): boolean {
  return languages.some((language) => {
    const labels = new Set(fields.map(({ label }) => label[language]));
    return headings.every((heading) => heading === '' || labels.has(heading));
  });
}
