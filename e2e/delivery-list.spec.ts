import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { HandoffPage } from './pages/handoff-page.ts';

test('a delivery list is edited as a draft, told what is missing where, published, and used by new handoffs', async ({
  app,
  frame,
}) => {
  await frame.go('Handoffs');
  await app.getByRole('button', { name: 'Delivery lists' }).click();
  const main = app.getByRole('main');
  await expect(main.getByText('Version 1 in use')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Publish' })).toBeDisabled();

  await main.getByRole('button', { name: 'Order', exact: true }).click();
  await main.getByRole('button', { name: 'Add a field' }).click();
  await expect(main.getByText('Draft of version 2')).toBeVisible();
  const fix = main.getByRole('region', { name: '4 places to fix before it can be published' });
  await expect(fix).toContainText('Order / (no name yet) Label: missing');

  await main.getByRole('textbox', { name: 'Label, English' }).fill('Purchase order number');
  await main.getByRole('textbox', { name: 'Label, 中文' }).fill('采购单号');
  await main.getByRole('textbox', { name: /^Help.*English/ }).fill('As printed on their order.');
  await main.getByRole('textbox', { name: /^Help.*中文/ }).fill('以客户采购单为准。');
  await main.getByRole('group', { name: 'Needed' }).getByText('Required').click();
  await expect(main.getByRole('checkbox', { name: /^Mandatory/ })).toBeChecked();
  await main.getByRole('spinbutton', { name: 'Weight' }).fill('9');
  await app.keyboard.press('Tab');
  await expect(main.getByText('Text · Required · Sales · weight 9')).toBeVisible();
  await expectAccessible(app);

  await main.getByRole('button', { name: 'Publish' }).click();
  await expect(main.getByText('Version 2 in use')).toBeVisible();
  const handoff = new HandoffPage(app);
  await handoff.begin('Newcomer Foods', 'Zhou Ming');
  await handoff.goToSection('Order');
  await expect(handoff.field('Purchase order number')).toBeVisible();
  await handoff.open('Lumen Health');
  await handoff.goToSection('Order');
  await expect(handoff.field('Plan')).toBeVisible();
  await expect(handoff.field('Purchase order number')).toBeHidden();
});

test('a draft is discarded, taken back by undo, and sections move', async ({ app, frame }) => {
  await frame.go('Handoffs');
  await app.getByRole('button', { name: 'Delivery lists' }).click();
  const main = app.getByRole('main');
  await main.getByRole('button', { name: 'Move down: Account basics' }).click();
  const sections = main.getByRole('region', { name: 'Sections' }).getByRole('listitem');
  await expect(sections.first()).toContainText('Order');
  await main.getByRole('button', { name: 'Discard draft' }).click();
  await expect(sections.first()).toContainText('Account basics');
  await frame.undo.click();
  await expect(sections.first()).toContainText('Order');
  await expect(main.getByText('Draft of version 2')).toBeVisible();
});

test('an expansion asks only what is new and shows what the earlier handoff said', async ({ app }) => {
  const handoff = new HandoffPage(app);
  await handoff.begin('Qinghe Markets', 'Zhou Ming', 'Expansion');
  await expect(handoff.sections.getByRole('button', { name: 'Account basics' })).toBeHidden();
  await app.getByRole('button', { name: 'Still true: Plan from now on' }).click();
  await expect(handoff.field('Plan from now on')).not.toHaveValue('');
  await expect(app.getByRole('button', { name: 'Still true: Plan from now on' })).toBeHidden();
});

test('a change of CSM has its question bank, in both languages', async ({ app, frame }) => {
  const handoff = new HandoffPage(app);
  await handoff.begin('Qinghe Markets', 'Zhou Ming', 'CSM to CSM');
  for (const name of ['Communication', 'Documents', 'Usage and value', 'Renewal', 'Open promises'])
    await expect(handoff.sections.getByRole('button', { name })).toBeVisible();
  await frame.speak('中文');
  await expect(app.getByRole('heading', { name: '沟通' })).toBeVisible();
  await expectAccessible(app);
});
