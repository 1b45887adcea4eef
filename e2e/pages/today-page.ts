import { expect, type Locator, type Page } from '@playwright/test';

/** What needs the CSM today, line by line. */
export class TodayPage {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('grid', { name: /^(Today|今日)$/ });
  }

  line(words: string | RegExp): Locator {
    return this.list.getByRole('row').filter({ hasText: words });
  }

  /** Presses the button in front of the line. */
  async act(words: string | RegExp): Promise<void> {
    await this.line(words).getByRole('button').first().click();
  }

  /** Puts the line off by the choice so named. */
  async putOff(words: string | RegExp, until: RegExp): Promise<void> {
    await this.line(words).getByRole('button').last().click();
    await this.page.getByRole('menuitem', { name: until }).click();
  }

  async isOpen(): Promise<void> {
    await expect(this.list).toBeVisible();
  }
}
