import { setTimeout } from 'node:timers/promises';
import { expect, test } from './fixtures.ts';

test('everything is found by name, pinyin or initials, and Enter takes what was typed, however fast', async ({
  app,
  frame,
}) => {
  const heading = app.getByRole('main').getByRole('heading', { level: 1 });
  const field = app.getByRole('combobox', { name: 'Search and commands' });
  const hits = app.getByRole('listbox', { name: 'Search and commands' });

  await app.keyboard.press('ControlOrMeta+k');
  await field.fill('kestrel');
  await expect(hits.getByRole('option').first()).toContainText('Kestrel');
  await app.route(/search\.find/, async (route) => {
    await setTimeout(500); // a slow answer: the hits of before stand there still
    await route.continue();
  });
  await field.fill('harbor');
  await field.press('Enter');
  await expect(heading).toContainText('Harbor Retail Group');

  await app.keyboard.press('ControlOrMeta+k');
  await field.fill('nothing is called so');
  await expect(app.getByText('nothing is called so')).toBeVisible();
  await field.fill('quick cap');
  await field.press('Enter');
  await expect(app.getByRole('dialog', { name: 'Quick capture' })).toBeVisible();
  await app.keyboard.press('Escape');

  await frame.speak('中文');
  await app.keyboard.press('ControlOrMeta+k');
  await app.getByRole('combobox', { name: '搜索与命令' }).fill('yjgyl'); // its initials
  await expect(app.getByRole('option').first()).toContainText('云集供应链');
});
