import { expect, type Locator, type Page } from '@playwright/test';

/** A handoff on screen: the delivery list and what is decided over it. In English. */
export class HandoffPage {
  readonly page: Page;
  readonly score: Locator;
  readonly sections: Locator;

  constructor(page: Page) {
    this.page = page;
    this.score = page.getByRole('region', { name: 'Score' });
    this.sections = page.getByRole('navigation', { name: 'Sections of the delivery list' });
  }

  /** Opens the handoff of an account from the list. */
  async open(account: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Handoffs' }).click();
    await this.page.getByRole('treegrid', { name: 'Handoffs' }).getByRole('link', { name: account }).click();
    await expect(this.score).toBeVisible();
  }

  /** Begins a handoff for an account that need not be in the book. */
  async begin(account: string, seller: string, kind?: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Handoffs' }).click();
    await this.page.getByRole('button', { name: 'New handoff' }).click();
    const dialog = this.page.getByRole('dialog');
    if (kind) await dialog.getByText(kind, { exact: true }).click();
    await dialog.getByLabel('Account').fill(account);
    await dialog.getByLabel('Handed over by').fill(seller);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(this.score).toBeVisible();
  }

  async goToSection(name: string): Promise<void> {
    await this.sections.getByRole('button', { name }).click();
  }

  /** The input of a field of the section in view. */
  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  /** The radio buttons 0 to 3 of a field. */
  quality(label: string): Locator {
    return this.page.getByRole('group', { name: `Quality: ${label}` });
  }

  async expectScore(score: number): Promise<void> {
    await expect(this.score.getByRole('strong')).toHaveText(String(score));
  }

  async expectState(state: string): Promise<void> {
    await expect(this.page.getByRole('main').getByText(state, { exact: true }).first()).toBeVisible();
  }

  async does(button: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: button }).click();
  }
}
