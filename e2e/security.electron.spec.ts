import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';

test('a page cannot be led away', async ({ start }) => {
  const { page } = await start({ tell: () => {} });
  await new Frame(page).isReady();
  const { host } = new URL(page.url()); // the path may still change, to the first screen's

  for (const address of [
    'https://example.com/',
    'app://evil/',
    'http://evil.app.localhost/',
    'file:///etc/passwd',
  ]) {
    await page.evaluate((url) => {
      location.href = url;
    }, address);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(new URL(page.url()).host).toBe(host);
  }
  await new Frame(page).isReady();
});

test('a link that opens elsewhere leaves by the one door, and only as https or mail', async ({ start }) => {
  const { page, electron } = await start({ tell: () => {} });
  await new Frame(page).isReady();
  await electron?.evaluate(({ shell }) => {
    Object.assign(globalThis, { left: [] });
    shell.openExternal = async (address) => {
      (globalThis as unknown as { left: string[] }).left.push(address);
    };
  });
  await page.evaluate(() => {
    for (const address of [
      'https://example.com/a',
      'file:///etc/passwd',
      'smb://server/share',
      'mailto:a@example.com',
    ])
      window.open(address);
  });

  await expect
    .poll(() => electron?.evaluate(() => (globalThis as unknown as { left: string[] }).left))
    .toEqual(['https://example.com/a', 'mailto:a@example.com']);
  expect(await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('every permission a page may ask for is denied', async ({ app }) => {
  const states = await app.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'midi', 'notifications'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});
