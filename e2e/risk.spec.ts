import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage } from './pages/account-pages.ts';

test('a risk is written down at its account, found, weighed in the list, exported, closed and taken back', async ({
  app,
  folder,
  frame,
}) => {
  const accounts = new AccountListPage(app);
  await accounts.visit();
  await accounts.add('Lagoon Foods');
  const panel = app.getByRole('region', { name: 'Risks' });
  await expect(panel).toContainText('Write down what could cost this customer');
  await panel.getByRole('button', { name: 'Add a risk' }).click();
  const dialog = app.getByRole('dialog', { name: 'Add a risk' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Fill in: What could go wrong');
  await dialog.getByLabel('What could go wrong').fill('The sponsor moves to Chengdu');
  await dialog.getByLabel('Cause').click();
  await app.getByText('Sponsor left', { exact: true }).click();
  await dialog.getByLabel('Severity').fill('5');
  await dialog.getByLabel('Likelihood').fill('4');
  await dialog.getByLabel('Value at stake').fill('125000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel).toContainText('1 open');

  await app.keyboard.press('Control+k');
  await app.getByRole('combobox', { name: 'Search and commands' }).fill('chengdu');
  await app.getByRole('option', { name: /^The sponsor moves to Chengdu/ }).click();
  const edit = app.getByRole('dialog', { name: 'Risk' });
  await expect(edit.getByLabel('Value at stake')).toHaveValue('125,000');
  await edit.getByLabel('Status').click();
  await app.getByText('Averted', { exact: true }).last().click();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toBeHidden();

  const grid = app.getByRole('grid', { name: 'Risks' });
  const row = grid.getByRole('row', { name: /Chengdu/ });
  await expect(row).toBeHidden(); // closed, and the list shows what is open
  await frame.undo.click();
  await expect(row).toContainText(/Lagoon Foods.*Sponsor left.*Open.*20.*125,000/);
  await expect(grid.getByRole('row').nth(1)).toContainText('Chengdu'); // the weightiest first
  await expectAccessible(app);

  await app.getByRole('button', { name: /^Lacks: / }).click();
  await app.getByRole('checkbox', { name: 'Behaviour' }).check();
  await app.keyboard.press('Escape');
  await expect(app.getByText('Nothing fits these filters')).toBeVisible();
  await app.getByRole('button', { name: 'Show all' }).click();
  await expect(row).toBeVisible();

  const file = path.join(folder, 'risks.xlsx');
  await app.getByRole('button', { name: 'Excel' }).click();
  await app.getByRole('dialog').getByRole('textbox').fill(file);
  await app.getByRole('dialog').getByRole('button', { name: /Save/ }).click();
  await expect(app.getByText(/risks\.xlsx/).first()).toBeVisible();
  await expect.poll(() => existsSync(file) && readFileSync(file).length).toBeGreaterThan(1000);
});
