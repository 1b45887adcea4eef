import { app, dialog } from 'electron';
import type { TFunction } from 'i18next';
import type { Log } from '../log.ts';

/**
 * What nobody foresaw: written to the log and said; the app goes on. Every change was on the disk when it was
 * acknowledged, so there is nothing to save in a hurry, and half a form typed in is not lost.
 */
export function reportFaults(log: Log, labels: () => TFunction): void {
  const report = (error: unknown, where: string) => {
    void log.error(error, where);
    const t = labels();
    dialog.showErrorBox(t('app.fault.title'), t('app.fault.teach', { file: log.file }));
  };
  process.on('uncaughtException', (error) => report(error, 'main process'));
  process.on('unhandledRejection', (error) => report(error, 'main process'));
  app.on('render-process-gone', (_event, contents, { reason }) => {
    if (reason === 'clean-exit') return;
    report(`page gone: ${reason}`, contents.getURL()); // waits for OK, so that a page that dies at once is not reloaded for ever
    contents.reload();
  });
}
