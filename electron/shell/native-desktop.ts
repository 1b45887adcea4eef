import path from 'node:path';
import { type BrowserWindow, dialog, Notification } from 'electron';
import type { TFunction } from 'i18next';
import { replaceFile } from '../replace-file.ts';
import type { Service } from '../service.ts';
import { openLink, reveal } from './outside.ts';
import type { Answers } from './questions.ts';

/** Electron's answers to the page: the system's own dialogs, file manager and notifications. */
export function nativeDesktop(
  window: BrowserWindow,
  labels: TFunction,
  { documentsFolder, destinations }: Pick<Service, 'documentsFolder' | 'destinations'>,
): Answers {
  const books = { name: labels('desktop.books'), extensions: ['tenure'] };
  const chooseDestination = async (suggestedName: string) => {
    const extension = path.extname(suggestedName).slice(1);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: labels('book.file.saveTitle'),
      defaultPath: path.join(documentsFolder, path.basename(suggestedName)),
      filters:
        extension === 'tenure' ? [books] : [{ name: extension.toUpperCase(), extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled) return null;
    destinations.remember(filePath);
    if (extension === 'tenure') destinations.remember(`${filePath}.tenure`); // a name typed without its ending gets it
    return filePath;
  };
  return {
    chooseBook: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: labels('book.file.openTitle'),
        defaultPath: documentsFolder,
        filters: [books, { name: labels('desktop.allFiles'), extensions: ['*'] }],
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },
    chooseDestination,
    print: async (suggestedName) => {
      const file = await chooseDestination(suggestedName);
      if (file === null) return null;
      // The page's own @page rule says size, margins and page numbers, as it does in a browser.
      await replaceFile(
        file,
        await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }),
      );
      return file;
    },
    reveal: async (file) => reveal(file),
    notify: async (title, body) => new Notification({ title, body }).show(),
    openLink,
  };
}
