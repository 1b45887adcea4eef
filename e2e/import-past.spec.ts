import { expectAccessible } from './axe.ts';
import { addAccount } from './books/portfolio.ts';
import { expect, test } from './fixtures.ts';
import type { Api } from './own-book.ts';
import { AccountListPage } from './pages/account-pages.ts';
import { ImportPage } from './pages/import-page.ts';

test.use({ book: { fill: (api: Api) => addAccount(api, { name: 'Rowan Supply', key: 'R-001' }) } });

const list = `Account key,Account name,Tier
N-1,Heron Optics,B
N-2,Larch Tools,C
R-001,Rowan Supply,B
`;

test('an import of the past is told with what it brought, taken back and done again', async ({
  app,
  frame,
}) => {
  const page = new ImportPage(app);
  await page.choose({ name: 'autumn.csv', content: list });
  await page.check.click();
  await page.write();
  await app.getByRole('link', { name: 'Past imports' }).click();
  const changeset = app.getByRole('listitem').filter({ hasText: 'autumn.csv' });
  await expect(changeset).toContainText('Accounts: 2 new, 1 changed');
  await changeset.getByRole('button', { name: 'Records of autumn.csv' }).click();
  await expect(changeset.getByRole('link', { name: 'Heron Optics' })).toBeVisible();
  await expectAccessible(app);

  await changeset.getByRole('button', { name: /^Undo the import/ }).click();
  await expect(changeset).toContainText('undone');
  const accounts = new AccountListPage(app);
  await accounts.visit();
  await expect(accounts.row('Heron Optics')).toHaveCount(0);
  await app.goBack();
  await changeset.getByRole('button', { name: /^Redo the import/ }).click();
  await expect(frame.notices).toContainText('redone');
  await accounts.visit();
  await expect(accounts.row('Heron Optics')).toBeVisible();
});
