import { homedir } from 'node:os';
import path from 'node:path';

/** The app's data folder outside Electron: the one Electron picks, so that both hosts know the same settings and books. */
export function dataFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  const home = homedir();
  const parents: Partial<Record<NodeJS.Platform, string>> = {
    darwin: path.join(home, 'Library/Application Support'),
    win32: APPDATA ?? path.join(home, 'AppData/Roaming'),
  };
  return path.join(parents[process.platform] ?? XDG_CONFIG_HOME ?? path.join(home, '.config'), 'Tenure');
}

/** Where people keep their files; only a suggestion, it need not exist. */
export function documentsFolder(): string {
  return path.join(homedir(), 'Documents');
}
