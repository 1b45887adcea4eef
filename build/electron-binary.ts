import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The electron package brings no binary: it fetches one, about 110 MB, the first time it is asked for. */
const folder = path.join(import.meta.dirname, '../node_modules/electron');
const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
  version: string;
};
const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;

/** How long fetching may take on a slow line, in milliseconds. */
const patience = 15 * 60_000;

/** Electron's binary where it has been fetched before, or null. */
export function installedElectron(): string | null {
  const read = (name: string) => {
    const file = path.join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  };
  if (read('dist/version').replace(/^v/, '') !== version) return null;
  const binary = path.join(folder, 'dist', read('path.txt'));
  return existsSync(binary) ? binary : null;
}

/**
 * Whether the binary can be had: it lies in the download cache, or its server answers.
 * @param milliseconds how long the server may take to answer
 */
export async function canFetchElectron(milliseconds: number): Promise<boolean> {
  if (globSync(path.join(cacheFolder(), '*', archive)).length > 0) return true;
  const { npm_config_electron_mirror, ELECTRON_MIRROR } = process.env;
  const mirror =
    npm_config_electron_mirror ??
    ELECTRON_MIRROR ??
    'https://github.com/electron/electron/releases/download/';
  const ask = `fetch(process.argv[1], { method: 'HEAD' }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`;
  return runNode(['-e', ask, `${mirror}v${version}/${archive}`], milliseconds);
}

/** Fetches and unpacks the binary; null when that fails, whatever the reason. */
export async function fetchElectron(): Promise<string | null> {
  await runNode([path.join(folder, 'install.js')], patience);
  return installedElectron();
}

/** Runs a script in a process of its own, where proxy settings hold and a time limit can end it. */
async function runNode(words: readonly string[], milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, words, {
    stdio: 'ignore',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeout: milliseconds,
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

function cacheFolder(): string {
  const { electron_config_cache, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (electron_config_cache) return electron_config_cache;
  const home = homedir();
  if (process.platform === 'darwin') return path.join(home, 'Library/Caches/electron');
  if (process.platform === 'win32')
    return path.join(LOCALAPPDATA ?? path.join(home, 'AppData/Local'), 'electron/Cache');
  return path.join(XDG_CACHE_HOME ?? path.join(home, '.cache'), 'electron');
}
