import { once } from 'node:events';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { environment, type RunningApp, type StartOptions, windowSize } from './running-app.ts';
import { watch } from './watch.ts';

const root = path.join(import.meta.dirname, '..');

/** Where the app's pages are: Electron's own scheme, and what the stand-in makes of it. */
const homes = ['app://book', 'http://book.app.localhost'];

/** Starts the built app in Electron, or in its stand-in; playwright.config.ts says which. */
export async function startElectronApp(options: StartOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    cwd: root,
    args: ['.', `--user-data-dir=${options.dataFolder}`, ...options.words],
    env: environment(options),
    acceptDownloads: true,
  });
  const exited = once(electron.process(), 'exit');
  watch(electron.context(), homes, options.tell);
  const page = await electron.firstWindow();
  await page.setViewportSize(windowSize);
  await page.emulateMedia({ reducedMotion: 'reduce' }); // tests look at screens, not at how they come
  return {
    page,
    electron,
    quit: async () => {
      await electron.close();
      await exited;
    },
    kill: async () => {
      electron.process().kill('SIGKILL');
      await exited;
    },
    answerFileDialog: async (file, action) => {
      await electron.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: answer });
      }, file);
      await action();
    },
  };
}
