import type { Session as DevTools } from './chromium.ts';

type Decide = (isGranted: boolean) => void;
type RequestHandler = (
  contents: null,
  permission: string,
  decide: Decide,
  details: { requestingUrl: string },
) => void;
type CheckHandler = (
  contents: null,
  permission: string,
  origin: string,
  details: { requestingUrl: string },
) => boolean;
type BeforeRequest = (details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void;

/** Chromium's names of the permissions Electron asks about. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
};

/** What holds for all pages. Without handlers Electron grants everything, and so does this. */
class Session {
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #beforeRequest: BeforeRequest | null = null;
  readonly webRequest = {
    onBeforeRequest: (handler: BeforeRequest) => {
      this.#beforeRequest = handler;
    },
  };

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }

  setDevicePermissionHandler(): void {}

  setSpellCheckerEnabled(): void {}

  /** The stand-in's own: whether a request may go out. */
  async allows(url: string): Promise<boolean> {
    const handler = this.#beforeRequest;
    if (handler === null) return true;
    return new Promise((allowed) => handler({ url }, ({ cancel }) => allowed(!cancel)));
  }

  /** The stand-in's own: asks the handlers about each permission once, and has Chromium keep to the answers. */
  async settlePermissions(browser: DevTools, page: string, origin: string): Promise<void> {
    for (const [permission, names] of Object.entries(permissions)) {
      const setting = (await this.#grants(permission, page)) ? 'granted' : 'denied';
      for (const name of names)
        await browser.send('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }

  async #grants(permission: string, page: string): Promise<boolean> {
    const details = { requestingUrl: page };
    const { promise, resolve } = Promise.withResolvers<boolean>();
    if (this.#request === null) resolve(true);
    else this.#request(null, permission, resolve, details);
    return (this.#check?.(null, permission, page, details) ?? true) && (await promise);
  }
}

export const session = { defaultSession: new Session() };
