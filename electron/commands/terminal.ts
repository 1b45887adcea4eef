import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { TFunction } from 'i18next';
import { Failure, type FailureCode } from '../../db/failure.ts';
import { refuseOpenBook } from '../../db/file-identity.ts';
import { type Book, openBook } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import type { PassphraseSource } from './passphrase.ts';

/** What a script reads in `$?`. */
export const exitCodes = {
  done: 0,
  /** A fault of ours. */
  fault: 1,
  /** The command line itself is wrong; commander's own. */
  usage: 2,
  /** Refused for a reason that is said: the book is locked, the file is damaged. Nothing was changed. */
  refused: 3,
  /** Done, with something left to look at: rows that were not imported, a book that does not check out. */
  incomplete: 4,
} as const;

/** Where a command speaks: words or JSON on standard output, failures on standard error. */
export type Terminal = {
  readonly language: Language;
  readonly t: TFunction;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
};

/** What a command has to say: `json` for scripts, `text` for people, and whether something is left to look at. */
export type Report = { readonly json: unknown; readonly text: string; readonly isIncomplete?: boolean };

/** Runs a command's work, prints its report as asked and turns what went wrong into words and an exit code. */
export async function run(terminal: Terminal, asJson: boolean, work: () => Promise<Report>): Promise<number> {
  try {
    const { json, text, isIncomplete } = await work();
    terminal.write(asJson ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`);
    return isIncomplete ? exitCodes.incomplete : exitCodes.done;
  } catch (error) {
    const failure = error instanceof Failure ? error : null;
    const text = failure
      ? terminal.t(`failure.${failure.code}`, { ...failure.parameters })
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
    if (asJson)
      terminal.writeError(
        `${JSON.stringify({ failure: failure?.code ?? 'fault', parameters: failure?.parameters, text })}\n`,
      );
    else terminal.writeError(`${text}\n`);
    if (!failure) return exitCodes.fault;
    return failure.code.startsWith('usage.') ? exitCodes.usage : exitCodes.refused;
  }
}

/**
 * The type of a file to write, by its extension in small letters: one of those the command writes.
 * @throws Failure usage.file-type
 */
export function fileTypeOf<Type extends string>(file: string, types: readonly Type[]): Type {
  const extension = path.extname(file).slice(1).toLowerCase();
  const type = types.find((each) => each === extension);
  if (type === undefined)
    throw new Failure('usage.file-type', { path: file, types: types.map((each) => `.${each}`).join(', ') });
  return type;
}

/** The bytes of a file named on the command line. @throws Failure file.in-use, file.is-folder, file.not-found */
export async function readGiven(file: string): Promise<Uint8Array> {
  refuseOpenBook(file);
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Failure(reading[code] ?? 'file.not-found', { path: path.resolve(file) }, { cause: error });
  }
}

const reading: Readonly<Record<string, FailureCode>> = { EBUSY: 'file.in-use', EISDIR: 'file.is-folder' };

let askPassphrase: PassphraseSource = async () => null;

/** Where the passphrase of an encrypted book comes from, for every command of this run. */
export function askPassphraseBy(source: PassphraseSource): void {
  askPassphrase = source;
}

/** Opens the book for one command and closes it whatever happens; an encrypted one asks for its passphrase. */
export async function withBook<T>(file: string, work: (book: Book) => Promise<T>): Promise<T> {
  const book = await openBook(file).catch(async (error: unknown) => {
    if (!(error instanceof Failure) || error.code !== 'book.passphrase-needed') throw error;
    const passphrase = await askPassphrase(file);
    if (passphrase === null) throw error;
    return openBook(file, { passphrase });
  });
  try {
    return await work(book);
  } finally {
    await book.close();
  }
}

/** A command whose action reports; adds --json and tells the process its exit code. */
export function reporting<Options extends object>(
  terminal: Terminal,
  command: Command,
  work: (positional: string[], options: Options) => Promise<Report>,
): Command {
  return command.option('--json', terminal.t('cli.json')).action(async (...given: unknown[]) => {
    const options = command.opts<Options & { json?: boolean }>();
    const positional = given.slice(0, command.registeredArguments.length).map((value) => String(value ?? ''));
    process.exitCode = await run(terminal, options.json === true, () => work(positional, options));
  });
}

/** The examples under a command's help. */
export function examples(heading: string, lines: readonly string[]): string {
  return `\n${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** The language a command line asks for with --lang, before any of it is parsed: help is in that language too. */
export function askedLanguage(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  const system = environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? '';
  return (asked ?? system).toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
