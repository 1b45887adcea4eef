/**
 * `npm start`: builds what changed, then opens the app in Electron where its binary is or can be fetched, else in the
 * default browser on the loopback host. Which of the two is decided within five seconds and said in one line.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { hasDisplay } from '../electron/host/browser.ts';
import { canFetchElectron, fetchElectron, installedElectron } from './electron-binary.ts';
import { buildWhenOutdated } from './outdated.ts';

const root = path.join(import.meta.dirname, '..');
const words = process.argv.slice(2); // a book to open, say

/** An Electron that ends sooner than this, and not in order, never showed a window. In milliseconds. */
const stillborn = 10_000;

await buildWhenOutdated();
const electron = await chooseElectron();
if (electron === null || !(await runElectron(electron))) await runLoopbackHost();

async function chooseElectron(): Promise<string | null> {
  const obstacle = obstacleToElectron();
  if (obstacle !== null) return without(obstacle);
  const installed = installedElectron();
  if (installed !== null) return installed;
  if (!(await canFetchElectron(4500)))
    return without('its binary is not here and its server does not answer');
  console.log('Fetching Electron, once: about 110 MB.');
  return (await fetchElectron()) ?? without('its binary could not be fetched');
}

/** What keeps even an Electron that is here from opening a window. */
function obstacleToElectron(): string | null {
  if (process.platform !== 'linux') return null;
  if (!hasDisplay()) return 'there is no display';
  if (process.getuid?.() === 0) return 'its sandbox does not run as root';
  return null;
}

function without(reason: string): null {
  console.log(`Without Electron (${reason}): Tenure is served to your browser.`);
  return null;
}

/** Runs the app in Electron until it is quit; false when it did not come up. */
async function runElectron(binary: string): Promise<boolean> {
  const began = Date.now();
  const child = spawn(binary, [root, ...words], { stdio: 'inherit' });
  const code = await ended(child);
  if (code === 0 || Date.now() - began > stillborn) {
    process.exitCode = code;
    return true;
  }
  without(`it ended at once with code ${code}`);
  return false;
}

async function runLoopbackHost(): Promise<void> {
  const program = path.join(root, 'dist/electron/cli.js');
  const child = spawn(process.execPath, [program, 'serve', '--open', ...words], { stdio: 'inherit' });
  process.exitCode = await ended(child);
}

/** Waits for the child, which gets Ctrl+C from the terminal as we do, and ends in its own order. */
async function ended(child: ChildProcess): Promise<number> {
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
