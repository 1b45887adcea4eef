import type { Page } from '@playwright/test';

/** Chooses a file in the export menu by its form and version. */
export async function exportAs(page: Page, form: string, version: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  const group = page.getByRole('menu').locator('li', { has: page.getByText(form, { exact: true }) });
  await group.getByRole('menuitem', { name: version }).click();
}
