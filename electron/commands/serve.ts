import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { Failure } from '../../db/failure.ts';
import { openBrowser } from '../host/browser.ts';
import { dataFolder, documentsFolder } from '../host/folders.ts';
import { version } from '../version.ts';
import { examples, run, type Terminal } from './terminal.ts';

type ServeOptions = { open: boolean; port: number; dataFolder: string; json?: boolean };

/** serve: the app in a browser of this computer. */
export function serveCommand(terminal: Terminal): Command {
  const { t, language } = terminal;
  return new Command('serve')
    .description(t('cli.serve.description'))
    .argument('[file]', t('cli.serve.file'))
    .option('--open', t('cli.serve.open'), false)
    .option('--port <number>', t('cli.serve.port'), port, 0)
    .option('--data-folder <folder>', t('cli.serve.dataFolder'), dataFolder())
    .option('--json', t('cli.json'))
    .addHelpText(
      'after',
      examples(t('cli.examples'), ['tenure serve --open', 'tenure serve east.tenure --port 8080']),
    )
    .action(async (file: string | undefined, options: ServeOptions) => {
      const { json: asJson = false } = options;
      const say = (text: string, link?: string) =>
        terminal.write(asJson ? `${JSON.stringify({ text, link })}\n` : `${text}\n`);
      const show = async (link: string) => {
        const isOpened = options.open && (await openBrowser(link));
        say(t(isOpened ? 'host.opened' : 'host.address', { link }), link);
      };
      process.exitCode = await run(terminal, asJson, async () => {
        // The app itself opens without it and says so; a script is to know before anything runs.
        if (file !== undefined && !existsSync(file))
          throw new Failure('book.not-found', { path: path.resolve(file) });
        const { serve } = await import('../host/serve.ts'); // the whole app, which other commands need not load
        const text = await serve({
          dataFolder: path.resolve(options.dataFolder),
          documentsFolder: documentsFolder(),
          version,
          systemLanguage: language,
          book: file === undefined ? null : path.resolve(file),
          port: options.port,
          labels: t,
          show,
          tell: say,
        });
        return { json: { text }, text };
      });
    });
}

function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65535) throw new InvalidArgumentError('0 … 65535');
  return number;
}
