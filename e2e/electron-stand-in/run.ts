/**
 * Starts an app the way Electron's binary does: `electron [switches] [-r script] <folder> [arguments]`.
 * `electron` is the stand-in's module from here on, for the app's ESM and for Playwright's CommonJS alike.
 */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

process.argv.splice(1, 1); // Electron's argv has no script: [binary, ...words]
const words = process.argv.slice(1);
const scripts = words.filter((_word, index) => words[index - 1] === '-r');
const folder = path.resolve(
  words.find((word, index) => !word.startsWith('-') && words[index - 1] !== '-r') ?? '.',
);
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

const { app } = await import('./app.ts');
const { BrowserWindow } = await import('./browser-window.ts');
const { Chromium } = await import('./chromium.ts');
const { protocol } = await import('./protocol.ts');
const { provideChromium } = await import('./web-contents.ts');

app.be(folder, manifest);
const require = createRequire(import.meta.url);
for (const script of scripts) require(script);
await import(pathToFileURL(path.join(folder, manifest.main)).href);

if (!app.isQuitting) await openForBusiness(); // a second start has quit already

async function openForBusiness(): Promise<void> {
  const chromium = new Chromium([
    '--no-sandbox',
    '--no-first-run',
    '--hide-scrollbars',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${path.join(app.getPath('userData'), 'chromium')}`,
    await protocol.listen(),
    ...app.commandLine.words,
  ]);
  process.stderr.write(`DevTools listening on ${await chromium.address}\n`); // what Playwright waits for
  const browser = provideChromium(chromium);
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.target === targetId) window.forget();
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  app.becomeReady({
    closeWindows: async () => {
      await Promise.all(BrowserWindow.getAllWindows().map((window) => window.leave()));
    },
    hasWindows: () => BrowserWindow.getAllWindows().length > 0,
    end: () => chromium.end(),
  });
}
