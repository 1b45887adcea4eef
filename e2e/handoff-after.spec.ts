import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { HandoffPage } from './pages/handoff-page.ts';

test('the welcome is not let out with gaps, is written in either language, and is marked as sent', async ({
  app,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Lumen Health');
  const clock = app.getByRole('region', { name: 'After payment' });
  await clock.getByRole('button', { name: 'Enter the payment' }).click();
  await app.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(clock).toContainText(/due in \d+ minutes?/);

  await clock.getByRole('button', { name: 'Write welcome message' }).click();
  const dialog = app.getByRole('dialog');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('I am Lin Yue');
  await expect(preview).toContainText('missing: Your e-mail');
  await expect(preview).not.toContainText('{{');
  await expect(dialog.getByRole('button', { name: 'Copy' })).toBeDisabled();
  await dialog.getByLabel('Your title').fill('Customer Success Manager');
  await dialog.getByLabel('Your e-mail').fill('lin@example.com');
  await expect(preview).not.toContainText('missing');
  await expect(dialog.getByRole('button', { name: 'Save as .eml' })).toBeEnabled();
  await expectAccessible(app);
  await dialog.getByText('简体中文').click();
  await expect(preview).toContainText('我是您的客户成功经理Lin Yue');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await clock.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(clock).toContainText('sent on time');
});

test('what an accepted handoff says comes into the book after a look, and goes with one undo', async ({
  app,
  frame,
}) => {
  const handoff = new HandoffPage(app);
  await handoff.open('Qinghe Markets');
  const card = app.getByRole('region', { name: 'After acceptance' });
  await card.getByRole('button', { name: /^Add to the book/ }).click();
  const dialog = app.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'Contacts' })).toContainText('already there');
  const commitment = dialog.getByRole('checkbox', { name: /Live before the spring festival/ });
  await expect(commitment).toBeChecked();
  await commitment.uncheck();
  await expectAccessible(app);
  await dialog.getByRole('button', { name: /^Add \d+ entries$/ }).click();
  await expect(card).toContainText(/Added to the book on \d{4}-/);
  const commitments = app.getByRole('region', { name: 'Commitments' });
  await expect(commitments).toContainText('Weighbridge tickets by WeChat');
  await expect(commitments).not.toContainText('Live before the spring festival');
  await frame.undo.click();
  await expect(card).not.toContainText('Added to the book on');
  await expect(commitments).not.toContainText('Weighbridge tickets by WeChat');
});

test('the sync builds its agenda, keeps decisions and makes follow-ups tasks', async ({ app }) => {
  await app.getByRole('navigation').getByRole('link', { name: 'Handoffs' }).click();
  await app.getByRole('button', { name: 'Sales–CS sync' }).click();
  const agenda = app.getByRole('region', { name: 'Agenda' });
  await expect(agenda.getByRole('link', { name: 'Lumen Health' })).toBeVisible();
  await app.getByRole('button', { name: 'Hold the sync' }).click();
  await app.getByLabel('Decision: Lumen Health').fill('Accepted on Monday.');
  await app.getByLabel('What needs doing').fill('Call the COO together');
  await app.getByRole('button', { name: 'Add', exact: true }).last().click();
  await expect(app.getByRole('checkbox', { name: 'Call the COO together' })).not.toBeChecked();
  await expectAccessible(app);
  const earlier = app.getByRole('navigation', { name: 'Earlier syncs' });
  await expect(earlier).toContainText('1 of 2 decided');
  await earlier.getByRole('link').last().click();
  await expect(app.getByLabel('Decision: Langrun Medical')).toHaveValue(/asks the COO/);
});
