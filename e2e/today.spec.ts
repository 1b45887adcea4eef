import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { TodayPage } from './pages/today-page.ts';

test('one click settles a task, a milestone and a commitment, and undo brings each back', async ({
  app,
  frame,
}) => {
  const today = new TodayPage(app);
  await today.isOpen();
  for (const [words, notice] of [
    ['Ask for the waste figures', 'Done: Ask for the waste figures'],
    ['Key users are trained', 'Milestone reached'],
    ['Train the returns team', 'Commitment marked as kept'],
  ] as const) {
    await today.act(words);
    await expect(frame.notices.getByText(notice)).toBeVisible();
    await expect(today.line(words)).toHaveCount(0);
    await frame.undo.click();
    await expect(today.line(words)).toHaveCount(1);
  }
});

test('one click leads to where the work on a line is done', async ({ app, frame }) => {
  const today = new TodayPage(app);
  for (const [words, heading] of [
    ['Submitted 1 day ago', 'Lumen Health'],
    ['Notice deadline in 9 days', 'Harbor Retail Group'],
    [/Nanfeng Apparel.*Review overdue/, 'Reviews'],
    ['Review meeting in 10 days', 'Yunji Supply'],
    ['maturity may have changed', 'Maturity'],
  ] as const) {
    await today.act(words);
    await expect(app.getByRole('main').getByRole('heading', { level: 1 })).toContainText(heading);
    await frame.go('Today');
    await today.isOpen();
  }
  await today.act('Sponsor Mei Lin not contacted');
  await expect(app.getByRole('dialog')).toContainText('Harbor Retail Group');
});

test('what is put off is gone until its day, and undo brings it back', async ({ app, frame }) => {
  const today = new TodayPage(app);
  await today.putOff('Ask for the waste figures', /^Tomorrow/);
  await expect(today.line('Ask for the waste figures')).toHaveCount(0);
  await frame.undo.click();
  await expect(today.line('Ask for the waste figures')).toHaveCount(1);

  await today.putOff('Notice deadline in 9 days', /^In a week/);
  await expect(today.line('Notice deadline in 9 days')).toHaveCount(0);
  await frame.go('Tasks');
  await expect(app.getByRole('main')).toContainText(
    'Harbor Retail Group · Operations Platform · Notice deadline in 9 days',
  );
});

test('the list is worked off by keys alone', async ({ app }) => {
  const today = new TodayPage(app);
  await today.isOpen();
  await today.list.focus();
  await app.keyboard.press('d');
  await expect(today.line('Ask for the waste figures')).toHaveCount(0);
  await app.keyboard.press('s');
  await expect(app.getByRole('menuitem', { name: /^Tomorrow/ })).toBeVisible();
  await app.keyboard.press('Escape');
  await today.list.focus();
  await app.keyboard.press('Enter');
  await expect(app.getByRole('main').getByRole('heading', { level: 1 })).toContainText('Reviews');
});

test('one kind at a time is shown', async ({ app }) => {
  const today = new TodayPage(app);
  await app.getByRole('button', { name: /^Milestone/ }).click();
  await expect(today.line('Key users are trained')).toBeVisible();
  await expect(today.line('Ask for the waste figures')).toHaveCount(0);
});

test('the morning brief is one page that holds every line, without what belongs to the screen', async ({
  app,
  frame,
}) => {
  const today = new TodayPage(app);
  await today.isOpen();
  const lines = await today.list.locator('tbody tr[id]').count();
  const brief = app.locator('article');
  const pageHeight = (297 - 26) * (96 / 25.4); // A4 less its margins, in pixels
  for (const [language, heading, guide] of [
    ['EN', /^Morning brief/, 'About this screen'],
    ['中文', /^早间简报/, '使用提示'],
  ] as const) {
    await frame.speak(language);
    await expect(app.getByRole('complementary', { name: guide })).toBeVisible();
    await app.emulateMedia({ media: 'print' });
    await app.setViewportSize({ width: Math.round((182 * 96) / 25.4), height: 800 });
    await expect(brief.locator('h1')).toHaveText(heading);
    await expect(brief.locator('li')).toHaveCount(lines);
    await expect(app.getByRole('complementary', { name: guide })).toBeHidden();
    await expect(today.list).toBeHidden();
    expect((await brief.boundingBox())?.height).toBeLessThan(pageHeight);
    await app.emulateMedia({ media: 'screen' });
    await app.setViewportSize({ width: 1280, height: 800 });
  }
});

test('Today is told in Chinese, milestones too, and is accessible in both languages', async ({
  app,
  frame,
}) => {
  const today = new TodayPage(app);
  await today.isOpen();
  await expectAccessible(app);
  await frame.speak('中文');
  await expect(today.line('关键用户完成培训')).toContainText('里程碑逾期');
  await expectAccessible(app);
});
