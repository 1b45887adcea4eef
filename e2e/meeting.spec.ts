import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ReviewPage } from './pages/review-page.ts';

test('the room sees the pages of the customer, and keys turn them', async ({ app }) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await app.getByRole('button', { name: 'Meeting', exact: true }).click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Yunji Supply');
  await expectAccessible(app);

  await app.keyboard.press('ArrowRight');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Why they bought');
  await app.keyboard.press('PageDown');
  await expect(app.getByText('So what', { exact: true })).toBeVisible();
  await expect(app.getByText('Offer returns training in January')).toHaveCount(0);
  await app.keyboard.press('End');
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('What we agreed');
  await app.getByRole('button', { name: 'Leave the meeting' }).click();
  await expect(app).toHaveURL(/\/reviews\/\d+$/);
});

test('the notes of the presenter open in a window of their own and follow the pages @every-host', async ({
  app,
  running,
}) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  await app.getByRole('button', { name: 'Meeting', exact: true }).click();
  const opened = running.electron?.waitForEvent('window') ?? app.waitForEvent('popup');
  await app.getByRole('button', { name: 'Presenter’s notes' }).click();
  const notes = await opened;
  await expect(notes.getByText('only you see this')).toBeVisible();

  await app.keyboard.press('ArrowRight');
  await app.keyboard.press('ArrowRight');
  await expect(notes.getByText('Offer returns training in January')).toBeVisible();
  await notes.getByRole('button', { name: 'Start the clock' }).click();
  await expect(notes.getByRole('timer')).toContainText(/0:0[1-9]/);
  await notes.getByRole('button', { name: 'Next page' }).click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Usage');
  await expectAccessible(notes);
});

test('what is said is taken down by keyboard, and wrapping up sets the next date; undo takes it back', async ({
  app,
  frame,
}) => {
  const review = new ReviewPage(app);
  await review.open('Yunji Supply');
  const address = app.url();
  await app.goto(`${address}/presenter`);
  const stated = app.getByLabel('What was said');
  await stated.fill('Pilot in two stores');
  await stated.press('Enter');
  await stated.press('Alt+3');
  await stated.fill('Shen Rui names the stores by tomorrow');
  await expect(app.getByText(/Shen Rui · due/)).toBeVisible();
  await stated.press('Enter');
  await stated.press('Alt+4');
  await stated.fill('Send the pilot plan tomorrow');
  await stated.press('Enter');
  await expect(app.getByRole('listitem').filter({ hasText: 'Send the pilot plan' })).toContainText(
    'Action item',
  );

  await app.getByRole('button', { name: 'Wrap up…' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Next review on').fill('2027-03-03');
  await dialog.getByLabel('Next review on').press('Enter');
  await dialog.getByRole('button', { name: 'Mark as held' }).click();
  await expect(dialog).toBeHidden();

  await app.goto(address);
  await expect(app.getByText(/^held /)).toBeVisible();
  await frame.undo.click();
  await expect(app.getByText(/^held /)).toBeHidden();
  await app.goto(`${address}/meeting`);
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Yunji Supply');
  await app.keyboard.press('End');
  await expect(app.getByText('Pilot in two stores')).toBeVisible();
  await expect(app.getByText(/Shen Rui names the stores/)).toBeVisible();
  await expect(app.getByText('The next review has no date yet.')).toBeVisible();
});
