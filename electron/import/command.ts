import path from 'node:path';
import { Command, Option } from 'commander';
import { Failure } from '../../db/failure.ts';
import { flatField, flatFieldOf, flatNouns } from '../../db/import/flat-list.ts';
import { type ImportNoun, importNouns } from '../../db/import/noun.ts';
import { findMapping, type RememberedMapping } from '../../db/import/query.ts';
import type { Book } from '../../db/open.ts';
import { examples, readGiven, reporting, type Terminal, withBook } from '../commands/terminal.ts';
import { saveExport } from '../export/save-export.ts';
import { importFields } from '../export/sheets.ts';
import { columnLimit } from '../files/workbook/grid.ts';
import type { ColumnAnswer } from './check.ts';
import { importFieldsIn } from './fields.ts';
import { flatFields } from './flat-match.ts';
import type { ForeignList } from './foreign-list.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { flatChoices, proposedChoices, proposeTable } from './import-table.ts';
import { leftOutWorkbook, reasonText } from './left-out.ts';
import { textOfRow } from './preview.ts';
import { openImport, type Source } from './read.ts';
import type { TableChoice } from './table-choice.ts';

type ImportOptions = {
  noun?: ImportNoun;
  sheet?: string;
  map: readonly string[];
  dateOrder?: 'day-first' | 'month-first';
  decimalSign?: 'point' | 'comma';
  leftOut?: string;
  dryRun?: boolean;
};

/** import: what the wizard does when every proposal is accepted. */
export function importCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  return reporting<ImportOptions>(
    terminal,
    new Command('import')
      .description(t('cli.import.description'))
      .argument('<file>', t('cli.file'))
      .argument('<list>', t('cli.import.list'))
      .addOption(new Option('--noun <noun>', t('cli.import.noun')).choices([...importNouns]))
      .option('--sheet <name>', t('cli.import.sheet'))
      .option('--map <heading=field>', t('cli.import.map'), collected, [])
      .addOption(
        new Option('--date-order <order>', t('cli.import.dateOrder')).choices(['day-first', 'month-first']),
      )
      .addOption(new Option('--decimal-sign <sign>', t('cli.import.decimalSign')).choices(['point', 'comma']))
      .option('--left-out <file>', t('cli.import.leftOut'))
      .option('--dry-run', t('cli.import.dryRun'))
      .addHelpText(
        'after',
        examples(t('cli.examples'), [
          'tenure import east.tenure accounts.csv --dry-run',
          'tenure import east.tenure deals.xlsx --noun contract --map "Net price=amount" --left-out fix.xlsx',
        ]),
      ),
    ([file = '', list = ''], options) =>
      withBook(file, async (book) => {
        const source = openImport(await readGiven(list), path.basename(list));
        const { chosen, columns } = await choices(book, source, options, terminal);
        const prepared = await prepareImport(book, source, chosen);
        if (!options.dryRun) await writePrepared(book, path.basename(list), prepared);
        if (options.leftOut !== undefined && prepared.leftOut.length > 0) {
          const names = source.sheets.map(({ name }) => name);
          await saveExport(options.leftOut, await leftOutWorkbook(prepared, names, language, book.now()));
        }
        const result = resultOf(prepared);
        const rows = prepared.leftOut.map(({ table, row, reason, field, value }) => ({
          sheet: source.sheets[prepared.tables[table]?.choice.sheet ?? 0]?.name,
          row: row + 1,
          reason,
          field,
          value,
        }));
        const unmapped = columns.filter(({ field }) => field === null);
        const asides = prepared.tables.flatMap(({ choice, table }) =>
          [...table.asides].map(([row, is]) => ({
            sheet: source.sheets[choice.sheet]?.name ?? '',
            row: row + 1,
            is,
            text: textOfRow(table.grid, row),
          })),
        );
        const key = options.dryRun ? 'cli.import.wouldDo' : 'import.done';
        const lines = [
          t(key, { file: path.basename(list), ...result }),
          ...prepared.leftOut.slice(0, linesShown).map((row) => {
            const noun = prepared.tables[row.table]?.choice.noun ?? 'account';
            const label = importFields[noun].find(({ key: each }) => each === row.field)?.label[language];
            const reason = reasonText(language, noun, row);
            const isNamed = label === undefined || reason.startsWith(label);
            const value = isNamed ? reason : t('import.reasonOf', { field: label, reason });
            return t('import.inRow', { row: row.row + 1, value });
          }),
          ...[...Map.groupBy(unmapped, ({ sheet }) => sheet)].map(([sheet, own]) =>
            t('cli.import.unmapped', { sheet, columns: own.map(({ heading }) => heading).join(', ') }),
          ),
          ...[...Map.groupBy(asides, ({ sheet }) => sheet)].map(([sheet, own]) =>
            t('cli.import.asides', {
              sheet,
              rows: own
                .slice(0, linesShown)
                .map(({ is, ...each }) =>
                  t('import.aside.inRow', { ...each, is: t(`import.aside.is.${is}`) }),
                )
                .join(', '),
            }),
          ),
          ...prepared.tables.flatMap(({ table: { grid } }) =>
            grid.cutColumns > 0
              ? [t('import.cutColumns', { count: grid.cutColumns, limit: columnLimit })]
              : [],
          ),
        ];
        const cutColumns = prepared.tables.reduce((sum, { table }) => sum + table.grid.cutColumns, 0);
        return {
          json: { ...result, rows, columns, asides, cutColumns },
          text: lines.join('\n'),
          isIncomplete: result.leftOut > 0,
        };
      }),
  );
}

