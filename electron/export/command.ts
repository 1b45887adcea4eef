import path from 'node:path';
import { Command, Option } from 'commander';
import { exportedCount } from '../../db/export/query.ts';
import { type ImportNoun, importNouns } from '../../db/import/noun.ts';
import { examples, fileTypeOf, reporting, type Terminal, withBook } from '../commands/terminal.ts';
import { exportBook } from './book.ts';
import { exportCsv } from './csv.ts';

/** export: the whole book as a workbook, a sheet per noun, or one noun's list as CSV. */
export function exportCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  return reporting<{ noun?: ImportNoun }>(
    terminal,
    new Command('export')
      .description(t('cli.export.description'))
      .argument('<file>', t('cli.file'))
      .argument('<target>', t('cli.export.workbook'))
      .addOption(
        new Option('--noun <noun>', t('cli.export.noun', { nouns: importNouns.join(', ') })).choices(
          importNouns,
        ),
      )
      .addHelpText(
        'after',
        examples(t('cli.examples'), [
          'tenure export east.tenure "East China $(date +%F).xlsx"',
          'tenure export east.tenure book.xlsx --lang zh-CN',
          'tenure export east.tenure contracts.csv --noun contract',
        ]),
      ),
    ([file = '', given = ''], { noun = 'account' }) =>
      withBook(file, async (book) => {
        const target = path.resolve(given);
        if (fileTypeOf(target, ['xlsx', 'csv']) === 'csv') {
          const rows = await exportCsv(book, target, noun, language);
          const done = { list: t(`import.noun.${noun}`), path: target, count: rows };
          return { json: { path: target, noun, rows }, text: t('cli.export.listDone', done) };
        }
        await exportBook(book, target, language);
        const rows = exportedCount(book);
        return { json: { path: target, rows }, text: t('cli.export.done', { path: target, count: rows }) };
      }),
  );
}
