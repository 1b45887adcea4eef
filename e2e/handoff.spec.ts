import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read, type WorkSheet, write } from '@e965/xlsx';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { HandoffPage } from './pages/handoff-page.ts';

test('a handoff begins with a new account, is answered by keyboard, and its score follows', async ({
  app,
  frame,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.begin('Newcomer Foods', 'Zhou Ming');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Newcomer Foods');
  await handoff.expectScore(0);

  await handoff.field('Industry').fill('Food: two bakeries');
  await expect(handoff.score).toContainText('1 of 44 answered · 1 not rated yet');
  await app.keyboard.press('Tab');
  await expect(handoff.quality('Industry')).toBeEnabled(); // there is an answer to judge
  await handoff.quality('Industry').getByRole('radio').first().press('3');
  await expect(handoff.quality('Industry').getByRole('radio', { name: 'complete' })).toBeChecked();
  await handoff.expectScore(2);

  await app.keyboard.press('Alt+ArrowDown');
  await expect(handoff.field('Plan')).toBeVisible();
  await handoff.field('Seats').fill('many');
  await expect(app.getByRole('alert')).toHaveText('Not a number.');
  await handoff.field('Seats').fill('1,200');
  await handoff.field('Plan').fill('TBD');
  await expect(app.getByText('placeholder', { exact: true }).first()).toBeVisible();

  await frame.undo.click();
  await expect(handoff.field('Plan')).toHaveValue('');
});

test('a handoff is returned with the note, fixed, submitted again and every return is kept', async ({
  app,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Lumen Health');
  await handoff.does('Return…');
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Return', exact: true })).toBeDisabled();
  await dialog.getByLabel('Why do you decide differently?').fill('The order is not signed yet.');
  await expect(dialog.getByLabel('Note to the seller')).toHaveValue(
    /The order is not signed yet\.[\s\S]*IT contact/,
  );
  await dialog.getByText('中文').click();
  await expect(dialog.getByLabel('Note to the seller')).toHaveValue(/Zhou Ming，您好/);
  await dialog.getByRole('button', { name: 'Return', exact: true }).click();
  await handoff.expectState('Returned');
  await expect(app.getByRole('region', { name: 'Returns' })).toContainText('The order is not signed yet.');

  await handoff.does('Submit');
  await handoff.expectState('Submitted');
  await expect(app.getByRole('region', { name: 'Returns' })).toContainText(/back \d{4}-/);
});

test('a handoff is accepted with gaps that have owners and days, and the acceptance is undone as one', async ({
  app,
  frame,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Lumen Health');
  await handoff.does('Accept…');
  const dialog = app.getByRole('dialog');
  const owner = dialog.getByLabel('IT contact: Owner');
  await expect(owner).toHaveValue('Zhou Ming');
  await owner.fill('');
  await expect(dialog.getByRole('button', { name: 'Accept' })).toBeDisabled();
  await owner.fill('Pan Li');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await handoff.expectState('Accepted');
  const gaps = app.getByRole('region', { name: 'Gaps' });
  await expect(gaps).toContainText('Pan Li');

  await gaps.getByRole('checkbox', { name: 'Close: IT contact' }).check();
  await expect(gaps).toContainText('3 open');
  await frame.undo.click();
  await frame.undo.click();
  await handoff.expectState('Submitted');
  await expect(gaps).toBeHidden();
});

test('the form goes to sales, comes back changed, and is taken over field by field', async ({
  running,
  app,
  folder,
  frame,
}) => {
  const handoff = new HandoffPage(app);
  const form = path.join(folder, 'form.xlsx');
  await handoff.open('Lumen Health');
  await running.answerFileDialog(form, () => handoff.does('Export form…'));
  await expect(frame.notices).toContainText(form);

  const workbook = read(await readFile(form));
  const sheet: WorkSheet = workbook.Sheets['Delivery list'] ?? {};
  const answer = (key: string) =>
    `F${Object.keys(sheet)
      .find((cell) => cell.startsWith('A') && sheet[cell]?.v === key)
      ?.slice(1)}`;
  sheet[answer('plan')] = { t: 's', v: 'Enterprise' };
  sheet[answer('region')] = { t: 's', v: 'Shanghai only' };
  sheet[answer('start')] = { t: 's', v: 'soon' };
  await writeFile(form, write(workbook, { type: 'buffer', bookType: 'xlsx' }));

  await app.getByLabel('Import completed form…').setInputFiles(form);
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /Start/ })).toContainText('In the cell: soon');
  await dialog.getByRole('checkbox', { name: 'Accept Region and sites' }).uncheck();
  await dialog.getByRole('button', { name: 'Accept 1 field' }).click();
  await expect(handoff.field('Region and sites')).toHaveValue('Shanghai, Hangzhou, Suzhou');
  await handoff.goToSection('Order');
  await expect(handoff.field('Plan')).toHaveValue('Enterprise');

  await handoff.open('Langrun Medical');
  await app.getByLabel('Import completed form…').setInputFiles(form);
  await expect(dialog.getByRole('alert')).toContainText('made for another handoff: Lumen Health');
  await expect(dialog.getByRole('button', { name: 'Accept 0 fields' })).toBeDisabled();
});

test('a commitment is written down beside the handoff, scored, and found in the ledger', async ({
  app,
  frame,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Qinghe Markets');
  await app.getByRole('button', { name: 'Add a commitment' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Commitment').fill('Weighbridge tickets by WeChat');
  await dialog.getByLabel('Promised by').fill('Zhou Ming');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const ledger = app.getByRole('region', { name: 'Commitments' });
  await expect(ledger).toContainText('1 open');
  await ledger.getByRole('button', { name: /what became of/ }).click();
  await app.getByRole('menuitem', { name: 'kept', exact: true }).click();
  await expect(ledger).not.toContainText('1 open');
  await expect(ledger).toContainText('kept');

  await frame.go('Handoffs');
  await app.getByRole('button', { name: 'Commitment ledger' }).click();
  const rows = app.getByRole('grid', { name: 'Commitment ledger' }).getByRole('row');
  const written = rows.filter({ hasText: 'Weighbridge tickets by WeChat' });
  await expect(written.getByRole('link', { name: 'Handoff', exact: true })).toBeVisible();
  await app.getByRole('button', { name: 'Account', exact: true }).click();
  await expect(rows.nth(1)).toContainText('Harbor Retail Group');
  await written.getByTitle('Weighbridge tickets by WeChat').click();
  await app.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(written).toBeHidden();
  await frame.undo.click();
  await expect(written).toBeVisible();
});

test('list and handoff can be used by everybody, in both languages', async ({ app, frame }) => {
  await frame.go('Handoffs');
  await expect(app.getByRole('treegrid')).toBeVisible();
  await expectAccessible(app);
  await frame.speak('中文');
  await app.getByRole('link', { name: 'Langrun Medical' }).click();
  await expect(app.getByRole('region', { name: '得分' })).toBeVisible();
  await expectAccessible(app);
});

test('the list names the deals CS should engage now, until it has', async ({ app, frame }) => {
  await frame.go('Handoffs');
  const due = app.getByRole('region', { name: 'CS should engage now' });
  await expect(due).toContainText('75 % done');
  await due.getByRole('link').click();
  await expect(app.getByText('The deal is far enough: join now.')).toBeVisible();
  await expect(app.getByText(/this order is used/)).toBeVisible();
  await frame.go('Handoffs');
  await due.getByRole('button', { name: /Mark CS as engaged/ }).click();
  await expect(due).toBeHidden();
  await frame.undo.click();
  await expect(due).toBeVisible();
});
