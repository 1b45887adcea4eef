import type { ElectronApplication, Page } from '@playwright/test';

/** How a test's app is to be started. Everything it writes stays in the test's own folders. */
export interface StartOptions {
  readonly dataFolder: string;
  readonly homeFolder: string;
  /** The system's language, as in `LANG`. */
  readonly locale: 'en_US' | 'zh_CN';
  /** What else stands on the command line, such as a book to open. */
  readonly words: readonly string[];
  /** Hears of what must never happen (watch.ts). */
  readonly tell: (problem: string) => void;
}

/** The app, running in one of its hosts. */
export interface RunningApp {
  readonly page: Page;
  /** Electron's main process; null on the loopback host, which has none. */
  readonly electron: ElectronApplication | null;
  /** Ends it the way a user does. */
  readonly quit: () => Promise<void>;
  /** Ends it the way a power cut does. */
  readonly kill: () => Promise<void>;
  /**
   * Has the next file dialog, opened by the action, answered with this path. Electron's is the system's own and is answered
   * in its place; a browser's is on the page and is filled in.
   */
  readonly answerFileDialog: (path: string, action: () => Promise<void>) => Promise<void>;
}

export const windowSize = { width: 1280, height: 800 };

/** The environment of a new user: no settings of the person who runs the tests reach the app. */
export function environment({
  homeFolder,
  locale,
}: Pick<StartOptions, 'homeFolder' | 'locale'>): Record<string, string> {
  const { PATH = '', TMPDIR, CHROMIUM, DISPLAY } = process.env;
  return {
    PATH,
    HOME: homeFolder,
    USERPROFILE: homeFolder,
    LANG: `${locale}.UTF-8`,
    LC_ALL: `${locale}.UTF-8`,
    ...(TMPDIR && { TMPDIR }),
    ...(CHROMIUM && { CHROMIUM }),
    ...(DISPLAY && { DISPLAY }),
  };
}
