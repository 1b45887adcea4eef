import { app, type Session, type WebContents } from 'electron';
import { isAppUrl, isPresenterUrl } from './app-url.ts';
import { openLink } from './outside.ts';
import { pagePreferences } from './page-preferences.ts';
import { isPermitted } from './permission.ts';

/** What no page may do, whatever runs in it. To be called before the app is ready. */
export function lockDownPages(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => keepInside(contents));
}

/** A page stays on the app's own addresses, opens no window but the presenter's notes, and holds no guests. */
function keepInside(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isPresenterUrl(url))
      return {
        action: 'allow',
        overrideBrowserWindowOptions: { autoHideMenuBar: true, webPreferences: pagePreferences },
      };
    void openLink(url); // what a link with target=_blank means: elsewhere
    return { action: 'deny' };
  });
}

/** Permissions are denied but for a few, and no request leaves the app: the book is nobody else's business. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isPermitted(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false); // its dictionaries are fetched from a server
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !staysInside(url) }));
}

/** Besides the app's own: what a page makes in memory, and the developer tools' own pages. */
function staysInside(url: string): boolean {
  return isAppUrl(url) || /^(data|blob|devtools):/.test(url);
}
