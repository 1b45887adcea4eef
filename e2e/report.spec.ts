import { expect, test } from './fixtures.ts';

test('the report shows the months, and a figure opens to its formula, its customers and its policies', async ({
  app,
}) => {
  await app.goto(new URL('/report', app.url()).href);
  await expect(app.getByRole('heading', { name: 'Report', exact: true })).toBeVisible();
  const closing = app
    .getByRole('row', { name: /^Closing ¥/ })
    .getByRole('button')
    .last();
  await closing.click();
  const panel = app.getByRole('complementary', { name: 'Closing' });
  await expect(panel.getByText('Opening + Net new + Exchange rate')).toBeVisible();
  await expect(panel.getByRole('link').first()).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await app
    .getByRole('row', { name: /^GRR 12 months/ })
    .getByRole('button')
    .last()
    .click();
  await expect(app.getByText('Same facts, four figures')).toBeVisible();
  await app.keyboard.press('Escape');

  await app.getByText('Company sheet', { exact: true }).click();
  const billings = app.getByRole('textbox', { name: /^Billings / }).last();
  await billings.fill('1,250.50');
  await billings.press('Enter');
  await app.getByText('Figures', { exact: true }).click();
  await expect(
    app.getByRole('row', { name: /^Billings ¥|^Billings .*1,251|^Billings – .*1,251/ }),
  ).toBeVisible();
  await app.getByText('Bridge', { exact: true }).click();
  await expect(app.getByRole('heading', { name: /^From the end of/ })).toBeVisible();
  await app.getByText('Cohorts', { exact: true }).click();
  await expect(app.getByRole('heading', { name: 'Concentration' })).toBeVisible();
});
