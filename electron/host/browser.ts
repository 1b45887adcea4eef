import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/** How long a system's opener may take to say that it found nothing to open an address with, in milliseconds. */
const patience = 3000;

/**
 * Opens an address in the user's browser; false when there is none, as on a server.
 * Without a display nothing is tried: there, xdg-open starts a text browser that takes over the terminal.
 */
export async function openBrowser(address: string): Promise<boolean> {
  if (process.platform === 'linux' && !hasDisplay()) return false;
  const [program, ...args] = opener(address);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  const decided = new AbortController();
  const opened = await Promise.race([
    once(child, 'exit').then(([code]) => code === 0),
    once(child, 'error').then(() => false),
    // Some openers stay with the browser they started: no news by then is good news.
    setTimeout(patience, true, { signal: decided.signal }),
  ]);
  decided.abort();
  child.unref();
  return opened;
}

export function hasDisplay(): boolean {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function opener(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address];
  return ['xdg-open', address];
}
