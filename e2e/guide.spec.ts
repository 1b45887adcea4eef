import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';

test('every section explains its method, until that is switched off; it stays off and comes back', async ({
  start,
}) => {
  const first = await start();
  const frame = new Frame(first.page);
  await frame.isReady();
  await frame.showAllAreas();
  const guide = first.page.getByRole('complementary', { name: 'About this screen' });
  const links = first.page.getByRole('navigation').getByRole('link');
  const stated = new Set<string>();
  await expect(links.first()).toBeVisible();
  const sections = await links.count();
  let before = (await guide.textContent()) ?? '';
  for (let index = 0; index < sections; index++) {
    await links.nth(index).click();
    await expect(guide).toBeVisible();
    await expect(guide).not.toHaveText(before);
    before = (await guide.textContent()) ?? '';
    stated.add(before);
  }
  expect(stated.size).toBe(sections);

  await first.page.getByRole('button', { name: 'Hide tips' }).click();
  await expect(guide).toHaveCount(0);
  await frame.go('Today');
  await expect(first.page.getByRole('button', { name: 'Show tips' })).toBeVisible();
  await first.quit();

  const { page } = await start();
  await new Frame(page).isReady();
  await expect(page.getByRole('button', { name: 'Show tips' })).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('show tips');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'About this screen' })).toBeVisible();
});
