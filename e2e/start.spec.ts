import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';

test('a first start shows the sample book, marked as one @every-host', async ({ app, frame }) => {
  await expect(frame.sampleMark).toBeVisible();
  await expect(app).toHaveTitle(/Tenure$/);
});

test('offers a new book, another book and an import', async ({ app, frame }) => {
  await frame.bookMenu.click();

  for (const label of ['New book…', 'Open book…', 'Import accounts…'])
    await expect(app.getByRole('menuitem', { name: label })).toBeEnabled();
});

test('speaks Chinese to a computer that does @every-host', async ({ start }) => {
  const { page } = await start({ locale: 'zh_CN' });

  await expect(page.getByRole('banner').getByText('示例客户簿')).toBeVisible();
});

test('changes its language while running and remembers it @every-host', async ({ start }) => {
  const first = await start();
  const frame = new Frame(first.page);
  await frame.isReady();
  await frame.speak('中文');
  await expect(first.page).toHaveTitle(/续航$/);
  await first.quit();

  const second = await start();
  await expect(second.page).toHaveTitle(/续航$/);
});

test('an address of what is not in the book says so, and the way on stays', async ({ start }) => {
  const { page } = await start({ tell: () => {} }); // the browser complains of the refusal
  const frame = new Frame(page);
  await frame.isReady();
  for (const address of ['/reviews/999', '/segments/999', '/accounts/999']) {
    await page.evaluate((path) => {
      window.history.pushState(null, '', path);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, address);
    await expect(page.getByRole('main')).toContainText('no longer in the book');
    await frame.go('Today');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toContainText('Today');
  }
});
