import { expect, type Locator, type Page } from '@playwright/test';

/** What surrounds every screen: the book's name and menu, sections, undo, language, notices. In either language. */
export class Frame {
  readonly page: Page;
  readonly bookMenu: Locator;
  readonly sampleMark: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly notices: Locator;

  constructor(page: Page) {
    this.page = page;
    const bar = page.getByRole('banner');
    this.bookMenu = bar.getByRole('button', { name: /(Book menu|客户簿菜单)$/ });
    this.sampleMark = bar.getByText(/^(Sample book|示例客户簿)$/);
    this.undo = bar.getByRole('button', { name: /^(Undo: |Nothing to undo|撤销：|没有可撤销)/ });
    this.redo = bar.getByRole('button', { name: /^(Redo: |Nothing to redo|重做：|没有可重做)/ });
    this.notices = page.getByRole('status');
  }

  /** Waits until the app shows a book, or says that none is open. */
  async isReady(): Promise<void> {
    await expect(this.bookMenu).toBeVisible();
    await expect(this.page.getByRole('main')).not.toBeEmpty();
  }

  async fromBookMenu(label: string | RegExp): Promise<void> {
    await this.bookMenu.click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }

  /** Goes to an area, in the menu or behind "More". */
  async go(area: string): Promise<void> {
    const menu = this.page.getByRole('navigation', { name: /^(Areas|功能区)$/ });
    const more = menu.getByRole('button', { name: /^(More|更多)$/ });
    const link = menu.getByRole('link', { name: area });
    await expect(more).toBeVisible(); // the menu is complete
    if (await link.isVisible()) return link.click();
    await more.click();
    await this.page.getByRole('menuitem', { name: area }).click();
  }

  /** Puts every area into the menu. In English. */
  async showAllAreas(): Promise<void> {
    await this.go('Settings');
    await this.page.getByRole('button', { name: 'Show all' }).click();
    await expect(this.page.getByRole('navigation').getByRole('link', { name: 'History' })).toBeVisible();
  }

  async speak(language: 'EN' | '中文'): Promise<void> {
    await this.page.getByRole('banner').getByText(language, { exact: true }).click();
  }
}
