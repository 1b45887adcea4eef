import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

const list = path.join(import.meta.dirname, '../electron/import/fixtures/flat-list.csv');

test('thirty accounts of one messy list stand in the book in under fifteen clicks', async ({ app }) => {
  const page = new ImportPage(app);
  let clicks = 0;
  await app.exposeFunction('countClick', () => {
    clicks++;
  });
  await app.evaluate(() =>
    document.addEventListener(
      'click',
      () => (window as unknown as { countClick: () => void }).countClick(),
      true,
    ),
  );
  await page.choose({ name: 'my customers.csv', content: readFileSync(list) });
  await expect(page.field('客户名称 Customer')).toContainText('Account: Name');
  await expect(page.field('负责人CSM')).toContainText('Account: CSM');
  await expect(page.field('合同金额')).toContainText('Contract: Amount');
  await page.check.click();

  await app.getByRole('button', { name: 'Merge all 2' }).click();
  await app.getByLabel('1 EUR in CNY').fill('7.8');
  await app.getByLabel('1 USD in CNY').fill('7.1');
  await app.getByRole('tab', { name: /^Contracts/ }).click();
  const start = app.getByLabel(/^Start, row 19/);
  await start.fill('2026-02-28');
  await start.press('Enter');
  const amount = app.getByLabel(/^合同金额, row 24/);
  await amount.fill('500');
  await amount.press('Enter');
  await expect(app.getByText(/rows? to fix/)).toBeHidden();
  await app.getByRole('button', { name: /^Import \d+ rows$/ }).click();
  await expect(page.outcome).toContainText('0 skipped');

  await app.getByLabel('Last review of all').fill('2026-10-15');
  await app.getByLabel('Last review of all').press('Enter');
  await app.getByRole('button', { name: /^Save for \d+ accounts$/ }).click();
  await expect(app.getByText('Today now counts from these dates.')).toBeVisible();
  await app.getByRole('button', { name: 'To the book' }).click();
  await expect(app.getByText('Brightwater Foods', { exact: true })).toBeVisible();
  await expect(app.getByText('合计', { exact: true })).toBeHidden();
  expect(clicks).toBeLessThanOrEqual(15);
});
