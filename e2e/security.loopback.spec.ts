import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from './fixtures.ts';
import { startProgram } from './loopback-app.ts';
import { Frame } from './pages/frame.ts';

test('scripts cannot read the cookie', async ({ app }) => {
  const cookies = await app.context().cookies();

  expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
  expect(await app.evaluate(() => document.cookie)).toBe('');
});

test('another browser gets in with a link of its own, and not without', async ({ app, browser }) => {
  const stranger = await browser.newPage();
  const refused = await stranger.goto(app.url());

  expect(refused?.status()).toBe(403);
  await stranger.close();
});

test('a page on another port of this computer reads and changes nothing', async ({ start }) => {
  const { page: app } = await start({ tell: () => {} }); // the browser complains of what is tried here
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Other</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : null;
  const home = new URL(app.url()).origin;

  const other = await app.context().newPage(); // with the cookie, which ports do not keep apart
  await other.goto(`http://127.0.0.1:${port}/`);
  const answers = await other.evaluate(async (target) => {
    const ask = (init: RequestInit) =>
      fetch(`${target}/api/book.close`, { method: 'POST', credentials: 'include', ...init }).then(
        ({ status, type }) => `${type} ${status}`,
        () => 'refused',
      );
    return [await ask({}), await ask({ mode: 'no-cors' })];
  }, home);

  expect(answers).toEqual(['refused', 'opaque 0']);
  await app.reload();
  await expect(new Frame(app).sampleMark).toBeVisible(); // the book is still open
  await other.close();
  server.close();
});

test('a second start shows the first one again', async ({ running, browser, folder }) => {
  const second = await startProgram({
    dataFolder: `${folder}/data`,
    homeFolder: folder,
    locale: 'en_US',
    words: [],
  });
  const page = await browser.newPage();
  await page.goto(second.link);

  expect(new URL(page.url()).origin).toBe(new URL(running.page.url()).origin);
  await expect(new Frame(page).sampleMark).toBeVisible();
  expect(await second.exitCode).toBe(0);
  await page.close();
});
