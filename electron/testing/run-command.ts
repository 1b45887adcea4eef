import type { Command } from 'commander';
import type { Language } from '../../db/types/language.ts';
import type { Terminal } from '../commands/terminal.ts';
import { wordsIn } from '../words.ts';

/** Runs a command in this process, as `tenure <command> <words>` would: what it said on each stream and its exit code. */
export async function runCommand(
  make: (terminal: Terminal) => Command,
  words: readonly string[],
  language: Language = 'en',
): Promise<{ out: string; err: string; code: typeof process.exitCode }> {
  const said = { out: '', err: '' };
  process.exitCode = undefined;
  const command = make({
    language,
    t: wordsIn(language),
    write: (text) => {
      said.out += text;
    },
    writeError: (text) => {
      said.err += text;
    },
  });
  await command.parseAsync([...words], { from: 'user' });
  return { ...said, code: process.exitCode };
}
