#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { bookCommands } from './commands/book.ts';
import { askedLanguage, exitCodes, type Terminal } from './commands/terminal.ts';
import { wordsIn } from './words.ts';

const language = askedLanguage(process.argv, process.env);
const t = wordsIn(language);
const terminal: Terminal = {
  language,
  t,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
};
process.stdout.on('error', () => process.exit()); // the reader left, as in `tenure check … | head`

const program = new Command('tenure')
  .description(t('cli.description'))
  .version(packageVersion())
  .option('--lang <language>', t('cli.lang'))
  .helpCommand(false)
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.usage));

for (const command of [...bookCommands(terminal)])
  program.addCommand(command.option('--lang <language>', t('cli.lang')).copyInheritedSettings(program));
await program.parseAsync();

/** The version in package.json, which lies one folder up from the sources and two up from the bundle. */
function packageVersion(): string {
  for (const up of ['..', '../..']) {
    try {
      const text = readFileSync(path.join(import.meta.dirname, up, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {} // not in this folder
  }
  return '0';
}
