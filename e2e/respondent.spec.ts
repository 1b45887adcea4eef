import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AssessmentList, Workshop } from './pages/assessment-pages.ts';

test('respondents answer apart, votes show once all have, and another level than the median needs a reason', async ({
  app,
  frame,
}) => {
  await frame.go('Maturity');
  const workshop = await new AssessmentList(app).start('CS function maturity', 'Lumen Holding');
  await app.getByRole('button', { name: 'Pause' }).click();
  await app.getByText('Respondents', { exact: true }).click();
  for (const name of ['Mei', 'Li']) {
    await app.getByRole('textbox', { name: 'Name' }).fill(name);
    await app.getByRole('button', { name: 'Add respondent' }).click();
    await expect(app.getByRole('rowheader', { name, exact: true })).toBeVisible();
  }
  for (const [name, level] of [
    ['Mei', '2'],
    ['Li', '4'],
  ] as const) {
    await app.getByRole('button', { name: `Answer here: ${name}` }).click();
    await expect(app.getByRole('article').locator('[aria-pressed]').first()).toBeVisible();
    await expect(app.getByRole('article').locator('[aria-pressed="true"]')).toHaveCount(0);
    await app.keyboard.press(level);
    await workshop.expectLevel(Number(level));
    await app.getByRole('button', { name: 'Done' }).click();
  }
  await expect(app.getByRole('row', { name: /^Segmentation/ })).toContainText('2 levels apart');
  await expectAccessible(app);

  await frame.go('Maturity');
  await new AssessmentList(app).open('Lumen Holding');
  const shared = new Workshop(app);
  await expect(shared.question).toHaveText('How do you tell your customers apart?');
  await expect(app.getByText('2 of 2 answered')).toBeVisible();
  await app.keyboard.press('4');
  await app.getByRole('textbox', { name: 'Why level 4' }).fill('The sheet of March shows it');
  await app.keyboard.press('Enter');
  await shared.expectLevel(4);
  await expect(app.getByText('Reason: The sheet of March shows it')).toBeVisible();
});

test('a questionnaire goes out, comes back filled in, and is taken over with one undo', async ({
  running,
  app,
  frame,
  folder,
}) => {
  await frame.go('Maturity');
  await new AssessmentList(app).open('Lumen Health');
  await app.getByRole('button', { name: 'Pause' }).click();
  await app.getByText('Respondents', { exact: true }).click();
  const file = path.join(folder, 'questionnaire.xlsx');
  await running.answerFileDialog(file, () =>
    app.getByRole('button', { name: 'Questionnaire for Lin Yue' }).click(),
  );
  await expect(frame.notices).toContainText(file);

  const workbook = read(await readFile(file));
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
  const level = rows.find(([cell]) => cell === 'tenure-question')?.indexOf('Your level') ?? 0;
  const open = rows.flatMap((row, at) => (/^[a-z-]+$/.test(row[0] ?? '') && row[level] === '' ? [at] : []));
  utils.sheet_add_aoa(sheet, [['3']], { origin: { r: open[0] ?? 0, c: level } });
  utils.sheet_add_aoa(sheet, [['9']], { origin: { r: open[1] ?? 0, c: level } });
  await writeFile(file, write(workbook, { type: 'buffer', bookType: 'xlsx' }));

  const chooser = app.waitForEvent('filechooser');
  await app.getByRole('button', { name: 'Import completed questionnaire' }).click();
  await (await chooser).setFiles(file);
  const dialog = app.getByRole('dialog', { name: 'Questionnaire of Lin Yue' });
  await expect(dialog).toContainText('Not a level from 1 to 4.');
  await dialog.getByRole('button', { name: 'Accept 1 answer' }).click();
  await expect(app.getByRole('row', { name: /^Lin Yue/ })).toContainText('12 / 17');
  await frame.undo.click();
  await expect(app.getByRole('row', { name: /^Lin Yue/ })).toContainText('11 / 17');
});
