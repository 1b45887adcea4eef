import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog, Notification, nativeTheme, shell } from './desktop-parts.ts';
import { ipcMain } from './ipc.ts';
import { Menu, MenuItem } from './menu.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import type { WebContents } from './web-contents.ts';

const webContents = {
  fromDevToolsTargetId: (target: string): WebContents | undefined =>
    BrowserWindow.getAllWindows().find((window) => window.webContents.target === target)?.webContents,
};

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  Notification,
  protocol,
  session,
  shell,
  webContents,
};

/** What `import { … } from 'electron'` finds, and what `require('electron')` gives to Playwright. */
export {
  app,
  BrowserWindow,
  dialog,
  electron as 'module.exports',
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  protocol,
  session,
  shell,
  webContents,
};
