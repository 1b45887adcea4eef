import { expectAccessible } from './axe.ts';
import { fillPortfolio } from './books/portfolio.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage } from './pages/account-pages.ts';

test.use({ book: { fill: fillPortfolio } });

test('an own field is added, filled in, filtered by, renamed and retired, and keeps its value', async ({
  app,
  frame,
}) => {
  await frame.go('Settings');
  const card = app.getByRole('region', { name: 'Custom fields' });
  await card.getByRole('button', { name: 'Add a field' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Plan');
  await dialog.getByLabel('Type').click();
  await app.getByTitle('Choice', { exact: true }).click();
  for (const [at, choice] of ['Gold', 'Silver'].entries()) {
    await dialog.getByRole('button', { name: 'Add a choice' }).click();
    await dialog.getByRole('textbox', { name: `Choice ${at + 1}`, exact: true }).fill(choice);
  }
  await expectAccessible(app);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const list = new AccountListPage(app);
  await list.visit();
  await list.open('Cedar Logistics');
  await app.getByRole('button', { name: 'Edit', exact: true }).click();
  await app.getByRole('dialog').getByLabel('Plan').click();
  await app.getByTitle('Gold', { exact: true }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(app.getByRole('dialog')).toBeHidden();
  await app.getByRole('tab', { name: 'Facts' }).click();
  await expect(app.getByText('Gold', { exact: true })).toBeVisible();

  await list.visit();
  await app.getByRole('button', { name: 'Filter', exact: true }).click();
  await app.getByRole('menuitem', { name: 'Plan' }).click();
  await app.getByRole('button', { name: 'Plan: all' }).click();
  await app.getByRole('checkbox', { name: 'Gold' }).check();
  await expect(list.row('Birch Retail Group')).toBeHidden();
  await expect(list.row('Cedar Logistics')).toBeVisible();

  await frame.go('Settings');
  await card.getByRole('button', { name: 'Edit Plan' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Package');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByRole('row', { name: /Package Choice 1 account/ })).toBeVisible();
  await card.getByRole('button', { name: 'Retire Package' }).click();
  await expect(card.getByRole('button', { name: 'Restore Package' })).toBeVisible();
  await frame.undo.click();
  await expect(card.getByRole('button', { name: 'Retire Package' })).toBeVisible();
});
