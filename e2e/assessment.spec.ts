import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { read } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AssessmentList, Workshop } from './pages/assessment-pages.ts';
import { exportAs } from './pages/export-menu.ts';
import { Frame } from './pages/frame.ts';

const functionModel = 'CS function maturity';

/** As a fast hand does: the second press comes with the page still at the first, no timer run between them. */
async function pressTwiceAtOnce(app: Page, key: string): Promise<void> {
  await app.evaluate(async (pressed) => {
    const press = () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
    press();
    for (let turn = 0; turn < 4; turn++) await null;
    press();
  }, key);
}

test('a workshop by keyboard: levels, evidence, not applicable, back and on, result', async ({
  app,
  frame,
}) => {
  await frame.go('Maturity');
  const workshop = await new AssessmentList(app).start(functionModel, 'Lumen Holding');
  await expect(workshop.question).toHaveText('How do you tell your customers apart?');

  await app.keyboard.press('3');
  await workshop.expectLevel(3);
  await app.keyboard.press('e');
  await app.keyboard.type('Segment sheet of March; 1 of 2 teams uses it');
  await app.keyboard.press('Escape');
  await pressTwiceAtOnce(app, 'c');
  await expect(app.getByRole('radio', { name: 'medium' })).toBeChecked();
  await app.keyboard.press('Enter');
  await expect(workshop.question).toHaveText(/^What is planned/);

  await app.keyboard.press('n');
  await app.keyboard.type('No lifecycle before launch');
  await app.keyboard.press('Enter');
  await expect(app.getByText('Not applicable: No lifecycle before launch')).toBeVisible();
  await app.keyboard.press('ArrowLeft');
  await workshop.expectLevel(3);
  await expect(workshop.evidence).toHaveValue('Segment sheet of March; 1 of 2 teams uses it');

  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await workshop.answerAll([4, 3, 3, 3, 2, 2, 3, 1, 3]);
  await expect(app.getByText('Every question is answered. Finish to see the result.')).toBeVisible();
  await workshop.finish();

  const overall = app.getByRole('region', { name: 'Overall' });
  await expect(overall).toContainText('2.86'); // (3 + 4 + 3 + 3 + 3 + 2 + 2) / 7
  await expect(overall).toContainText('Fully proactive');
  await expect(overall).toContainText('Not sustainable.'); // the team stands at 1
  await expect(overall).toContainText('Expansion and Advocacy 2.00');
  await expect(app.getByRole('region', { name: /^To reach/ })).toContainText('This is the hard jump.');
});

test('pausing keeps every answer, also over a restart, and it goes on at the first open question', async ({
  start,
}) => {
  const first = await start();
  const frame = new Frame(first.page);
  await frame.isReady();
  await frame.go('Maturity');
  const workshop = await new AssessmentList(first.page).start(functionModel, 'Lumen Holding');
  await workshop.answerAll([2, 2, 3]);
  await first.kill();

  const second = await start();
  const again = new Frame(second.page);
  await again.isReady();
  await again.go('Maturity');
  await new AssessmentList(second.page).open('Lumen Holding');
  await expect(new Workshop(second.page).question).toHaveText('How do you show customers what they got?');
  await second.page.keyboard.press('ArrowLeft');
  await new Workshop(second.page).expectLevel(3);
});

test('an answer is undone and done again from where it was given', async ({ app, frame }) => {
  await frame.go('Maturity');
  const workshop = await new AssessmentList(app).start(functionModel, 'Lumen Holding');
  await app.keyboard.press('4');
  await workshop.expectLevel(4);
  await app.keyboard.press('ControlOrMeta+z');
  await expect(workshop.levels.nth(3)).toHaveAttribute('aria-pressed', 'false');
  await app.keyboard.press('ControlOrMeta+y');
  await workshop.expectLevel(4);
});

