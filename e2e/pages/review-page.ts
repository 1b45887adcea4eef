import { expect, type Locator, type Page } from '@playwright/test';
import { exportAs } from './export-menu.ts';
import { Frame } from './frame.ts';

/** A review being prepared, in English. */
export class ReviewPage {
  readonly page: Page;
  readonly ready: Locator;
  readonly missing: Locator;
  #isAnswered = false;

  constructor(page: Page) {
    this.page = page;
    this.ready = page.getByText(/^Ready \d+$/);
    this.missing = page.getByRole('region', { name: 'Still missing' });
  }

  /** Opens the review that is in preparation. */
  async open(account: string): Promise<void> {
    await new Frame(this.page).go('Reviews');
    const open = this.page.getByRole('region', { name: 'In preparation' });
    await open.getByRole('link', { name: account }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(account);
  }

  async section(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  /** Presses the button beside what is missing. */
  async fix(gap: RegExp): Promise<void> {
    const more = this.missing.getByRole('button', { name: /more$/ });
    if (await more.isVisible()) await more.click();
    await this.missing.locator('div', { hasText: gap }).last().getByRole('button').click();
  }

  async exportAs(form: string, version: string): Promise<void> {
    await exportAs(this.page, form, version);
    if (version.startsWith('For the customer') && !this.#isAnswered) await this.goAhead();
  }

  /** Says once why the review goes out although rules of honesty are open. */
  async goAhead(): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    const answer = dialog.getByLabel('Why it goes out as it is');
    await answer.fill('A draft to look at together');
    await answer.press('Enter');
    await expect(dialog.getByLabel('Why it goes out as it is')).toBeHidden();
    this.#isAnswered = true;
  }

  async score(): Promise<number> {
    return Number((await this.ready.textContent())?.replace(/\D/g, ''));
  }

  /** Fills the dialog on screen by its labels and saves it. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    for (const [label, text] of Object.entries(fields))
      await dialog.getByLabel(label, { exact: true }).fill(text);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }
}
