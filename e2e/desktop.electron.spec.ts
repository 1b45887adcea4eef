import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { environment } from './running-app.ts';

/** Clicks in the menu bar, which is outside every page. */
async function clickMenu(electron: ElectronApplication | null, id: string): Promise<void> {
  await electron?.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`no menu item ${wanted}`);
    item.click();
  }, id);
}

const menuLabels = (electron: ElectronApplication | null) =>
  electron?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

test('the menu speaks the language of the page, and changes it', async ({ running, app }) => {
  expect(await menuLabels(running.electron)).toEqual(['File', 'Edit', 'View', 'Help']);
  await clickMenu(running.electron, 'language-zh-CN');

  await expect(app).toHaveTitle(/续航$/);
  await expect.poll(() => menuLabels(running.electron)).toEqual(['文件', '编辑', '视图', '帮助']);
});

test('undo and redo in the menu are those of the page', async ({ running, app, frame }) => {
  await new SettingsPage(app).rename('Renamed');
  await clickMenu(running.electron, 'undo');
  await expect(frame.bookMenu).toContainText('East China (sample)');
  await clickMenu(running.electron, 'redo');
  await expect(frame.bookMenu).toContainText('Renamed');
});

test('a second start brings the window forward and opens the book it was given', async ({
  running,
  frame,
  folder,
}) => {
  const { electron } = running;
  const copy = path.join(folder, 'Second.tenure');
  await running.answerFileDialog(copy, () => clickMenu(electron, 'save-copy'));
  await expect(frame.notices).toContainText(copy);
  await electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  const binary = electron?.process().spawnfile ?? '';
  const dataFolder = path.join(folder, 'data');
  const second = spawn(binary, ['.', '--no-sandbox', `--user-data-dir=${dataFolder}`, copy], {
    cwd: path.join(import.meta.dirname, '..'),
    env: environment({ homeFolder: folder, locale: 'en_US' }),
  });
  const [code] = await once(second, 'exit');

  expect(code).toBe(0);
  await frame.bookMenu.click();
  await expect(running.page.getByRole('menuitem', { name: 'Second' })).toBeVisible();
  expect(
    await electron?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.isMinimized()]),
    ),
  ).toEqual([[true, false]]);
});
