import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AssessmentList } from './pages/assessment-pages.ts';

test('a check answered by figures comes to its level, typed or taken from the book', async ({
  app,
  frame,
}) => {
  await frame.go('Maturity');
  const workshop = await new AssessmentList(app).start('CS readiness', 'Lumen Holding');
  const figures = app.getByRole('region', { name: 'Figures' });
  const reached = figures.getByRole('spinbutton', { name: 'customers with a goal reached' });
  await reached.fill('1');
  await figures.getByRole('spinbutton', { name: 'customers in contract' }).fill('2');
  await figures.getByRole('spinbutton', { name: 'customers in contract' }).press('Enter');
  await workshop.expectLevel(3); // the mark of 50 % is reached
  await expect(figures).toContainText('= 50%');

  await app.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(figures).toContainText('= –');
  await figures.getByRole('button', { name: /^Take from the book/ }).click();
  await workshop.expectLevel(1);
  await expect(reached).toHaveValue('2'); // of ten in the sample book
  await expect(figures).toContainText('= 20%');
  await expectAccessible(app);
});

test('a checklist shows its flows and what is missing for the next tier', async ({ app, frame }) => {
  await frame.go('Maturity');
  const { grid } = new AssessmentList(app);
  await grid
    .getByRole('row', { name: /Product–value collaboration/ })
    .first()
    .getByRole('link')
    .click();
  await expect(app.getByRole('region', { name: 'Overall' })).toContainText('Product alone');
  const issueFlow = app.getByRole('region', { name: 'Issue flow' });
  await expect(issueFlow.getByRole('listitem')).toHaveCount(5);
  await expect(issueFlow.getByRole('listitem').nth(2)).toContainText('Partly');
  const missing = app.getByRole('region', { name: /^Missing for/ });
  await expect(missing.getByRole('listitem')).toHaveCount(1);
  await expect(missing).toContainText('Linked to customers');
  await expectAccessible(app);
});

test('the portfolio lays everyone assessed side by side, beside the median', async ({ app, frame }) => {
  await frame.go('Maturity');
  await app.getByRole('button', { name: 'Portfolio' }).click();
  const grid = app.getByRole('grid', { name: 'Portfolio' });
  await expect(grid.getByRole('link')).toHaveCount(5);
  await expect(app.getByText('Median of 5:')).toBeVisible();
  await grid.getByRole('columnheader', { name: 'Overall' }).click();
  await expect(grid.getByRole('link').first()).toHaveText('Nanfeng Apparel');
  await expectAccessible(app);
  await grid.getByRole('link', { name: 'Harbor Retail Group' }).click();
  await expect(app.getByRole('region', { name: 'Overall' })).toContainText('Capped.');
});
