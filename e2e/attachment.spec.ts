import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { fillPortfolio } from './books/portfolio.ts';
import { expect, test } from './fixtures.ts';
import { AccountListPage } from './pages/account-pages.ts';

test.use({ book: { fill: fillPortfolio } });

/** The latest entry of an account's timeline that somebody wrote down. */
async function latestNote(app: Page) {
  const list = new AccountListPage(app);
  await list.visit();
  await list.open('Birch Retail Group');
  return app
    .getByRole('listitem')
    .filter({ has: app.getByRole('group', { name: 'Attached files' }) })
    .first();
}

test('a file is attached to a note, saved elsewhere, removed and brought back @every-host', async ({
  app,
  running,
  frame,
  folder,
}) => {
  const minutes = path.join(folder, 'Minutes 会议纪要.txt');
  await writeFile(minutes, 'They renew when stock-outs halve.');
  const note = await latestNote(app);
  await note.getByLabel('Attach a file').setInputFiles(minutes);
  const file = note.getByRole('button', { name: /^Save Minutes 会议纪要\.txt as/ });
  await expect(file).toBeVisible();
  await expectAccessible(app);

  const copy = path.join(folder, 'Saved.txt');
  await running.answerFileDialog(copy, () => file.click());
  await expect(frame.notices).toContainText(copy);
  expect(await readFile(copy, 'utf8')).toBe('They renew when stock-outs halve.');

  await note.getByRole('button', { name: /^Remove Minutes/ }).click();
  await expect(file).toBeHidden();
  await frame.undo.click();
  await expect(file).toBeVisible();
});

test('a picture pasted into a note is attached to it, text is not', async ({ app }) => {
  const note = await latestNote(app);
  const paste = (withText: boolean) =>
    note.getByRole('group', { name: 'Attached files' }).evaluate((place, text) => {
      const clipboard = new DataTransfer();
      clipboard.items.add(new File(['picture'], text ? 'cells.png' : 'board.png', { type: 'image/png' }));
      if (text) clipboard.items.add('1\t2', 'text/plain');
      place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true }));
    }, withText);
  await paste(true);
  await paste(false);
  await expect(note.getByRole('button', { name: 'Save board.png as…' })).toBeVisible();
  await expect(note.getByRole('button', { name: /cells\.png/ })).toHaveCount(0);
});

test('a file gone from the folder of the book is told, and the app goes on', async ({
  app,
  running,
  frame,
  folder,
}) => {
  const copy = path.join(folder, 'Copy.tenure');
  await running.answerFileDialog(copy, () => frame.fromBookMenu('Save a copy…'));
  await new AccountListPage(app).visit();
  await running.answerFileDialog(copy, () => frame.fromBookMenu('Open book…'));
  await expect(app).toHaveURL(/\/today$/); // where an opened book begins
  const note = await latestNote(app);
  const file = { name: 'Plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('plan') };
  await note.getByLabel('Attach a file').setInputFiles(file);
  const attached = note.getByRole('button', { name: 'Save Plan.pdf as…' });
  await expect(attached).toBeVisible();

  const files = path.join(folder, 'Copy.files');
  expect(await readdir(files)).toHaveLength(1);
  await rm(files, { recursive: true });
  await app.reload();
  await expect(note.getByText('missing')).toBeVisible();
});

test('a picture pasted while a note is written goes with it once it is saved', async ({ app }) => {
  const list = new AccountListPage(app);
  await list.visit();
  await list.open('Birch Retail Group');
  const field = app.getByRole('textbox', { name: 'What was said, what was agreed' });
  await field.fill('Whiteboard of the workshop');
  await field.evaluate((place) => {
    const clipboard = new DataTransfer();
    clipboard.items.add(new File(['picture'], 'whiteboard.png', { type: 'image/png' }));
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true }));
  });
  await expect(app.getByText('1 pasted file')).toBeVisible();
  await app.getByRole('button', { name: 'Save note' }).click();
  const note = app.getByRole('listitem').filter({ hasText: 'Whiteboard of the workshop' });
  await expect(note.getByRole('button', { name: 'Save whiteboard.png as…' })).toBeVisible();
});
