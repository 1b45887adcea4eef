import path from 'node:path';
import { Command } from 'commander';
import { exportedCount } from '../../db/export/query.ts';
import { examples, reporting, type Terminal, withBook } from '../commands/terminal.ts';
import { exportBook } from './book.ts';

/** export: the whole book as a workbook, a sheet per noun. */
export function exportCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  return reporting(
    terminal,
    new Command('export')
      .description(t('cli.export.description'))
      .argument('<file>', t('cli.file'))
      .argument('<workbook>', t('cli.export.workbook'))
      .addHelpText(
        'after',
        examples(t('cli.examples'), [
          'tenure export east.tenure "East China $(date +%F).xlsx"',
          'tenure export east.tenure book.xlsx --lang zh-CN',
        ]),
      ),
    ([file = '', workbook = '']) =>
      withBook(file, async (book) => {
        const target = path.resolve(workbook);
        await exportBook(book, target, language);
        const rows = exportedCount(book);
        return { json: { path: target, rows }, text: t('cli.export.done', { path: target, count: rows }) };
      }),
  );
}
