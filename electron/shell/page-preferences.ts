import path from 'node:path';
import type { WebPreferences } from 'electron';

/** What every page of the app is: sandboxed, apart from the preload's world, without Node. */
export const pagePreferences: WebPreferences = {
  preload: path.join(import.meta.dirname, 'preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
};
