import path from 'node:path';
import { Command, Option } from 'commander';
import { Failure } from '../../db/failure.ts';
import { type ImportNoun, importNouns } from '../../db/import/noun.ts';
import { findMapping } from '../../db/import/query.ts';
import type { Book } from '../../db/open.ts';
import { examples, readGiven, reporting, type Terminal, withBook } from '../commands/terminal.ts';
import { saveExport } from '../export/save-export.ts';
import type { ColumnAnswer } from './check.ts';
import { importFieldsIn } from './fields.ts';
import { prepareImport, resultOf, writePrepared } from './import.ts';
import { proposedChoices, proposeTable } from './import-table.ts';
import { leftOutWorkbook, reasonText } from './left-out.ts';
import { openImport, type Source } from './read.ts';
import type { TableChoice } from './table-choice.ts';

type ImportOptions = {
  noun?: ImportNoun;
  sheet?: string;
  map: Record<string, string>;
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
      .option('--map <heading=field>', t('cli.import.map'), collected, {})
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
          'tenure import east.tenure deals.xlsx --noun contract --map "Net price=amount" --left-out mend.xlsx',
        ]),
      ),
    ([file = '', list = ''], options) =>
      withBook(file, async (book) => {
        const source = openImport(await readGiven(list), path.basename(list));
        const prepared = await prepareImport(book, source, await choices(book, source, options));
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
        const key = options.dryRun ? 'cli.import.wouldDo' : 'import.done';
        const lines = [
          t(key, { file: path.basename(list), ...result }),
          ...prepared.leftOut.slice(0, linesShown).map((row) => {
            const noun = prepared.tables[row.table]?.choice.noun ?? 'account';
            return t('import.inRow', { row: row.row + 1, value: reasonText(language, noun, row) });
          }),
        ];
        return { json: { ...result, rows }, text: lines.join('\n'), isIncomplete: result.leftOut > 0 };
      }),
  );
}

const linesShown = 20;

function collected(text: string, before: Record<string, string>): Record<string, string> {
  const at = text.lastIndexOf('=');
  return at < 0 ? before : { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
}

/** Every sheet that looks like something, or the one asked for, as remembered, else as proposed. */
async function choices(book: Book, source: Source, options: ImportOptions): Promise<TableChoice[]> {
  const chosen: TableChoice[] = [];
  const offered = await importFieldsIn(
    book.db,
    source,
    proposedChoices(source, await importFieldsIn(book.db)),
  );
  for (const [sheet, { name, hidden }] of source.sheets.entries()) {
    if (options.sheet === undefined ? hidden : name !== options.sheet) continue;
    const { headerRow, headings, matches, noun: proposed } = proposeTable(source, sheet, offered);
    const remembered = await findMapping(book.db, headings);
    const noun = options.noun ?? remembered?.noun ?? proposed;
    if (noun === null) continue;
    const known = new Set(offered[noun].map(({ key }) => key));
    const kept = remembered?.noun === noun && Array.isArray(remembered.fields) ? remembered.fields : [];
    const fields = headings.map((heading, column) => {
      const wanted = options.map[heading] ?? kept[column] ?? matches[noun][column]?.field ?? null;
      return typeof wanted === 'string' && known.has(wanted) ? wanted : null;
    });
    chosen.push({ sheet, noun, headerRow, fields, answers: answersFor(fields.length, options), blanked: [] });
  }
  if (chosen.length === 0) throw new Failure('import.nothing-known');
  return chosen;
}

function answersFor(
  columns: number,
  { dateOrder, decimalSign }: ImportOptions,
): Record<number, ColumnAnswer> {
  const answer = { ...(dateOrder && { dateOrder }), ...(decimalSign && { decimalSign }) };
  return Object.fromEntries(Array.from({ length: columns }, (_, column) => [column, answer]));
}
