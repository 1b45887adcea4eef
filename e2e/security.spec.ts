import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';

/** These pages are made to do what is forbidden, and say so in the console. */
const quiet = { tell: () => {} };

test('the page runs its own scripts only @every-host', async ({ start }) => {
  const { page } = await start(quiet);
  await new Frame(page).isReady();
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(policy).toMatch(/default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/);

  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const link = document.createElement('a');
    link.href = 'javascript:window.ran = true';
    document.body.append(link);
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'ran' in window;
  });
  expect(ran).toBe(false);
});

test('the page reaches nothing outside @every-host', async ({ start }) => {
  const { page } = await start(quiet);
  await new Frame(page).isReady();
  const reached = await page.evaluate(async () => {
    const image = new Image();
    const loaded = new Promise((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    image.src = 'https://example.com/pixel.png';
    const fetched = fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    return [await loaded, await fetched];
  });
  expect(reached).toEqual([false, false]);
});

test('the page has nothing of Node and no more of the host than was agreed @every-host', async ({
  app,
  hostName,
}) => {
  const seen = await app.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
    desktop: Object.keys(window.desktop ?? {}),
    isFrozen: Object.isFrozen(window.desktop),
  }));
  expect(seen.node).toEqual([]);
  expect(seen.isFrozen).toBe(true);
  expect(seen.desktop).toEqual(
    hostName === 'electron'
      ? ['chooseBook', 'chooseDestination', 'print', 'reveal', 'notify', 'openLink', 'onCommand']
      : [],
  );
});

test('the page gets no camera, place or other people’s clipboard @every-host', async ({ app }) => {
  const states = await app.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'midi', 'clipboard-read'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  for (const state of states) expect(state).not.toBe('granted');
});
