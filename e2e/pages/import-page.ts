import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';

/** The way from a file to rows in the book. In English. */
export class ImportPage {
  readonly page: Page;
  readonly check: Locator;
  readonly outcome: Locator;

  constructor(page: Page) {
    this.page = page;
    this.check = page.getByRole('button', { name: 'Check the rows' });
    this.outcome = page.getByText(/^Imported /);
  }

  /** Goes to the screen and hands it a file. */
  async choose(file: { name: string; content: string | Buffer }): Promise<void> {
    await new Frame(this.page).fromBookMenu('Import accounts…');
    await this.page.locator('input[type=file]').setInputFiles({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(file.content),
    });
  }

  /** The field a column goes into. */
  field(column: string): Locator {
    return this.page.getByRole('row', { name: column }).locator('.ant-select');
  }

  count(kind: 'New' | 'Changed' | 'Unchanged' | 'Skipped'): Locator {
    return this.page
      .locator('dt', { hasText: new RegExp(`^${kind}$`) })
      .locator('xpath=following-sibling::dd');
  }

  async write(): Promise<void> {
    await this.page.getByRole('button', { name: /^Import \d+ rows?$/ }).click();
    await expect(this.outcome).toBeVisible();
  }
}
