import { expect, type Page } from '@playwright/test';
import { Frame } from './frame.ts';

/** The settings of the open book and of the app. */
export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Gives the book another name; returns when it is saved. */
  async rename(name: string): Promise<void> {
    const frame = new Frame(this.page);
    await frame.isReady();
    await frame.go('Settings');
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(frame.bookMenu).toContainText(name);
  }
}
