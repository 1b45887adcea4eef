import { expect, type Locator, type Page } from '@playwright/test';

/** The list of accounts, with the selected one beside. In English. */
export class AccountListPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly panel: Locator;
  readonly filterText: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page
      .getByRole('grid', { name: 'Accounts' })
      .or(page.getByRole('treegrid', { name: 'Accounts' }));
    this.panel = page.getByRole('complementary', { name: 'Selected account' });
    this.filterText = page.getByRole('textbox', { name: /^Filter by name/ });
  }

  /** Goes to the list and waits for its accounts. */
  async visit(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Book' }).click();
    await expect(this.grid.locator('tr[data-line]').first()).toContainText(/\S/);
  }

  row(name: string): Locator {
    return this.grid.getByRole('row', { name: new RegExp(name) });
  }

  /** The names in sight, from top to bottom. */
  async names(): Promise<string[]> {
    return this.grid.locator('tr[data-line] td[data-column="name"]').allInnerTexts();
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole('columnheader', { name: column }).getByRole('button').click();
  }

  async groupBy(property: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Group: / }).click();
    await this.page.getByRole('menuitem', { name: property, exact: true }).click();
  }

  async add(name: string): Promise<void> {
    await this.page.locator('header').getByRole('button', { name: 'Account', exact: true }).click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByRole('button', { name: 'Add the account' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  async open(name: string): Promise<void> {
    await this.row(name).dblclick();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
}

/** One account's page. In English. */
export class AccountPage {
  readonly page: Page;
  readonly contracts: Locator;
  readonly contacts: Locator;
  readonly timeline: Locator;

  constructor(page: Page) {
    this.page = page;
    this.contracts = page.getByRole('region', { name: 'Contracts' });
    this.contacts = page.getByRole('region', { name: 'Contacts' });
    this.timeline = page.getByRole('region', { name: 'Timeline' });
  }

  /** Goes to a tab, such as `People`. */
  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async addContract(facts: {
    product: string;
    amount: string;
    startOn: string;
    endOn: string;
  }): Promise<void> {
    await this.tab('Contracts');
    await this.contracts.getByRole('button', { name: 'Add contract' }).click();
    await this.contracts.getByLabel('Product').fill(facts.product);
    await this.contracts.getByLabel('Amount per billing period').fill(facts.amount);
    await this.typeDate('Start', facts.startOn);
    await this.typeDate('Last day', facts.endOn);
    await this.contracts.getByRole('button', { name: 'Save' }).click();
  }

  async typeDate(label: string, date: string): Promise<void> {
    const field = this.contracts.getByLabel(label);
    await field.fill(date);
    await field.press('Enter');
  }

  async note(text: string): Promise<void> {
    await this.tab('Overview');
    await this.page.getByRole('textbox', { name: 'What was said, what was agreed' }).fill(text);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.timeline.getByRole('listitem').filter({ hasText: text })).toBeVisible();
  }

  /** The account on one page of paper, such as `Internal, English`; the card is its only article. */
  async onPaper(version: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'One-pager' }).click();
    await this.page.getByRole('menuitem', { name: version }).first().click(); // paper stands before the workbook
    await expect(this.page).toHaveURL(/\/card\?/);
    return this.page.getByRole('article');
  }

  async choose(action: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }
}
