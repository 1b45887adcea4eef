import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { Frame } from './pages/frame.ts';
import { ReviewPage } from './pages/review-page.ts';

/** A picture of one pixel. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('what is missing is fixed from the list beside it, and taken back by undo', async ({ app, frame }) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  const before = await review.score();

  await review.fix(/No difficulty named/);
  await review.fill({ 'What was difficult': 'Returns were never trained', 'What we learned': 'Train early' });
  await expect(review.missing).not.toContainText('No difficulty named');
  await expect(app.getByRole('cell', { name: 'Returns were never trained', exact: true })).toBeVisible();

  await review.fix(/Shen Rui \(sponsor\) not invited/);
  await expect(review.missing).not.toContainText('not invited');

  await review.section('Commitments kept');
  const broken = app.getByRole('row', { name: /Train the returns team/ }).getByText('missed');
  await broken.click();
  await expect(review.missing).toContainText('One commitment unscored');
  expect(await review.score()).toBeGreaterThan(before);

  await frame.undo.click();
  await expect(review.missing).toContainText('2 commitments unscored');
});

test('a reading moves the goal it belongs to', async ({ app }) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await app.getByRole('button', { name: 'Readings of Write-offs' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Value', { exact: true }).fill('200');
  await dialog.getByRole('button', { name: 'Add reading' }).click();
  await expect(dialog.getByRole('cell', { name: '200 k¥' })).toBeVisible();
  await app.keyboard.press('Escape');
  await expect(app.getByRole('row', { name: /Write-offs/ })).toContainText('200 k¥');
  await expect(review.missing).not.toContainText('Reading of Write-offs is');
});

test('the customer sees no talking point: not in the preview, not in the file', async ({
  running,
  app,
  folder,
}) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await expect(app.getByText('Offer returns training in January')).toBeVisible();
  await app.getByRole('button', { name: 'Preview as customer' }).click();
  await expect(app.getByText('This is everything the customer gets')).toBeVisible();
  await expect(app.getByText('Shipping improved because buyers act')).toBeVisible();
  await expect(app.getByText('Offer returns training in January')).toBeHidden();
  await expect(app.getByText('One buyer less was hired')).toHaveCount(1); // in what is missing, not in the preview

  const file = path.join(folder, 'Review for the customer.xlsx');
  await running.answerFileDialog(file, async () => {
    await review.exportAs('Workbook (Excel)', 'For the customer, Chinese');
  });
  await expect(app.getByRole('status').filter({ hasText: file })).toBeVisible();
  const workbook = read(readFileSync(file));
  expect(workbook.SheetNames).toContain('成果与价值');
  expect(JSON.stringify(workbook.Sheets)).not.toMatch(/Offer returns training|One buyer less/);
});

test('the slides of both languages are written in one go, with their charts and the house’s logo @every-host', async ({
  running,
  app,
  frame,
  folder,
}) => {
  await frame.go('Settings');
  await app
    .getByLabel('Choose logo')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
  await expect(app.getByRole('img', { name: 'Logo' })).toBeVisible();
  await expectAccessible(app);
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await running.answerFileDialog(path.join(folder, 'Review.pptx'), () =>
    review.exportAs('Slides (PowerPoint)', 'For the customer, both languages, two files'),
  );
  await expect(app.getByRole('status').filter({ hasText: 'Review (en).pptx' })).toBeVisible();
  for (const [language, words] of [
    ['en', 'Outcomes and value'],
    ['zh-CN', '成果与价值'],
  ]) {
    const parts = unzipSync(readFileSync(path.join(folder, `Review (${language}).pptx`)));
    const names = Object.keys(parts);
    expect(names.filter((name) => /charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThan(2);
    expect(names.filter((name) => name.startsWith('ppt/media/')).length).toBeGreaterThan(0);
    const slides = names.filter((name) => /slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeLessThanOrEqual(15);
    expect(slides.map((name) => strFromU8(parts[name] ?? new Uint8Array())).join()).toContain(words);
  }
});

test('the printed page holds the review in both languages and nothing of the app @every-host', async ({
  running,
  app,
  folder,
}) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await review.exportAs('Print or PDF', 'For the customer, both languages, one after the other');
  await expect(app).toHaveURL(/\/print\?/); // apart from what it shows, so that a failure says which of the two is missing
  await expect(app.getByRole('heading', { name: 'Outcomes and value' })).toBeVisible();
  await expect(app.getByRole('heading', { name: '成果与价值' })).toBeVisible();
  await expect(app.getByText('Offer returns training in January')).toHaveCount(0);
  await expectAccessible(app);
  if (running.electron) {
    const file = path.join(folder, 'Review.pdf');
    await running.answerFileDialog(file, () => app.getByRole('button', { name: 'Save as PDF' }).click());
    await expect(app.getByRole('status').filter({ hasText: file })).toBeVisible();
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  }
  await app.emulateMedia({ media: 'print' });
  await expect(app.getByRole('button', { name: 'Back' })).toBeHidden();
  await expect(app.getByRole('navigation')).toHaveCount(0);
});

test('the recap is saved as a draft to the people invited', async ({ running, app, folder }) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await running.answerFileDialog(path.join(folder, 'Recap.eml'), () =>
    review.exportAs('Recap message (e-mail draft)', 'For the customer, English'),
  );
  await expect(app.getByRole('status').filter({ hasText: 'Recap.eml' })).toBeVisible();
  const mail = readFileSync(path.join(folder, 'Recap.eml'), 'utf8');
  expect(mail).toContain('Subject: Recap of our review: Yunji Supply');
  const body = Buffer.from(mail.split('\r\n\r\n').slice(1).join(''), 'base64').toString();
  expect(body).toContain('Lin Yue');
});

test('a frozen review stays as it was, and undo thaws it', async ({ app, frame }) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await app.getByRole('button', { name: 'Freeze' }).click();
  await expect(app.getByRole('dialog')).toContainText('No ask from us');
  await review.goAhead();
  await expect(app.getByText(/^A frozen copy/)).toBeVisible();
  await expect(app.getByRole('button', { name: 'Add goal' })).toBeHidden();
  await frame.undo.click();
  await expect(app.getByRole('button', { name: 'Add goal' })).toBeVisible();
});

test('a review is begun where it is due, and a first draft of its pack takes fewer than ten clicks', async ({
  running,
  app,
  frame,
  folder,
}) => {
  const clicks = await countClicks(app);
  await frame.go('Reviews');
  await app.getByRole('button', { name: 'Prepare a review of Pinecrest Foods' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Prepare' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Pinecrest Foods');
  await expect(app.getByRole('region', { name: 'Still missing' })).toContainText('Less waste is not proven');

  const review = new ReviewPage(app);
  const answered = ['Slides (PowerPoint)', 'Workbook (Excel)'];
  for (const form of answered) {
    const file = path.join(folder, `Pack.${form.startsWith('Slides') ? 'pptx' : 'xlsx'}`);
    await running.answerFileDialog(file, () => review.exportAs(form, 'For the customer, English'));
    await expect(app.getByRole('status').filter({ hasText: file })).toBeVisible();
  }
  expect((await clicks()) + answered.length).toBeLessThan(10); // each file dialog takes one
});

test('preparing is accessible, section by section', async ({ app }) => {
  test.slow();
  await app.emulateMedia({ reducedMotion: 'reduce' });
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  for (const section of ['Why they bought', 'Outcomes and value', 'Commitments kept', 'Agenda and people']) {
    await review.section(section);
    await test.step(section, () => expectAccessible(app));
  }
});

test('the year shows what is due, and a due review is begun from it', async ({ app }) => {
  await new Frame(app).go('Reviews');
  await app.getByText('Year', { exact: true }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(/^Reviews in \d{4}$/);
  const row = app.getByRole('row', { name: /Harbor Retail Group/ });
  await expect(row).toBeVisible();
  await expectAccessible(app);
  await row
    .getByRole('button', { name: /Prepare a review for Harbor Retail Group/ })
    .first()
    .click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('The customer’s fiscal year starts in').click();
  await app.getByTitle('April', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Prepare' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Harbor Retail Group');
});

test('the figures of reviews stand beside their number of cases', async ({ app }) => {
  await new Frame(app).go('Reviews');
  await app.getByText('Trends').click();
  await expect(
    app.getByRole('region', { name: 'Coverage by tier' }).getByRole('row', { name: /^All/ }),
  ).toContainText(/\d+ of \d+ cases/);
  await expectAccessible(app);
});

/** Counts what is pressed on the page from now on, by mouse only. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    dataset.clicks = '0';
    const count = ({ detail }: MouseEvent) => {
      if (detail > 0) dataset.clicks = String(Number(dataset.clicks) + 1);
    };
    addEventListener('click', count, true);
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.clicks));
}
