import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage, AccountPage } from './pages/account-pages.ts';

test('every area is accessible, by light and in the dark', async ({ app, frame }) => {
  test.slow(); // reads every screen twice
  await frame.showAllAreas();
  const links = app.getByRole('navigation').getByRole('link');
  await expect(links.first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (let index = 0; index < (await links.count()); index++) {
      const section = links.nth(index);
      await section.click();
      await expect(app.getByRole('main').getByRole('heading').first()).toBeVisible();
      await test.step(`${await section.textContent()}, ${colorScheme}`, () => expectAccessible(app));
    }
    for (const name of ['Commitment ledger', 'Handoff insights']) {
      await links.filter({ hasText: 'Handoffs' }).click();
      await app.getByRole('button', { name }).click();
      await expect(app.getByRole('heading', { name, level: 1 })).toBeVisible();
      await test.step(`${name}, ${colorScheme}`, () => expectAccessible(app));
    }
  }
  const list = new AccountListPage(app);
  await list.visit();
  await list.open('Harbor Retail Group');
  const card = await new AccountPage(app).onPaper('Internal, English');
  await expect(card.getByRole('heading', { level: 1, name: 'Harbor Retail Group' })).toBeVisible();
  await test.step('An account on one page', () => expectAccessible(app));
});