test('a result says which rule made the stage and what changed, and leads to a workbook', async ({
  running,
  app,
  frame,
  folder,
}) => {
  await frame.go('Maturity');
  await new AssessmentList(app).open('Harbor Retail Group');
  const overall = app.getByRole('region', { name: 'Overall' });
  await expect(overall).toContainText('Capped.');
  await expect(overall).toContainText('People and organisation 1.60');
  await expect(app.getByRole('region', { name: 'Dropped' })).toContainText('Sponsor4 → 1');
  await expect(app.getByRole('region', { name: 'Next steps' })).toContainText(
    'Describe the role on half a page',
  );

  const file = path.join(folder, 'harbor.xlsx');
  await running.answerFileDialog(file, () =>
    exportAs(app, 'Workbook (Excel)', 'For the customer, both languages, two files'),
  );
  await expect(frame.notices).toContainText('harbor (en).xlsx');
  const sheetsOf = async (name: string) => read(await readFile(path.join(folder, name))).SheetNames;
  expect(await sheetsOf('harbor (en).xlsx')).toEqual(['Summary', 'Answers', 'Next steps', 'Method']);
  expect(await sheetsOf('harbor (zh-CN).xlsx')).toEqual(['摘要', '答案', '下一步', '方法说明']);

  await app.getByText('Plan', { exact: true }).click();
  await app.getByRole('button', { name: 'Add the first 5' }).click();
  const plan = app.getByRole('region', { name: 'Plan', exact: true });
  await expect(plan.getByRole('row')).toHaveCount(6);
  await plan.getByRole('button', { name: 'Edit step 1' }).click();
  const dialog = app.getByRole('dialog', { name: 'Edit the step' });
  await dialog.getByRole('textbox', { name: 'Owner' }).fill('Mia Chen');
  for (const [label, day] of [
    ['From', '2026-12-01'],
    ['To', '2026-11-01'],
  ] as const) {
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(day);
    await dialog.getByRole('textbox', { name: label, exact: true }).press('Tab');
  }
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('ends before it starts');
  await dialog.getByRole('textbox', { name: 'To', exact: true }).fill('2027-01-15');
  await dialog.getByRole('textbox', { name: 'To', exact: true }).press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(plan.getByRole('row').nth(1)).toContainText('Mia Chen');
  const roadmap = app.getByRole('region', { name: 'Roadmap' });
  await expect(roadmap).toContainText('2026-12-01 – 2027-01-15');
  await expect(roadmap).toContainText('Jan 2027');
  await plan.getByRole('button', { name: 'Create tasks' }).click();
  await expect(plan.getByRole('row').nth(1)).toContainText('open');
});

test('the report stands on paper in both languages, without what is for the house', async ({
  app,
  frame,
}) => {
  await frame.go('Maturity');
  await new AssessmentList(app).open('Yunji Supply');
  await exportAs(app, 'Report (print or PDF)', 'For the customer, both languages, one after the other');
  await expect(app).toHaveURL(/\/report\?/);
  const [english, chinese] = [app.locator('article[lang=en]'), app.locator('article[lang=zh-CN]')];
  await expect(english.getByRole('heading', { level: 1 })).toHaveText('Yunji Supply');
  await expect(english.getByRole('heading', { name: 'Every answer' })).toBeVisible();
  await expect(english).toContainText('Shen Rui presented it to the board in September.');
  await expect(chinese.getByRole('heading', { name: '逐项答案' })).toBeVisible();
  await expect(english).not.toContainText('the best place to expand'); // advice of the house
  await expectAccessible(app);
  await app.getByRole('button', { name: 'Back' }).click();
  await expect(app.getByRole('region', { name: 'Overall' })).toBeVisible();
});

test('assessments of a subject stand side by side, chosen by keyboard, and leave as a workbook', async ({
  running,
  app,
  frame,
  folder,
}) => {
  await frame.go('Maturity');
  await new AssessmentList(app).open('Yunji Supply');
  await app.getByRole('button', { name: 'Compare…' }).click();
  const overall = app.getByRole('region', { name: 'Overall' });
  await expect(overall.getByRole('link')).toHaveCount(3);
  await expect(app.getByRole('img', { name: /^Maturity of Yunji Supply/ })).toBeVisible();
  const answers = app.getByRole('region', { name: 'Dimensions and answers' });
  await expect(answers.getByRole('row', { name: /^Problem/ })).toContainText('up2');
  await app.getByRole('checkbox').nth(1).focus();
  await app.keyboard.press('Space');
  await expect(overall.getByRole('link')).toHaveCount(2);
  await expectAccessible(app);

  const file = path.join(folder, 'comparison.xlsx');
  await running.answerFileDialog(file, () => app.getByRole('button', { name: 'Export to Excel' }).click());
  await expect(frame.notices).toContainText(file);
  expect(read(await readFile(file)).SheetNames).toEqual(['Comparison', 'Answers']);
});

test('an account shows its latest maturity with the advice of its level', async ({ app, frame }) => {
  await frame.go('Maturity');
  await new AssessmentList(app).open('Yunji Supply');
  await app.getByRole('button', { name: 'To the account' }).click();
  const panel = app.getByRole('region', { name: 'Maturity' });
  await expect(panel).toContainText('2.81');
  await expect(panel).toContainText('Medium');
  await expect(panel).toContainText('Ask for a reference once a goal is reached.');
});

test('list, workshop, result and answers are accessible, in Chinese as well', async ({ app, frame }) => {
  await frame.speak('中文');
  await frame.go('成熟度');
  const list = new AssessmentList(app);
  await expect(list.grid).toBeVisible();
  await expectAccessible(app);
  await list.open('云集供应链');
  await expect(app.getByRole('region', { name: '总体' })).toBeVisible();
  await expectAccessible(app);
  await app.getByText('计划', { exact: true }).click();
  await expect(app.getByRole('region', { name: '路线图' })).toContainText(/20\d\d年\d+月/);
  await expectAccessible(app);
  // Only the list scrolls, never the window with all its frame.
  expect(await app.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  await app.getByText('答案', { exact: true }).click();
  await expect(app.getByRole('table')).toContainText('依据');
  await expectAccessible(app);
  await frame.go('成熟度');
  await list.open('朗明健康');
  await expect(new Workshop(app).levels.first()).toBeVisible();
  await expectAccessible(app);
});
