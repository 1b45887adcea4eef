import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';
import { SettingsPage } from './pages/settings-page.ts';

const sample = 'East China (sample)';

test('what was saved is there after quitting and starting again @every-host', async ({ start }) => {
  const first = await start();
  await new SettingsPage(first.page).rename('Harbour region');
  await first.quit();

  const second = await start();
  await expect(new Frame(second.page).bookMenu).toContainText('Harbour region');
});

test('what was acknowledged is there after the power fails @every-host', async ({ start }) => {
  const first = await start();
  await new SettingsPage(first.page).rename('Saved before the end');
  await first.kill();

  const second = await start();
  await expect(new Frame(second.page).bookMenu).toContainText('Saved before the end');
});

test('a change is undone and done again', async ({ app, frame }) => {
  await new SettingsPage(app).rename('Renamed');
  await frame.undo.click();
  await expect(frame.bookMenu).toContainText(sample);
  await frame.redo.click();
  await expect(frame.bookMenu).toContainText('Renamed');
});

test('a copy is saved where the user says, and opens as a book @every-host', async ({
  running,
  frame,
  folder,
}) => {
  const copy = path.join(folder, 'Copy of the sample.tenure');
  await running.answerFileDialog(copy, () => frame.fromBookMenu('Save a copy…'));
  await expect(frame.notices).toContainText(copy);

  await running.answerFileDialog(copy, () => frame.fromBookMenu('Open book…'));
  await expect(frame.sampleMark).toBeVisible();
  await frame.bookMenu.click();
  await expect(running.page.getByRole('menuitem', { name: 'Copy of the sample' })).toBeVisible();
});

test('the start opens the book named on the command line @every-host', async ({ start, folder }) => {
  const copy = path.join(folder, 'Named.tenure');
  const first = await start();
  const frame = new Frame(first.page);
  await frame.isReady();
  await first.answerFileDialog(copy, () => frame.fromBookMenu('Save a copy…'));
  await expect(frame.notices).toContainText(copy);
  await first.quit();

  const second = await start({ words: [copy] });
  const again = new Frame(second.page);
  await again.isReady();
  await again.bookMenu.click();
  await expect(second.page.getByRole('menuitem', { name: 'Named' })).toBeVisible();
});

test('a book that does not open is left alone, and the page says why @every-host', async ({
  start,
  folder,
}) => {
  const file = path.join(folder, 'notes.tenure');
  writeFileSync(file, 'not a book');
  const { page } = await start({ words: [file] });

  await expect(page.getByRole('alert')).toContainText(`${file} is not a Tenure book`);
  await expect(page.getByText('No book is open')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe('not a book');
});
