import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage } from './pages/account-pages.ts';

test('a template is copied, changed and reordered, and undo takes it back', async ({ app, frame }) => {
  await frame.go('Lifecycle');
  await app.getByRole('button', { name: 'Templates' }).click();
  await app.getByRole('button', { name: 'Copy' }).click();
  await app.getByLabel('Name', { exact: true }).fill('High touch');
  await app.getByLabel('Name in Chinese').fill('高触旅程');
  await app.getByRole('button', { name: 'Save' }).click();
  const templates = app.getByRole('navigation', { name: 'Milestone templates' });
  await expect(templates.getByRole('button', { name: /^High touch/ })).toHaveAttribute(
    'aria-current',
    'true',
  );

  await app.getByRole('button', { name: 'Add a step' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Step', { exact: true }).fill('Board meeting');
  await dialog.getByLabel('In Chinese').fill('董事会会议');
  await dialog.getByText('Touchpoint: we make contact').click();
  await dialog.getByRole('spinbutton', { name: 'Days' }).fill('10');
  await expectAccessible(app);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const rows = app.getByRole('main').getByRole('row');
  await expect(rows.last()).toContainText('Board meeting');
  await expect(rows.last()).toContainText('10 days into onboarding');
  await app.getByRole('button', { name: 'Move up: Board meeting' }).click();
  await expect(rows.last()).toContainText('Renewal is signed');
  await expectAccessible(app);

  await frame.speak('中文');
  await expect(app.getByRole('main')).toContainText('董事会会议');
  await frame.speak('EN');
  await frame.undo.click();
  await expect(rows.last()).toContainText('Board meeting');
});

test('a segment chooses its template, and planning an account shows what will be created', async ({
  app,
  frame,
}) => {
  await frame.go('Segments');
  await app.getByRole('link', { name: 'Large', exact: true }).click();
  const template = app.getByRole('combobox', { name: 'Milestone template' });
  await template.click();
  await template.press('ArrowDown');
  await template.press('Enter');
  await expect(app.getByRole('main')).toContainText('Tech-touch journey');

  const accounts = new AccountListPage(app);
  await accounts.visit();
  await accounts.open('Harbor Retail Group');
  await app.getByRole('button', { name: /^Plan\W/ }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog).toContainText('chosen by segment Large');
  await expect(dialog.getByRole('checkbox', { name: 'First import is done' })).not.toBeChecked(); // its stage is over
  await expect(dialog.getByRole('checkbox', { name: 'Renewal is confirmed online' })).toBeChecked();
  await expectAccessible(app);
  await dialog.getByRole('button', { name: 'Create 2' }).click();
  await expect(frame.notices.getByText('2 milestones planned')).toBeVisible();
  await expect(app.getByText('Renewal is confirmed online')).toBeVisible();
  await frame.undo.click();
  await expect(app.getByText('Renewal is confirmed online')).toHaveCount(0);
});
