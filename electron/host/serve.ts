import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TFunction } from 'i18next';
import { Failure } from '../../db/failure.ts';
import type { Language } from '../../db/types/language.ts';
import { createApp } from '../app.ts';
import { openFirstBook, startService } from '../service.ts';
import { type Host, startHost } from './host.ts';
import { findRunningHost, leaveNote, removeNote } from './running-host.ts';

type ServeOptions = {
  readonly dataFolder: string;
  readonly documentsFolder: string;
  readonly version: string;
  readonly systemLanguage: Language;
  /** The book to open; null for the last one, or the sample at a first start. */
  readonly book: string | null;
  /** 0 lets the system pick a free one. */
  readonly port: number;
  readonly labels: TFunction;
  /** Gives the user a link that works once. */
  readonly show: (link: string) => Promise<void>;
  /** Tells the user something on the way. */
  readonly tell: (text: string) => void;
};

/** The built page, as seen from the bundle and, in a checkout, from the sources. */
const rendererRoot = path.join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? '../../dist/renderer' : '../renderer',
);

/**
 * Serves the app to this computer's browsers until it is told to stop (Ctrl+C, or the terminal closes). A second start on
 * the same data folder shows a page of the first one and ends.
 * @returns a last word for the user
 * @throws Failure host.port-taken
 */
export async function serve(options: ServeOptions): Promise<string> {
  const { dataFolder, labels, show, tell } = options;
  const running = await findRunningHost(dataFolder);
  if (running !== null) {
    await show(running);
    return labels('host.running');
  }

  const service = await startService(options);
  const failure = await openFirstBook(service, options.book);
  if (failure instanceof Failure)
    tell(labels('host.unopened', { reason: labels(`failure.${failure.code}`, failure.parameters) }));
  else if (failure !== null) await service.log.error(failure, 'first book');

  const app = createApp({ service, rendererRoot });
  const host: Host = await startHost(app, labels, {
    port: options.port,
    redeemed: () => void leaveNote(dataFolder, host.link()),
  });
  await leaveNote(dataFolder, host.link());
  await show(host.link());
  await untilToldToStop(() => void show(host.link()), tell, labels);

  await host.close();
  await removeNote(dataFolder);
  await service.close();
  return labels('host.ended');
}

/** Waits for Ctrl+C or the terminal's end; Enter asks for a link again, for a browser that was closed. */
async function untilToldToStop(
  again: () => void,
  tell: (text: string) => void,
  labels: TFunction,
): Promise<void> {
  const keyboard = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null;
  keyboard?.on('line', again);
  if (keyboard) tell(labels('host.keys'));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  await new Promise<void>((stop) => {
    for (const signal of signals) process.once(signal, () => stop());
  });
  keyboard?.close();
}
