import type { Command } from 'commander';
import type { Language } from '../../db/types/language.ts';
import type { Terminal } from '../commands/terminal.ts';
import { messagesIn } from '../messages.ts';

/** Runs a command in this process, as `tenure <command> <words>` would: what it said on each stream and its exit code. */
export async function runCommand(
  make: (terminal: Terminal) => Command,
  labels: readonly string[],
  language: Language = 'en',
): Promise<{ out: string; err: string; code: typeof process.exitCode }> {
  const stated = { out: '', err: '' };
  process.exitCode = undefined;
  const command = make({
    language,
    t: messagesIn(language),
    write: (text) => {
      stated.out += text;
    },
    writeError: (text) => {
      stated.err += text;
    },
  });
  await command.parseAsync([...labels], { from: 'user' });
  return { ...stated, code: process.exitCode };
}