const linesShown = 20;

function collected(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

/** Where the user sends columns, by their headings. @throws Failure usage.not-a-mapping */
function mappingOf(texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    texts.map((text) => {
      const at = text.lastIndexOf('=');
      if (at < 1) throw new Failure('usage.not-a-mapping', { text });
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}

/** A column of the file and where it goes; null when it is not imported. */
type ColumnUse = {
  readonly sheet: string;
  readonly noun: ImportNoun;
  readonly heading: string;
  readonly field: string | null;
};

/**
 * Every sheet that looks like something, or the one asked for, as remembered, else as proposed.
 * @throws Failure import.no-such-sheet, import.looks-like, import.nothing-known, usage.not-a-mapping, usage.unknown-heading,
 * usage.unknown-field
 */
async function choices(
  book: Book,
  source: Source,
  options: ImportOptions,
  { t }: Terminal,
): Promise<{ chosen: TableChoice[]; columns: ColumnUse[] }> {
  const chosen: TableChoice[] = [];
  const columns: ColumnUse[] = [];
  const stated = mappingOf(options.map);
  const offered = await importFieldsIn(
    book.db,
    source,
    proposedChoices(source, await importFieldsIn(book.db)),
  );
  if (options.sheet !== undefined && !source.sheets.some(({ name }) => name === options.sheet))
    throw new Failure('import.no-such-sheet', {
      name: options.sheet,
      sheets: source.sheets.map(({ name }) => name).join(', '),
    });
  let looksLike: ForeignList | null = null;
  for (const [sheet, { name, hidden }] of source.sheets.entries()) {
    if (options.sheet === undefined ? hidden : name !== options.sheet) continue;
    const { headerRow, headings, matches, ...proposed } = proposeTable(source, sheet, offered);
    looksLike ??= proposed.looksLike;
    const remembered = await findMapping(book.db, headings);
    if (options.noun === undefined && (proposed.flat !== null || isFlatMapping(remembered))) {
      const kept = isFlatMapping(remembered) ? remembered.fields : null;
      const known = new Set(flatFields(offered).map(({ key }) => key));
      const fields = headings.map((heading, column) => {
        const wanted =
          flatNamed(stated.get(heading), known) ?? kept?.[column] ?? proposed.flat?.[column]?.field;
        const field = typeof wanted === 'string' && known.has(wanted) ? wanted : null;
        if (heading !== '') columns.push({ sheet: name, noun: 'account', heading, field });
        return field;
      });
      for (const part of flatChoices(sheet, headerRow, fields))
        chosen.push({ ...part, answers: answersFor(fields.length, options) });
      continue;
    }
    const noun = options.noun ?? remembered?.noun ?? proposed.noun;
    if (noun === null) continue;
    const known = new Set(offered[noun].map(({ key }) => key));
    const kept = remembered?.noun === noun && Array.isArray(remembered.fields) ? remembered.fields : [];
    const fields = headings.map((heading, column) => {
      const wanted = stated.get(heading) ?? kept[column] ?? matches[noun][column]?.field ?? null;
      const field = typeof wanted === 'string' && known.has(wanted) ? wanted : null;
      if (heading !== '') columns.push({ sheet: name, noun, heading, field });
      return field;
    });
    chosen.push({ sheet, noun, headerRow, fields, answers: answersFor(fields.length, options), blanked: [] });
  }
  if (chosen.length === 0 && looksLike !== null)
    throw new Failure('import.looks-like', { list: t(`import.looksLike.${looksLike}`) });
  if (chosen.length === 0) throw new Failure('import.nothing-known');
  for (const [heading, field] of stated) {
    if (!columns.some((column) => column.heading === heading))
      throw new Failure('usage.unknown-heading', {
        heading,
        headings: columns.map((column) => column.heading).join(', '),
      });
    const nouns = chosen.map(({ noun }) => noun);
    const fields = [...new Set(nouns.flatMap((noun) => offered[noun].map(({ key }) => key)))];
    if (!fields.includes(field) && flatFieldOf(field) === null)
      throw new Failure('usage.unknown-field', { field, fields: fields.join(', ') });
  }
  return { chosen, columns };
}

function isFlatMapping(
  mapping: RememberedMapping | null,
): mapping is RememberedMapping & { fields: unknown[] } {
  return (
    Array.isArray(mapping?.fields) &&
    mapping.fields.some((field) => typeof field === 'string' && flatFieldOf(field) !== null)
  );
}

/** A field of a flat list as --map says it: `contract.amount`, or `amount` where one noun alone has such a field. */
function flatNamed(field: string | undefined, known: ReadonlySet<string>): string | undefined {
  if (field === undefined || known.has(field)) return field;
  return flatNouns.map((noun) => flatField(noun, field)).find((each) => known.has(each));
}

function answersFor(
  columns: number,
  { dateOrder, decimalSign }: ImportOptions,
): Record<number, ColumnAnswer> {
  const answer = { ...(dateOrder && { dateOrder }), ...(decimalSign && { decimalSign }) };
  return Object.fromEntries(Array.from({ length: columns }, (_, column) => [column, answer]));
}
