import { readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { TFunction } from 'i18next';
import { Failure } from '../../db/failure.ts';

const shortest = 8;

/**
 * Where a command gets a passphrase: the file descriptor named by --passphrase-fd (its first line), else the terminal, where
 * what is typed does not show. Never an argument or a variable, which other programs of the machine can read.
 */
export type PassphraseSource = (file: string) => Promise<string | null>;

/** @returns null where there is neither a descriptor nor anybody at a terminal */
export function passphraseSource(argv: readonly string[], t: TFunction): PassphraseSource {
  const fd = askedDescriptor(argv);
  if (fd !== null) return async () => firstLine(fd);
  return async (file) =>
    process.stdin.isTTY && process.stderr.isTTY ? prompt(t('cli.passphrase.prompt', { path: file })) : null;
}

/**
 * A passphrase to encrypt with: from a descriptor, else typed twice.
 * @throws Failure usage.passphrase where there is none, or one that is too short or typed differently
 */
export async function newPassphrase(file: string, t: TFunction, fd?: number): Promise<string> {
  const isTyped = fd === undefined;
  if (isTyped && !(process.stdin.isTTY && process.stderr.isTTY))
    throw new Failure('usage.passphrase', { path: file });
  const first = isTyped ? await prompt(t('cli.passphrase.new')) : firstLine(fd);
  const second = isTyped ? await prompt(t('cli.passphrase.again')) : first;
  if ([...first].length < shortest || first !== second) throw new Failure('usage.passphrase', { path: file });
  return first;
}

function askedDescriptor(argv: readonly string[]): number | null {
  const at = argv.findIndex((word) => /^--passphrase-fd(=|$)/.test(word));
  const text = at < 0 ? '' : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '');
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Read byte by byte: what follows the line is the caller's, such as a list on standard input. */
function firstLine(fd: number): string {
  const bytes: number[] = [];
  const byte = Buffer.alloc(1);
  while (readSync(fd, byte, 0, 1, null) === 1 && byte[0] !== 10) bytes.push(byte[0] ?? 0);
  return Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
}

async function prompt(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const keyboard = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve) => {
      keyboard.question('', resolve);
      keyboard.once('SIGINT', () => process.exit(130));
    });
  } finally {
    keyboard.close();
    process.stderr.write('\n');
  }
}
