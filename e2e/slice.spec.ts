import { expectAccessible } from './axe.ts';
import { fillSegments } from './books/segments.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage } from './pages/account-pages.ts';

test.use({ book: { fill: fillSegments } });

test('segments chosen on one list hold on the others until they are taken off', async ({ app, frame }) => {
  await frame.go('Book');
  await app.getByRole('button', { name: 'Size: all' }).click();
  await app.getByRole('checkbox', { name: 'Mid-size' }).check();
  await app.keyboard.press('Escape');
  const list = app.getByRole('grid', { name: 'Accounts' });
  await expect(list.getByRole('row', { name: /Cedar Logistics/ })).toBeVisible();
  await expect(list.getByRole('row', { name: /Birch Retail Group/ })).toBeHidden();

  await frame.go('Lifecycle');
  await expect(app.getByRole('button', { name: 'Size: Mid-size' })).toBeVisible();
  await expect(app.getByText('Cedar Logistics')).toBeVisible();
  await expect(app.getByText('Birch Retail Group')).toBeHidden();
  await expectAccessible(app);

  await frame.go('Handoffs');
  await expect(app.getByRole('button', { name: 'Size: Mid-size' })).toBeVisible();
  await app.getByRole('button', { name: 'Clear filters' }).first().click();
  await frame.go('Lifecycle');
  await expect(app.getByText('Birch Retail Group')).toBeVisible();
});

test('the book is grouped by a scheme, its segments in their order', async ({ app }) => {
  const list = new AccountListPage(app);
  await list.visit();
  await list.groupBy('Needs');
  await expect(list.grid.getByText('Order right · 4')).toBeVisible();
  await expect(list.grid.getByText('In no segment · 1')).toBeVisible();
  expect((await list.names()).at(-1)).toBe('Elm Apparel');
});
