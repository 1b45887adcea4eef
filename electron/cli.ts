#!/usr/bin/env node
import { rmSync } from 'node:fs';
import { Command, Option } from 'commander';
import { beginWork } from '../db/work-file.ts';
import { bookCommands, passphraseCommand } from './commands/book.ts';
import { passphraseSource } from './commands/passphrase.ts';
import { serveCommand } from './commands/serve.ts';
import { askedLanguage, askPassphraseBy, exitCodes, type Terminal } from './commands/terminal.ts';
import { exportCommand } from './export/command.ts';
import { handoffCommand } from './handoff/command.ts';
import { healthCommand } from './health/command.ts';
import { dataFolder } from './host/folders.ts';
import { importCommand } from './import/command.ts';
import { assessCommand } from './maturity/command.ts';
import { messagesIn } from './messages.ts';
import { qbrCommand } from './qbr/command.ts';
import { reportCommand } from './report/command.ts';
import { version } from './version.ts';

const language = askedLanguage(process.argv, process.env);
const t = messagesIn(language);
const terminal: Terminal = {
  language,
  t,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
};
askPassphraseBy(passphraseSource(process.argv, t));
process.stdout.on('error', () => process.exit()); // the reader left, as in `tenure check … | head`

const program = new Command('tenure')
  .description(t('cli.description'))
  .version(version)
  .addOption(langOption())
  .helpCommand(false)
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.usage));

for (const command of [
  ...bookCommands(terminal),
  passphraseCommand(terminal),
  assessCommand(terminal),
  importCommand(terminal),
  exportCommand(terminal),
  handoffCommand(terminal),
  healthCommand(terminal),
  qbrCommand(terminal),
  reportCommand(terminal),
  serveCommand(terminal),
])
  program.addCommand(adopted(command));
await beginWork(dataFolder()).then(
  (work) => process.once('exit', () => rmSync(work, { recursive: true, force: true })),
  () => {}, // a folder that may not be written to: a killed program's partial files stay
);
await program.parseAsync();

/** A command with its subcommands, all of them ending and speaking as the program does. */
function adopted(command: Command): Command {
  for (const part of command.commands) adopted(part);
  return command.addOption(langOption()).addOption(passphraseOption()).copyInheritedSettings(program);
}

/** Read before anything is parsed, like the language. */
function passphraseOption(): Option {
  return new Option('--passphrase-fd <number>', t('cli.passphrase.fd'));
}

/** The language is found before anything is parsed; here another one is refused. */
function langOption(): Option {
  return new Option('--lang <language>', t('cli.lang')).choices(['en', 'zh-CN', 'zh']);
}
