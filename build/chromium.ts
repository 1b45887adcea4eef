import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The Chromium that tests and pictures are made with: the one named by `CHROMIUM`, one of the system's, or the one
 * Playwright fetched for itself; null when there is none.
 */
export function findChromium(): string | null {
  const { CHROMIUM } = process.env;
  const candidates = [...(CHROMIUM ? [CHROMIUM] : []), ...systemBrowsers(), chromium.executablePath()];
  return candidates.find(isExecutable) ?? null;
}

/**
 * A Chromium for sure: installs Debian's, with fonts for Chinese, where there is none and we may.
 * @throws Error that says what to install, where we may not
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== null) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const quietly = {
      stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    console.log('Installing Chromium and fonts for Chinese, once.');
    execFileSync('apt-get', ['update', '-qq'], quietly);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      quietly,
    );
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'No Chromium found. Install one (npx playwright install chromium; Debian: apt-get install chromium fonts-noto-cjk), or name it: CHROMIUM=/path/to/chromium',
  );
}

function systemBrowsers(): string[] {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (process.platform === 'win32') {
    const { PROGRAMFILES = '', 'PROGRAMFILES(X86)': x86 = '', LOCALAPPDATA = '' } = process.env;
    return [PROGRAMFILES, x86, LOCALAPPDATA].flatMap((folder) => [
      path.join(folder, 'Google/Chrome/Application/chrome.exe'),
      path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
