import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { StandInEvent } from './event.ts';
import { WebContents } from './web-contents.ts';

type Options = {
  readonly width?: number;
  readonly height?: number;
  readonly show?: boolean;
  readonly webPreferences?: {
    readonly preload?: string;
    readonly sandbox?: boolean;
    readonly contextIsolation?: boolean;
    readonly nodeIntegration?: boolean;
    readonly webviewTag?: boolean;
  };
};

const windows = new Set<BrowserWindow>();

/** A window: a page of Chromium and what Electron keeps about its frame. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  #isVisible: boolean;
  #isMinimized = false;

  constructor({ width = 800, height = 600, show = true, webPreferences = {} }: Options = {}) {
    super();
    refuseOpenPages(webPreferences);
    this.#isVisible = show;
    this.webContents = new WebContents(this, { width, height }, webPreferences.preload ?? '');
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    windows.add(this);
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
    app.emit('browser-window-created', new StandInEvent(), this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...windows].at(-1) ?? null;
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  openAnother(options: Options, address: string): void {
    void new BrowserWindow(options).loadURL(address);
  }

  isDestroyed(): boolean {
    return !windows.has(this);
  }

  close(): void {
    void this.leave();
  }

  /** The stand-in's own: closes as `close` does, and tells when the page is gone, or stays. */
  async leave(): Promise<void> {
    const event = new StandInEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    const gone = new Promise((done) => this.once('closed', done));
    await this.webContents.end();
    await gone;
  }

  destroy(): void {
    void this.webContents.end();
    this.forget();
  }

  /** The stand-in's own: the page is gone, whoever ended it. */
  forget(): void {
    if (!windows.delete(this)) return;
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (windows.size > 0 || app.isQuitting) return;
    if (!app.emit('window-all-closed')) app.quit();
  }
}

/** The app must ask for what the security of its pages rests on; a default that changed would go unseen here. */
function refuseOpenPages(preferences: NonNullable<Options['webPreferences']>): void {
  const { sandbox, contextIsolation, nodeIntegration, webviewTag } = preferences;
  if (!sandbox || !contextIsolation || nodeIntegration !== false || webviewTag !== false)
    throw new Error('the stand-in opens sandboxed, isolated pages without Node and guests only');
}
