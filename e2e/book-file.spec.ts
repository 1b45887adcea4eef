import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';
import { SettingsPage } from './pages/settings-page.ts';

const passphrase = 'correct horse battery';

test('a book is encrypted, locked, unlocked, and nobody is let in without the passphrase', async ({
  start,
  folder,
}) => {
  const { page: app } = await start({ tell: () => {} }); // the browser complains of the refusal
  const frame = new Frame(app);
  await expect(frame.sampleMark).toBeVisible();
  await app.goto(new URL('/settings', app.url()).href);
  await app.getByRole('button', { name: 'Set a passphrase…' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('New passphrase, again').fill('something else');
  await dialog.getByRole('button', { name: 'Encrypt the book' }).click();
  await expect(dialog).toContainText('The two are not the same');
  await dialog.getByLabel('New passphrase, again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Encrypt the book' }).click();
  await expect(frame.notices).toContainText('The book is encrypted now');

  await app.getByRole('button', { name: 'Lock the book' }).click();
  await expect(app.getByText('Enter its passphrase to open it')).toBeVisible();
  await app.getByRole('button', { name: 'Unlock…' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('wrong horse');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog).toContainText('does not open');
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(frame.sampleMark).toBeVisible();
  expect(readFileSync(path.join(folder, 'data/sample/en.tenure')).includes('East China')).toBe(false);
});

test('a book that another program replaces says so, and all of it is in the copy', async ({
  start,
  folder,
}) => {
  const running = await start({ tell: () => {} });
  const { page } = running;
  const frame = new Frame(page);
  await new SettingsPage(page).rename('Kept in the copy');
  const file = path.join(folder, 'data/sample/en.tenure');
  writeFileSync(`${file}.new`, 'something a sync tool had');
  renameSync(`${file}.new`, file);
  await frame.undo.click(); // the next change, whichever it is
  await page.mouse.move(640, 500); // off the button, whose hint lies over others
  await expect(page.getByText('Another program put a different file at')).toBeVisible();
  const copy = path.join(folder, 'Saved.tenure');
  await running.answerFileDialog(copy, () => page.getByRole('button', { name: 'Save a copy…' }).click());
  await expect(frame.notices).toContainText(copy);
  await running.answerFileDialog(copy, () => frame.fromBookMenu('Open book…'));
  await expect(new Frame(page).bookMenu).toContainText('Kept in the copy');
});
