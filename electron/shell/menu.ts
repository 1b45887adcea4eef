import path from 'node:path';
import type { MenuItemConstructorOptions as Item } from 'electron';
import type { TFunction } from 'i18next';
import type { Language } from '../../db/types/language.ts';
import type { Command, PlainCommand } from '../desktop.ts';

type MenuFacts = {
  readonly labels: TFunction;
  readonly language: Language;
  /** The latest books first. */
  readonly recentBooks: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly send: (command: Command) => void;
};

/** The menu bar. What it does is done by the page, so that a menu, a key and a button are one action. */
export function menuTemplate(facts: MenuFacts): Item[] {
  const isMac = facts.platform === 'darwin';
  const { labels } = facts;
  const action = (name: PlainCommand, label: string, more: Item = {}): Item => ({
    id: name,
    label,
    click: () => facts.send({ name }),
    ...more,
  });
  /** Keys the page hears itself, in every host: shown here, and not registered where that can be helped. */
  const pageKey = (accelerator: string): Item => ({ accelerator, registerAccelerator: false });
  const about = action('about', labels('menu.about'));

  const file: Item[] = [
    action('new-book', labels('book.new'), { accelerator: 'CmdOrCtrl+N' }),
    action('open-book', labels('book.open'), { accelerator: 'CmdOrCtrl+O' }),
    { id: 'recent', label: labels('book.recent'), submenu: recentItems(facts) },
    { type: 'separator' },
    action('import', labels('book.import'), { accelerator: 'CmdOrCtrl+I' }),
    action('save-copy', labels('book.saveCopy'), { accelerator: 'CmdOrCtrl+Shift+S' }),
    { type: 'separator' },
    action('close-book', labels('book.close'), { accelerator: 'CmdOrCtrl+Shift+W' }),
    isMac
      ? { role: 'close', label: labels('menu.closeWindow') }
      : { role: 'quit', label: labels('menu.quit'), accelerator: 'CmdOrCtrl+Q' },
  ];
  const edit: Item[] = [
    action('undo', labels('menu.undo'), pageKey('CmdOrCtrl+Z')),
    action('redo', labels('menu.redo'), pageKey(isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y')),
    { type: 'separator' },
    { role: 'cut', label: labels('menu.cut') },
    { role: 'copy', label: labels('menu.copy') },
    { role: 'paste', label: labels('menu.paste') },
    { role: 'selectAll', label: labels('menu.selectAll') },
    { type: 'separator' },
    action('find', labels('menu.find'), pageKey('CmdOrCtrl+K')),
  ];
  const view: Item[] = [
    { id: 'language', label: labels('app.language'), submenu: languageItems(facts) },
    { type: 'separator' },
    { role: 'resetZoom', label: labels('menu.actualSize') },
    { role: 'zoomIn', label: labels('menu.zoomIn') },
    { role: 'zoomOut', label: labels('menu.zoomOut') },
    { type: 'separator' },
    { role: 'togglefullscreen', label: labels('menu.fullScreen') },
  ];
  return [
    ...(isMac ? [macAppMenu(labels, about)] : []),
    { label: labels('menu.file'), submenu: file },
    { label: labels('menu.edit'), submenu: edit },
    { label: labels('menu.view'), submenu: view },
    ...(isMac ? [{ role: 'windowMenu', label: labels('menu.window') } as const] : []),
    ...(isMac ? [] : [{ label: labels('menu.help'), submenu: [about] }]),
  ];
}

function recentItems({ recentBooks, labels, send }: MenuFacts): Item[] {
  if (recentBooks.length === 0) return [{ label: labels('menu.noRecent'), enabled: false }];
  return recentBooks.map((file) => ({
    label: escapeMnemonic(`${path.basename(file, '.tenure')} — ${path.dirname(file)}`),
    click: () => send({ name: 'open-recent', path: file }),
  }));
}

/** Each language is named in itself: who cannot read the menu must still find it. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

function languageItems({ language, send }: MenuFacts): Item[] {
  return Object.entries(ownNames).map(([key, label]) => ({
    id: `language-${key}`,
    label,
    type: 'radio',
    checked: key === language,
    click: () => send({ name: 'speak', language: key as Language }),
  }));
}

function macAppMenu(labels: TFunction, about: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      about,
      { type: 'separator' },
      { role: 'services', label: labels('menu.services') },
      { type: 'separator' },
      { role: 'hide', label: labels('menu.hide') },
      { role: 'hideOthers', label: labels('menu.hideOthers') },
      { role: 'unhide', label: labels('menu.showAll') },
      { type: 'separator' },
      { role: 'quit', label: labels('menu.quit') },
    ],
  };
}

/** A lone & marks the letter that Alt picks; in a file's name it is only an ampersand. */
function escapeMnemonic(text: string): string {
  return text.replaceAll('&', '&&');
}
