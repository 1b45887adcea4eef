import { BrowserWindow, nativeTheme } from 'electron';
import { type Command, commandChannel } from '../desktop.ts';
import { appUrl } from './app-url.ts';
import { pagePreferences } from './page-preferences.ts';

/** The colour behind the page until it has drawn itself: the page's own, so that nothing flashes. */
const paper = { light: '#f6f6f4', dark: '#151513' };

/** The app's one window; on macOS the app lives on when it is closed, and opens it again. */
export class AppWindow {
  #window: BrowserWindow | null = null;
  #loaded: Promise<void> = Promise.resolve();
  readonly #opened: (window: BrowserWindow) => void;

  /** @param opened told of each window made, before its page loads */
  constructor(opened: (window: BrowserWindow) => void) {
    this.#opened = opened;
  }

  /** Opens the window, or brings it forward when it is open. */
  show(): void {
    if (this.#window === null) {
      this.#open();
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Asks something of the page, in front of the user; a page that still loads is waited for. */
  async send(command: Command): Promise<void> {
    this.show();
    await this.#loaded;
    this.#window?.webContents.send(commandChannel, command);
  }

  #open(): void {
    const window = new BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 880,
      minHeight: 560,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
      webPreferences: pagePreferences,
    });
    window.once('ready-to-show', () => window.show());
    window.once('closed', () => {
      this.#window = null;
    });
    this.#window = window;
    this.#opened(window);
    this.#loaded = window.loadURL(appUrl);
  }
}
