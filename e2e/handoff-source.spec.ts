import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { HandoffPage } from './pages/handoff-page.ts';

test('sources that disagree are pointed out, and one is taken with the reason', async ({ app, frame }) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Lumen Health');
  const disagree = app.getByRole('region', { name: 'Sources disagree' });
  await disagree.getByRole('button', { name: 'Seats' }).click();
  await expect(handoff.field('Seats')).toHaveValue('30');
  await expect(app.getByText('Sources disagree. Choose one and give the reason.')).toBeVisible();
  await expectAccessible(app);

  await app.getByRole('button', { name: 'Use… (CRM: Seats)' }).click();
  await app.getByRole('textbox', { name: 'Why this one' }).fill('The order was cut in signing.');
  await app.keyboard.press('Enter');
  await expect(handoff.field('Seats')).toHaveValue('25');
  await expect(app.getByText('Chosen over the others: The order was cut in signing.')).toBeVisible();
  await expect(app.getByText('Sales:')).toBeVisible();
  await expect(disagree).toBeHidden();
  await frame.undo.click();
  await expect(handoff.field('Seats')).toHaveValue('30');
});

test('another source is written down beside an answer, and a file is attached to it', async ({
  app,
  folder,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Lumen Health');
  await app.getByRole('button', { name: /where the answer to Industry comes from/ }).click();
  await app.getByRole('menuitem', { name: 'Notes:' }).click();
  await app.getByRole('textbox', { name: 'What another source says about Industry' }).fill('Retail');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('region', { name: 'Sources disagree' })).toContainText('Industry');

  const file = path.join(folder, 'order.txt');
  await writeFile(file, 'signed');
  await app.getByRole('region', { name: 'Files' }).getByLabel('Attach a file').setInputFiles(file);
  await expect(app.getByRole('region', { name: 'Files' })).toContainText('order.txt');
});
