import path from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';
import { Failure } from '../db/failure.ts';
import { createApp } from './app.ts';
import { openFirstBook, type Service, startService } from './service.ts';
import { appScheme, isAppUrl } from './shell/app-url.ts';
import { AskedBooks } from './shell/asked-books.ts';
import { offerContextMenu } from './shell/context-menu.ts';
import { reportFaults } from './shell/faults.ts';
import { lockDownPages, lockDownSession } from './shell/lockdown.ts';
import { nativeDesktop } from './shell/native-desktop.ts';
import { answerPage } from './shell/questions.ts';
import { Surroundings } from './shell/surroundings.ts';
import { AppWindow } from './shell/window.ts';

lockDownPages();
reserveScheme();
const asked = new AskedBooks(app, process.argv, process.cwd());
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit(); // the first start hears of it and comes forward

async function start(): Promise<void> {
  const service = await startService({
    dataFolder: app.getPath('userData'),
    documentsFolder: app.getPath('documents'),
    version: app.getVersion(),
    systemLanguage: app.getLocale().startsWith('zh') ? 'zh-CN' : 'en',
    hasSaveDialog: true,
  });
  const surroundings = new Surroundings(service.systemLanguage, (command) => void window.send(command));
  const window = new AppWindow(({ webContents }) => offerContextMenu(webContents, () => surroundings.labels));

  reportFaults(service.log, () => surroundings.labels);
  lockDownSession(session.defaultSession);
  serveApp(service);
  answerPage(
    ipcMain,
    (asking) => nativeDesktop(asking, surroundings.labels, service),
    ({ sender }) => BrowserWindow.fromWebContents(sender),
  );
  await surroundings.follow(service.settings);
  await openBookAndWindow(service, window);
  stayOrQuit(window);
  closeBookAtTheEnd(service);
}

/** The app's pages have a scheme of their own, with the rights of a web site and nothing more. */
function reserveScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

function serveApp(service: Service): void {
  const handle = createApp({ service, rendererRoot: path.join(import.meta.dirname, '../renderer') });
  protocol.handle(appScheme, async (request) =>
    isAppUrl(request.url) ? handle(request) : new Response('not found', { status: 404 }),
  );
}

/** A book that does not open leaves none open, and the page says why. */
async function openBookAndWindow(service: Service, window: AppWindow): Promise<void> {
  const first = asked.startWith((file) => {
    if (file === null) window.show();
    else void window.send({ name: 'open-recent', path: file });
  });
  const failure = await openFirstBook(service, first);
  if (failure !== null && !(failure instanceof Failure)) await service.log.error(failure, 'first book');
  window.show();
}

function stayOrQuit(window: AppWindow): void {
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit(); // where an app lives on without a window
  });
}

/** Quitting waits until the book is backed up and closed. */
function closeBookAtTheEnd(service: Service): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void service.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
