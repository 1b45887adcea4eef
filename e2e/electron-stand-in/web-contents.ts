import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Chromium, Session as DevTools } from './chromium.ts';
import { eventWith, StandInEvent } from './event.ts';
import { ipcMain } from './ipc.ts';
import { downward, pageScript, preloadScript, preloadWorld, upward } from './page-worlds.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';

type WindowOpenHandler = (details: { readonly url: string }) => {
  readonly action: 'allow' | 'deny';
  readonly overrideBrowserWindowOptions?: object;
};
type Paused = {
  readonly requestId: string;
  readonly request: { readonly url: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
};
/** The window the page is in, as far as the page is concerned. */
type Frame = {
  readonly close: () => void;
  readonly isDestroyed: () => boolean;
  /** Another window, for a page that may open one. */
  readonly openAnother: (options: object, address: string) => void;
};
type Size = { readonly width: number; readonly height: number };

/** Chromium once it runs; windows can be made from then on. */
let chromium: Chromium | null = null;

export function provideChromium(started: Chromium): DevTools {
  chromium = started;
  return started.session();
}

/** A page in Chromium, with the events and handlers of Electron's WebContents that the app relies on. */
export class WebContents extends EventEmitter {
  readonly session = session.defaultSession;
  readonly #frame: Frame;
  readonly #opened: Promise<DevTools>;
  readonly #browser: DevTools;
  #target = '';
  #url = '';
  #loading = '';
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  #preloadContext = Promise.withResolvers<number>();

  constructor(frame: Frame, size: Size, preload: string) {
    super();
    if (chromium === null) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#frame = frame;
    this.#browser = chromium.session();
    this.#opened = this.#open(chromium, size, preload);
  }

  get target(): string {
    return this.#target;
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#frame.isDestroyed();
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#opened;
    this.#loading = address;
    const loaded = new Promise((done) => this.once('did-finish-load', done));
    const { origin } = new URL(protocol.toHttp(address));
    await this.session.settlePermissions(this.#browser, address, origin);
    const { errorText } = await page.send('Page.navigate', { url: protocol.toHttp(address) });
    if (errorText) throw new Error(`${errorText} loading '${address}'`);
    await loaded;
  }

  reload(): void {
    this.#loading = this.#url;
    void this.#opened.then((page) => page.send('Page.reload'));
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#toPreload({ channel, args: structuredClone(args) });
  }

  async printToPDF(options: {
    readonly printBackground: boolean;
    readonly preferCSSPageSize: boolean;
  }): Promise<Buffer> {
    const page = await this.#opened;
    const { data } = await page.send('Page.printToPDF', options);
    return Buffer.from(String(data), 'base64');
  }

  close(): void {
    this.#frame.close();
  }

  /** The stand-in's own: ends the page in Chromium. */
  async end(): Promise<void> {
    await this.#opened;
    await this.#browser.send('Target.closeTarget', { targetId: this.#target }).catch(() => {}); // gone already
  }

  async #open(browser: Chromium, { width, height }: Size, preload: string): Promise<DevTools> {
    const { targetId } = await this.#browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    this.#target = targetId;
    const { sessionId } = await this.#browser.send('Target.attachToTarget', { targetId, flatten: true });
    const page = browser.session(sessionId);
    this.#listen(page, browser);
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      page.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      page.send('Runtime.addBinding', { name: upward, executionContextName: preloadWorld }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript }),
      page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadScript(readFileSync(preload, 'utf8')),
        worldName: preloadWorld,
      }),
    ]);
    return page;
  }

  #listen(page: DevTools, browser: Chromium): void {
    page.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = protocol.toApp(frame.url);
    });
    page.on('Page.loadEventFired', () => this.emit('did-finish-load', new StandInEvent()));
    page.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === preloadWorld && context.auxData?.frameId === this.#target)
        this.#preloadContext.resolve(context.id);
    });
    page.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = Promise.withResolvers();
    });
    page.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === upward) void this.#answer(JSON.parse(payload));
    });
    page.on('Fetch.requestPaused', (paused) => void this.#decide(page, paused));
    page.on('Page.windowOpen', ({ url }) => {
      const address = protocol.toApp(url);
      const { action, overrideBrowserWindowOptions = {} } = this.#openHandler({ url: address });
      // Chromium's own popup is closed below: the page gets a window with a preload, as in Electron.
      if (action === 'allow') this.#frame.openAnother(overrideBrowserWindowOptions, address);
    });
    page.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'page')
        void this.#browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
      else void browser.session(sessionId).send('Runtime.runIfWaitingForDebugger');
    });
  }

  async #decide(page: DevTools, paused: Paused): Promise<void> {
    const { requestId } = paused;
    const url = protocol.toApp(paused.request.url);
    const errorReason = this.#staysHere(paused, url)
      ? (await this.session.allows(url))
        ? null
        : 'BlockedByClient'
      : 'Aborted';
    const decision =
      errorReason === null
        ? page.send('Fetch.continueRequest', { requestId })
        : page.send('Fetch.failRequest', { requestId, errorReason });
    await decision.catch(() => {}); // the page left meanwhile
  }

  /** Whether listeners let a navigation happen. One the main process asked for itself is not put to them. */
  #staysHere({ resourceType, frameId, redirectedRequestId }: Paused, url: string): boolean {
    if (resourceType !== 'Document' || url === this.#loading) return true;
    const isMainFrame = frameId === this.#target;
    const event = eventWith({ url, isMainFrame });
    if (redirectedRequestId !== undefined) this.emit('will-redirect', event, url);
    else {
      this.emit('will-frame-navigate', event);
      if (isMainFrame) this.emit('will-navigate', event, url);
    }
    return !event.defaultPrevented;
  }

  async #answer({ question, channel, args }: { question: number; channel: string; args: unknown[] }) {
    const event = { sender: this, senderFrame: { url: this.#url, parent: null } };
    try {
      await this.#toPreload({ answer: question, value: await ipcMain.answer(event, channel, args) });
    } catch (error) {
      await this.#toPreload({
        answer: question,
        error: `Error invoking remote method '${channel}': ${error}`,
      });
    }
  }

  async #toPreload(message: object): Promise<void> {
    const [page, contextId] = await Promise.all([this.#opened, this.#preloadContext.promise]);
    const expression = `${downward}(${JSON.stringify(message)})`;
    await page.send('Runtime.evaluate', { expression, contextId }).catch(() => {}); // the page is gone
  }
}
