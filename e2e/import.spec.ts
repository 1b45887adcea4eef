import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { addAccount } from './books/portfolio.ts';
import { expect, test } from './fixtures.ts';
import type { Api } from './own-book.ts';
import { ImportPage } from './pages/import-page.ts';

const list = `客户编号,客户名称,状态,成为客户日期,备用
N-1,新远科技,在约,03/04/2025,x
N-2,北山医疗,暂停,05/06/2025,y
R-001,Rowan Supply Chain,在约,2024-01-02,z
`;

test.describe('into a book with a customer', () => {
  test.use({ book: { fill: (api: Api) => addAccount(api, { name: 'Rowan Supply', key: 'R-001' }) } });

  test('a list is matched, questioned, imported and taken back', async ({ app, frame }) => {
    const page = new ImportPage(app);
    await page.choose({ name: 'list.csv', content: list });
    await expect(page.field('客户编号')).toContainText('Account key');
    await expect(page.field('备用')).toContainText('Skip');
    await page.check.click();

    await expect(page.count('New')).toHaveText('0');
    await expect(page.count('Skipped')).toHaveText('2');
    await app.getByText('Day first (31/12)').click();
    await expect(page.count('New')).toHaveText('1');
    await app.getByRole('combobox', { name: '“暂停” means' }).click();
    await app.getByTitle('Prospect', { exact: true }).click();
    await expect(page.count('New')).toHaveText('2');
    await expect(page.count('Changed')).toHaveText('1');

    await page.write();
    await expect(page.outcome).toContainText('2 added, 1 changed, 0 unchanged, 0 skipped');
    await app.getByRole('button', { name: 'To the book' }).click();
    await expect(app.getByText('新远科技')).toBeVisible();
    await expect(app.getByText('Rowan Supply Chain')).toBeVisible();

    await frame.undo.click();
    await expect(app.getByText('新远科技')).toBeHidden();
    await expect(app.getByText('Rowan Supply', { exact: true })).toBeVisible();
  });
});

test('a file with the same headings is understood as before, and changes nothing twice', async ({ app }) => {
  const page = new ImportPage(app);
  const content = 'Kunde,Ort\nAcme,Köln\n';
  await page.choose({ name: 'kunden.csv', content });
  await page.field('Kunde').click();
  await app.getByTitle('Name', { exact: true }).click();
  await page.check.click();
  await page.write();

  await app.getByRole('button', { name: 'Import another file' }).click();
  await page.choose({ name: 'again.csv', content });
  await expect(app.getByText('As you chose for a file with these headings before')).toBeVisible();
  await page.check.click();
  await expect(page.count('Unchanged')).toHaveText('1');
  await expect(app.getByText('Nothing to import')).toBeVisible();
});

test('the book is given away as a workbook and comes back as it was @every-host', async ({
  app,
  running,
  frame,
  folder,
}) => {
  const file = path.join(folder, 'given away.xlsx');
  await running.answerFileDialog(file, () => frame.fromBookMenu('Export to Excel…'));
  await expect(frame.notices).toContainText(file);
  const content = readFileSync(file);
  expect(read(content).SheetNames).toEqual([
    ...[
      'Accounts',
      'Contacts',
      'Relations of contacts',
      'Contracts',
      'Price changes',
      'Notes',
      'Tasks',
      'Goals',
    ],
    ...[
      'Readings of goals',
      'Commitments',
      'Risks',
      'Value points',
      'Segmentation schemes',
      'Segments',
      'Custom fields',
    ],
    'Choices of custom fields',
  ]);

  const page = new ImportPage(app);
  await page.choose({ name: 'given away.xlsx', content });
  await expect(app.getByText('Recognised as a book exported from Tenure').first()).toBeVisible();
  await page.check.click();
  await expect(page.count('New')).toHaveText('0');
  await expect(page.count('Changed')).toHaveText('0');
  await expect(page.count('Skipped')).toHaveText('0');
});
