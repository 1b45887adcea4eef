import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { HandoffPage } from './pages/handoff-page.ts';

test('a handoff is filled in from the exports of a CRM, contradictions shown and kept', async ({
  app,
  folder,
  frame,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.begin('Newcomer Foods', 'Zhou Ming');
  await handoff.field('Industry').fill('Food: two bakeries');
  await app.keyboard.press('Tab');
  const accounts = path.join(folder, 'accounts.csv');
  const deals = path.join(folder, 'deals.csv');
  const heading = 'Account Name,Industry,Employees,Billing City,Billing Country';
  await writeFile(accounts, `${heading}\nNewcomer Foods,Consumer goods,80,Suzhou,China\n`);
  await writeFile(
    deals,
    `Opportunity Name,Account Name,Amount,Close Date,Stage\nPilot,Newcomer Foods,12000,2026-03-01,Closed Won\nRollout,Newcomer Foods,486000,2026-11-30,Negotiation\n`,
  );
  await app.getByLabel('Choose CRM exports').setInputFiles([accounts, deals]);

  const dialog = app.getByRole('dialog', { name: 'Answers from the CRM' });
  await expect(dialog).toContainText('deals.csv: opportunities, 2 rows of Newcomer Foods');
  await expect(dialog.getByRole('row', { name: /Industry/ })).toContainText('differs');
  await expect(dialog.getByRole('checkbox', { name: 'Accept Industry' })).not.toBeChecked();
  await expect(dialog.getByRole('row', { name: /Contract amount/ })).toContainText('486,000');
  await expectAccessible(app);
  await dialog.getByRole('button', { name: 'Accept 3 fields' }).click();
  await expect(dialog).toBeHidden();

  await expect(handoff.field('Region and sites')).toHaveValue('Suzhou, China');
  await expect(handoff.field('Industry')).toHaveValue('Food: two bakeries');
  await expect(app.getByRole('region', { name: 'Sources disagree' })).toContainText('Industry');
  await frame.undo.click();
  await expect(handoff.field('Region and sites')).toHaveValue('');
  await expect(app.getByRole('region', { name: 'Sources disagree' })).toBeHidden();
});
