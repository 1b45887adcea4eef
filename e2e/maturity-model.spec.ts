import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AssessmentList } from './pages/assessment-pages.ts';

test('a built-in model is copied, edited, published and assessed with', async ({ app, frame }) => {
  await frame.go('Maturity');
  await app.getByRole('button', { name: 'Models' }).click();
  await expectAccessible(app);
  const builtIn = app.getByRole('article').filter({ hasText: 'CS function maturity' });
  await builtIn.getByRole('button', { name: 'Copy and edit' }).click();
  const name = app.getByRole('textbox', { name: 'Name, English' });
  await name.fill('Our own model');
  await name.blur();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Our own model');

  await app.getByRole('button', { name: 'Segmentation' }).last().click();
  const question = app.getByRole('textbox', { name: 'Question, English' });
  await question.fill('');
  await question.blur();
  await expect(app.getByRole('region', { name: '1 place to fix' })).toContainText('is missing.');
  await expect(app.getByRole('button', { name: 'Publish' })).toBeDisabled();
  await expectAccessible(app);
  await question.fill('Whom do you serve?');
  await question.blur();

  const outline = app.getByRole('navigation', { name: 'Parts of the model' });
  await outline.getByRole('button', { name: 'Answer levels' }).click();
  await app.getByRole('button', { name: 'Add a level after level 5' }).click();
  await expect(frame.notices).toContainText('Level 6 added, to be described in 11 questions');
  await expect(app.getByRole('region', { name: '68 places to fix' })).toBeVisible(); // in two languages each
  await expectAccessible(app);
  await frame.undo.click();
  await expect(app.getByRole('region', { name: /to fix$/ })).toBeHidden();
  await app.getByRole('button', { name: 'Remove level 3' }).click();
  await expect(app.getByRole('button', { name: 'Remove level 5' })).toBeHidden();
  await outline.getByRole('button', { name: 'Fully proactive', exact: true }).click();
  await expect(app.getByRole('spinbutton', { name: 'From a mean of' })).toHaveValue('2.2'); // 2.6 of five

  await outline.getByRole('button', { name: 'Scoring' }).click();
  await app.getByText('Tier by tier', { exact: true }).click();
  await expect(app.getByRole('spinbutton', { name: 'In place from level' })).toHaveValue('4');
  await expect(app.getByRole('button', { name: 'Publish' })).toBeDisabled(); // nothing leads to a tier yet
  await expectAccessible(app);
  await frame.notices.getByRole('button', { name: 'Undo' }).first().click();
  await expect(app.getByRole('radio', { name: 'By the mean' })).toBeChecked();
  await app.getByRole('button', { name: 'Publish' }).click();
  await expect(frame.notices).toContainText('Published as version 1');

  await app.getByRole('button', { name: 'To the assessments' }).click();
  const workshop = await new AssessmentList(app).start('Our own model', 'Lumen Holding');
  await expect(workshop.question).toHaveText('Whom do you serve?');
  await expect(workshop.levels).toHaveCount(4);
});

test('a model leaves as a file; one that is not right is refused with its places', async ({
  running,
  app,
  frame,
  folder,
}) => {
  await frame.go('Maturity');
  await app.getByRole('button', { name: 'Models' }).click();
  const file = path.join(folder, 'model.json');
  await running.answerFileDialog(file, async () => {
    await app.getByRole('article').first().getByRole('button', { name: 'Export' }).click();
    await app.getByRole('menuitem', { name: 'Model file (JSON)' }).click();
  });
  await expect(frame.notices).toContainText(file);
  const model = JSON.parse(await readFile(file, 'utf8'));

  const take = async (content: unknown) => {
    const chooser = app.waitForEvent('filechooser');
    await app.getByRole('button', { name: 'Import a model' }).click();
    const buffer = Buffer.from(JSON.stringify(content));
    await (await chooser).setFiles({ name: 'model.json', mimeType: 'application/json', buffer });
  };
  const dialog = app.getByRole('dialog', { name: 'Import a model' });
  await take({ ...model, subject: 'planet' });
  await expect(dialog).toContainText('1 place in this file needs fixing.');
  await expect(dialog).toContainText('Whom it assesses');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await take({ ...model, purpose: { en: 'Only English' } });
  await expect(dialog).toContainText('1 text is missing.');
  await expect(dialog).toContainText('What it shows');
  await dialog.getByRole('button', { name: 'Import as a draft' }).click();
  await expect(app.getByRole('button', { name: 'Publish' })).toBeDisabled();
  const chinese = app.getByRole('textbox', { name: 'What it shows, 中文' });
  await chinese.fill('只有英文');
  await chinese.blur();
  await expect(app.getByRole('button', { name: 'Publish' })).toBeEnabled();
});
