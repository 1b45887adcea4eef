import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage } from './pages/account-pages.ts';

test('a model is started from a template, readings typed like a sheet, and the score explains itself', async ({
  app,
  frame,
}) => {
  await frame.go('Health');
  await expect(app.getByRole('heading', { name: 'Health', exact: true })).toBeVisible();
  await expect(app.getByText('Health × maturity').first()).toBeVisible();
  await expectAccessible(app);

  await app.getByText('Model', { exact: true }).click();
  await app
    .getByRole('listitem')
    .filter({ hasText: 'Outcome first' })
    .getByRole('button', { name: 'Use' })
    .click();
  await expect(app.getByRole('heading', { name: /accounts? changes? colour/ })).toBeVisible();
  await app.getByLabel('Watch from').fill('90');
  await app.getByLabel('Watch from').press('Tab');
  await expect(app.getByText('yellow must begin below green')).toBeVisible();
  await expect(app.getByRole('button', { name: 'Save model' })).toBeDisabled();
  await app.getByLabel('Watch from').fill('50');
  await app.getByLabel('Watch from').press('Tab');
  await expectAccessible(app);
  await app.getByRole('button', { name: 'Save model' }).click();
  await expect(app.getByText(/^v1 · /)).toBeVisible();

  await app.getByText('Readings', { exact: true }).click();
  const first = app.getByRole('textbox', { name: /, Active seats$/ }).first();
  await first.fill('310');
  await first.press('Enter');
  await expect(app.getByText('above the scale')).toBeVisible();
  await first.fill('31');
  await first.press('Enter');
  await expect(app.getByRole('textbox', { name: /, Active seats$/ }).nth(1)).toBeFocused();
  await expect(app.getByText('1 reading saved')).toBeVisible();
  await expectAccessible(app);
  const account = (await first.getAttribute('aria-label'))?.replace(', Active seats', '') ?? '';

  const list = new AccountListPage(app);
  await list.visit();
  await list.open(account);
  await expect(app.getByText('Active seats 31 %')).toBeVisible();
  await app.getByRole('button', { name: 'Set by hand' }).first().click();
  const dialog = app.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Colour' }).click();
  await app.getByTitle('At risk').last().click();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('The sponsor is leaving');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.getByText(/Set by hand to At risk until .*The sponsor is leaving/)).toBeVisible();
  await frame.undo.click();
  await expect(app.getByText(/Set by hand to At risk/)).toBeHidden();
});

test('the back-test runs anew as a weight moves, and six more accounts show what gives', async ({
  app,
  frame,
}) => {
  await frame.go('Health');
  await app.getByText('Back-test', { exact: true }).click();
  await expect(app.getByRole('heading', { name: /Health back-test/ })).toBeVisible();
  await expectAccessible(app);
  await app.getByText('Capacity', { exact: true }).click();
  await app.getByRole('spinbutton', { name: 'Hours a week' }).fill('10');
  await app.getByRole('spinbutton', { name: 'More accounts' }).fill('6');
  await app.getByRole('spinbutton', { name: 'More accounts' }).press('Tab');
  await expect(app.getByText('a month too many')).toBeVisible();
  await expectAccessible(app);
});
