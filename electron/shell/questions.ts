import path from 'node:path';
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { channel, type Desktop, type Question, questions } from '../desktop.ts';
import { isAppUrl } from './app-url.ts';

/** The main process's answers, one for each question a page may put. */
export type Answers = {
  readonly [Q in Question]: (
    ...asked: Parameters<Desktop[Q]>
  ) => ReturnType<Desktop[Q]> | Awaited<ReturnType<Desktop[Q]>>;
};

const absolutePath = z.string().max(4096).refine(path.isAbsolute, 'an absolute path');

const asked: { readonly [Q in Question]: z.ZodType<Parameters<Desktop[Q]>> } = {
  chooseBook: z.tuple([]),
  chooseDestination: z.tuple([z.string().min(1).max(255)]),
  print: z.tuple([z.string().min(1).max(255)]),
  reveal: z.tuple([absolutePath]),
  notify: z.tuple([z.string().max(200), z.string().max(1000)]),
  openLink: z.tuple([z.string()]),
};

/**
 * Lets the window's page put its questions. Any other sender (a frame in the page, a page that came to be in the window
 * against all the rest) gets an error and no answer; so does one whose arguments are not what was agreed.
 */
export function answerPage(
  ipc: Pick<IpcMain, 'handle'>,
  answersFor: (window: BrowserWindow) => Answers,
  windowOf: (event: IpcMainInvokeEvent) => BrowserWindow | null,
): void {
  const register = <Q extends Question>(question: Q) => {
    ipc.handle(channel(question), (event, ...given: unknown[]) => {
      const window = windowOf(event);
      if (window === null || !isFromOurPage(event)) throw new Error(`${channel(question)}: refused`);
      const schema: z.ZodType<Parameters<Desktop[Q]>> = asked[question];
      return answersFor(window)[question](...schema.parse(given));
    });
  };
  for (const question of questions) register(question);
}

function isFromOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url);
}
