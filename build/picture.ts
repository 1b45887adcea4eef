import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { createApp } from '../electron/app.ts';
import { startHost } from '../electron/host/host.ts';
import { messagesIn } from '../electron/messages.ts';
import { openFirstBook, startService } from '../electron/service.ts';
import { buildAll } from './bundle.ts';
import { ensureChromium } from './chromium.ts';

/** Makes the README's pictures from the app itself on the sample book: `npm run picture`. */
const root = path.join(import.meta.dirname, '..');
const shots = [
  { language: 'en', address: '/accounts', file: 'book.png', select: /Harbor Retail Group/ },
  { language: 'zh-CN', address: '/reviews/2', file: 'review.zh-CN.png', select: null },
] as const;

await buildAll();
const folder = await mkdtemp(path.join(tmpdir(), 'tenure-picture-'));
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { language, address, file, select } of shots) {
    const dataFolder = path.join(folder, language);
    const service = await startService({
      dataFolder,
      documentsFolder: folder,
      version: '',
      systemLanguage: language,
    });
    await openFirstBook(service, null);
    await service.shelf.backUp();
    const host = await startHost(
      createApp({ service, rendererRoot: path.join(root, 'dist/renderer') }),
      messagesIn(language),
    );
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
    await page.goto(host.link());
    await page.goto(`${host.origin}${address}`);
    if (select) await page.getByRole('row', { name: select }).click();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(root, 'build/picture', file), animations: 'disabled' });
    await page.close();
    await host.close();
    await service.close();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
