import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { TFunction } from 'i18next';
import { backUp } from '../../db/backup.ts';
import { describeBook } from '../../db/book/query.ts';
import { checkBook } from '../../db/check.ts';
import { type Book, createBook, openBook } from '../../db/open.ts';
import { keyOf, reencrypt } from '../../db/passphrase.ts';
import { initialize } from '../../db/record.ts';
import { newPassphrase } from './passphrase.ts';
import { examples, reporting, type Terminal, withBook } from './terminal.ts';

type NewOptions = {
  name?: string;
  owner: string;
  currency: string;
  fiscalYearStart: number;
  timeZone: string;
};

/** new, check, backup: the book as a file. */
export function bookCommands(terminal: Terminal): Command[] {
  const { t, language } = terminal;
  return [
    reporting<NewOptions>(
      terminal,
      new Command('new')
        .description(t('cli.new.description'))
        .argument('<file>', t('cli.file'))
        .option('--name <name>', t('cli.new.name'))
        .option('--owner <name>', t('cli.new.owner'), '')
        .option(
          '--currency <code>',
          t('cli.new.currency'),
          (text) => currency(text, t),
          language === 'zh-CN' ? 'CNY' : 'USD',
        )
        .option('--fiscal-year-start <month>', t('cli.new.fiscalYearStart'), month, 1)
        .option(
          '--time-zone <zone>',
          t('cli.new.timeZone'),
          (text) => timeZone(text, t),
          Intl.DateTimeFormat().resolvedOptions().timeZone,
        )
        .addHelpText(
          'after',
          examples(t('cli.examples'), ['tenure new east.tenure --name "East China" --currency CNY']),
        ),
      async ([file = ''], options) => {
        const name = options.name ?? path.basename(file, '.tenure');
        const fill = (book: Book) =>
          initialize(book, (trx) =>
            describeBook(trx, {
              name,
              owner: options.owner,
              base_currency: options.currency,
              fiscal_year_start_month: options.fiscalYearStart,
              language,
              time_zone: options.timeZone,
              created_at: book.now().toISOString(),
            }),
          );
        await (await createBook(path.resolve(file), { fill })).close();
        return {
          json: { path: path.resolve(file), name },
          text: t('cli.new.done', { path: path.resolve(file) }),
        };
      },
    ),
    reporting(
      terminal,
      new Command('check')
        .description(t('cli.check.description'))
        .argument('<file>', t('cli.file'))
        .addHelpText('after', examples(t('cli.examples'), ['tenure check east.tenure && echo fine'])),
      ([file = '']) =>
        withBook(file, async (book) => {
          const result = await checkBook(book);
          const lines = [
            t(result.problems.length === 0 ? 'cli.check.sound' : 'cli.check.unsound'),
            ...result.problems,
            ...result.rows.map(({ table, count }) => `${table.padEnd(24)}${String(count).padStart(9)}`),
          ];
          return { json: result, text: lines.join('\n'), isIncomplete: result.problems.length > 0 };
        }),
    ),
    reporting<{ to?: string }>(
      terminal,
      new Command('backup')
        .description(t('cli.backup.description'))
        .argument('<file>', t('cli.file'))
        .option('--to <folder>', t('cli.backup.to'))
        .addHelpText('after', examples(t('cli.examples'), ['tenure backup east.tenure --to /mnt/backup'])),
      ([file = ''], { to }) =>
        withBook(file, async (book) => {
          const backup = await backUp(book, to ?? `${path.resolve(file)}.backups`);
          return { json: backup, text: t('cli.backup.done', { path: backup.path }) };
        }),
    ),
  ];
}

/** passphrase: encrypts a book, changes its passphrase, or takes it off. */
export function passphraseCommand(terminal: Terminal): Command {
  const { t } = terminal;
  return reporting<{ remove?: boolean; newPassphraseFd?: number }>(
    terminal,
    new Command('passphrase')
      .description(t('cli.passphrase.description'))
      .argument('<file>', t('cli.file'))
      .option('--remove', t('cli.passphrase.remove'))
      .option('--new-passphrase-fd <number>', t('cli.passphrase.newFd'), descriptor)
      .addHelpText(
        'after',
        examples(t('cli.examples'), [
          'tenure passphrase east.tenure',
          'tenure passphrase east.tenure --new-passphrase-fd 3 3< secret.txt',
        ]),
      ),
    async ([file = ''], { remove, newPassphraseFd }) => {
      const before = await withBook(file, async ({ key }) => key);
      const after = remove ? null : await keyOf(await newPassphrase(path.resolve(file), t, newPassphraseFd));
      await reencrypt(path.resolve(file), before, after, async (partial) =>
        (await openBook(partial, { key: after })).close(),
      );
      return {
        json: { path: path.resolve(file), isEncrypted: after !== null },
        text: t(remove ? 'cli.passphrase.removed' : 'cli.passphrase.done', { path: path.resolve(file) }),
      };
    },
  );
}

function currency(text: string, t: TFunction): string {
  const code = text.toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(code)) throw new InvalidArgumentError(t('cli.currency'));
  return code;
}

function timeZone(text: string, t: TFunction): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError(t('cli.timeZone'));
  }
}

function descriptor(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('0, 1, 2 …');
  return number;
}

function month(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 12) throw new InvalidArgumentError('1 … 12');
  return number;
}
