import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { ensureChromium } from '../build/chromium.ts';
import type { HostOption } from './fixtures.ts';

// Where Electron's binary cannot be had, its stand-in takes its place: Playwright asks the electron package, and that this.
if (process.env.ELECTRON_HOST !== 'binary')
  process.env.ELECTRON_OVERRIDE_DIST_PATH = path.join(import.meta.dirname, 'electron-stand-in');

/**
 * Everything runs on the loopback host, but for the specs named after Electron. On Electron those run, and the tests tagged
 * `@every-host`: the page is the same on both, so only what the hosts do differently is tested twice, and that is windows, file
 * dialogs, the start and the end of the process, what a page may reach, and the workers that write files.
 */
export default defineConfig<HostOption>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // CI's machine is shared, and may stand still for longer than anything here waits; the end of the run says who needed it.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    launchOptions: { executablePath: ensureChromium() },
    // Recording costs time, and is for the machine where somebody looks at it.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
  },
  projects: [
    { name: 'loopback', use: { hostName: 'loopback' }, testIgnore: '**/*.electron.spec.ts' },
    {
      name: 'electron',
      use: { hostName: 'electron' },
      testIgnore: '**/*.loopback.spec.ts',
      grep: /\.electron\.spec\.ts|@every-host/,
    },
  ],
});
