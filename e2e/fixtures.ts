import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { startElectronApp } from './electron-app.ts';
import { startLoopbackApp } from './loopback-app.ts';
import { type Api, makeBook } from './own-book.ts';
import { Frame } from './pages/frame.ts';
import type { RunningApp, StartOptions } from './running-app.ts';

export type HostOption = { hostName: 'loopback' | 'electron' };

/** What a spec says of its book: `test.use({ book: { fill } })` opens one of its own, filled by `fill`, instead of the sample. */
type BookOption = { book: { readonly fill: (api: Api) => Promise<unknown> } | null };

type AppFixtures = {
  /** A folder of this test alone, for books and other files. */
  folder: string;
  /**
   * Starts the app as a new user meets it, in English; again, after `quit` or `kill`, to see what stayed. By the test's end
   * no page may have shown an error, and no request may have left the app.
   */
  start: (options?: Partial<StartOptions>) => Promise<RunningApp>;
  /** The app, on the book of the spec, else on the sample. */
  running: RunningApp;
  /** Its page. */
  app: Page;
  /** What surrounds every screen of it. */
  frame: Frame;
};

export const test = base.extend<AppFixtures & HostOption & BookOption>({
  hostName: ['loopback', { option: true }],
  book: [null, { option: true }],

  folder: async ({ hostName }, use, test) => {
    const folder = test.outputPath(hostName);
    mkdirSync(folder, { recursive: true });
    await use(folder);
  },

  start: async ({ folder, hostName, browser }, use) => {
    const started: RunningApp[] = [];
    const problems: string[] = [];
    const inFolder = (name: string) => {
      mkdirSync(path.join(folder, name), { recursive: true });
      return path.join(folder, name);
    };
    await use(async (options = {}) => {
      const all: StartOptions = {
        dataFolder: inFolder('data'),
        homeFolder: inFolder('home'),
        locale: 'en_US',
        words: [],
        tell: (problem) => problems.push(problem),
        ...options,
      };
      const running = await (hostName === 'electron'
        ? startElectronApp(all)
        : startLoopbackApp(browser, all));
      started.push(running);
      return running;
    });
    for (const running of started) await running.quit();
    expect(problems).toEqual([]);
  },

  running: async ({ start, book, folder }, use) => {
    const file = path.join(folder, 'Own book.tenure');
    if (book) await makeBook(file, path.join(folder, 'made'), book.fill);
    const running = await start(book ? { words: [file] } : {});
    await new Frame(running.page).isReady();
    await use(running);
  },

  app: async ({ running }, use) => use(running.page),
  frame: async ({ app }, use) => use(new Frame(app)),
});

export { expect };
