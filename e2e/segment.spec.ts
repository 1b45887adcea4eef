import { expectAccessible } from './axe.ts';
import { fillSegments } from './books/segments.ts';
import { expect, test } from './fixtures.ts';

test.describe('rules', () => {
  test.use({ book: { fill: fillSegments } });

  test('an account a rule takes is shown before it moves, moves, and is back on undo', async ({
    app,
    frame,
  }) => {
    await frame.go('Segments');
    const table = app.getByRole('row', { name: /Mid-size/ }).first();
    await expect(table).toContainText('1');
    await app.getByRole('button', { name: 'Apply rules…' }).click();
    const dialog = app.getByRole('dialog');
    await expect(dialog).toContainText('Elm Apparel');
    await expect(dialog).toContainText('no segment → Mid-size');
    await expect(dialog).toContainText('The rule matches no account.'); // Small
    await expectAccessible(app);
    await dialog.getByRole('button', { name: 'Move 1 account' }).click();
    await expect(dialog).toBeHidden();
    await expect(table).toContainText('2');
    await frame.undo.click();
    await expect(table).toContainText('1');
  });

  test('a rule is written in lines, counted while it is written, and said as a sentence', async ({
    app,
    frame,
  }) => {
    await frame.go('Segments');
    await app.getByRole('link', { name: 'Small', exact: true }).click();
    await app.getByRole('button', { name: 'Edit', exact: true }).click();
    const value = app.getByRole('combobox', { name: 'Value', exact: true });
    await value.fill('mid');
    await value.press('Enter');
    await value.press('Escape');
    await expect(app.getByText(/the rule matches 2/)).toBeVisible();
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(app.getByText('Size is Small or Mid')).toBeVisible();
  });
});

test('the ideal customers of the book are one click from the chart', async ({ app, frame }) => {
  await frame.go('Segments');
  await app.getByText('Ideal customers', { exact: true }).click();
  await app.getByRole('button', { name: /^Coach/ }).click();
  const list = app.getByRole('region', { name: 'Accounts' });
  await expect(list).toContainText('Train, lend best practice');
  await expect(list.getByRole('link')).toHaveText(['Beichen Education']);
  await app.getByRole('button', { name: /^Unknown/ }).click();
  await expect(list).toContainText('no finished maturity assessment');
});

test('the matrix is filled by keys and taken back by undo', async ({ app, frame }) => {
  await frame.go('Value');
  const matrix = app.getByRole('grid', { name: 'Accounts and value points' });
  const beichen = matrix.getByRole('row', { name: /Beichen Education/ });
  await expect(beichen).toBeVisible();
  await matrix.focus();
  await app.keyboard.press('2');
  await expect(beichen).toContainText(/sold/);
  await app.keyboard.press('ArrowRight');
  await app.keyboard.press(' ');
  await expect(beichen).toContainText(/needed.*adopted.*needed/);
  await frame.undo.click();
  await frame.undo.click();
  await expect(beichen).not.toContainText(/sold/);
});

test('a proposition longer than one sentence is told so', async ({ app, frame }) => {
  await frame.go('Value');
  await app.getByText('Propositions', { exact: true }).click();
  const sentence = app.getByLabel('Value proposition, in one sentence').first();
  await sentence.fill('Order the right amount. Throw less away.');
  await expect(app.getByText('These are 2 sentences. One is remembered and repeated.')).toBeVisible();
});
