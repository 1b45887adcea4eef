import { expect, type Locator, type Page } from '@playwright/test';

/** The list of assessments and the dialog that starts one. */
export class AssessmentList {
  readonly page: Page;
  readonly grid: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: /^(Maturity|成熟度)$/ });
  }

  async start(model: string, company: string): Promise<Workshop> {
    await this.page.getByRole('button', { name: 'New assessment' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'New assessment' });
    await dialog.getByRole('radio', { name: new RegExp(`^${model}`) }).check();
    await dialog.getByRole('combobox', { name: 'Company' }).fill(company);
    await dialog.getByRole('button', { name: 'Start' }).click();
    const workshop = new Workshop(this.page);
    await expect(workshop.levels.first()).toBeVisible();
    return workshop;
  }

  /** Opens the latest assessment of a subject. */
  async open(subject: string): Promise<void> {
    await this.grid.getByRole('link', { name: subject, exact: true }).first().click();
  }
}

/** One question at a time. */
export class Workshop {
  readonly page: Page;
  readonly question: Locator;
  readonly levels: Locator;
  readonly evidence: Locator;
  readonly saved: Locator;

  constructor(page: Page) {
    this.page = page;
    this.question = page.getByRole('article').getByRole('heading', { level: 2 }).first();
    this.levels = page.getByRole('article').locator('button[aria-pressed]');
    this.evidence = page.getByRole('textbox', { name: 'Evidence' });
    this.saved = page.getByText('saved', { exact: true });
  }

  /** The level chosen of the question on screen is pressed in, and in the book. */
  async expectLevel(level: number): Promise<void> {
    await expect(this.levels.nth(level - 1)).toHaveAttribute('aria-pressed', 'true');
    await expect(this.saved).toBeVisible();
  }

  /** Answers this question and all after it by keyboard. */
  async answerAll(levels: readonly number[]): Promise<void> {
    for (const [at, level] of levels.entries()) {
      await this.page.keyboard.press(String(level));
      await this.expectLevel(level);
      if (at < levels.length - 1) {
        const asked = await this.question.textContent();
        await this.page.keyboard.press('Enter');
        await expect(this.question).not.toHaveText(asked ?? '');
      }
    }
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Finish' }).click();
    await expect(this.page.getByRole('region', { name: 'Overall' })).toBeVisible();
  }
}
