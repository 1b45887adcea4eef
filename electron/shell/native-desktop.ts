import path from 'node:path';
import { type BrowserWindow, dialog, Notification } from 'electron';
import type { TFunction } from 'i18next';
import { openLink, reveal } from './outside.ts';
import type { Answers } from './questions.ts';

/** Electron's answers to the page: the system's own dialogs, file manager and notifications. */
export function nativeDesktop(window: BrowserWindow, words: TFunction, documentsFolder: string): Answers {
  const books = { name: words('desktop.books'), extensions: ['tenure'] };
  return {
    chooseBook: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: words('book.file.openTitle'),
        defaultPath: documentsFolder,
        filters: [books, { name: words('desktop.allFiles'), extensions: ['*'] }],
        properties: ['openFile'],
      });
      return filePaths[0] ?? null;
    },
    chooseDestination: async (suggestedName) => {
      const extension = path.extname(suggestedName).slice(1);
      const kind = { name: extension.toUpperCase(), extensions: [extension] };
      const filters = extension === 'tenure' ? [books] : [kind];
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: words('book.file.saveTitle'),
        defaultPath: path.join(documentsFolder, path.basename(suggestedName)),
        filters: extension === '' ? [] : filters, // an attached file may have no extension
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled ? null : filePath;
    },
    reveal: async (file) => reveal(file),
    notify: async (title, body) => new Notification({ title, body }).show(),
    openLink,
  };
}
