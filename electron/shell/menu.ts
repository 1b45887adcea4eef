import path from 'node:path';
import type { MenuItemConstructorOptions as Item } from 'electron';
import type { TFunction } from 'i18next';
import type { Language } from '../../db/types/language.ts';
import type { Command, PlainCommand } from '../desktop.ts';

type MenuFacts = {
  readonly words: TFunction;
  readonly language: Language;
  /** The latest books first. */
  readonly recentBooks: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly send: (command: Command) => void;
};

/** The menu bar. What it does is done by the page, so that a menu, a key and a button are one action. */
export function menuTemplate(facts: MenuFacts): Item[] {
  const isMac = facts.platform === 'darwin';
  const { words } = facts;
  const action = (name: PlainCommand, label: string, more: Item = {}): Item => ({
    id: name,
    label,
    click: () => facts.send({ name }),
    ...more,
  });
  /** Keys the page hears itself, in every host: shown here, and not registered where that can be helped. */
  const pageKey = (accelerator: string): Item => ({ accelerator, registerAccelerator: false });
  const about = action('about', words('menu.about'));

  const file: Item[] = [
    action('new-book', words('book.new'), { accelerator: 'CmdOrCtrl+N' }),
    action('open-book', words('book.open'), { accelerator: 'CmdOrCtrl+O' }),
    { id: 'recent', label: words('book.recent'), submenu: recentItems(facts) },
    { type: 'separator' },
    action('import', words('book.import'), { accelerator: 'CmdOrCtrl+I' }),
    action('save-copy', words('book.saveCopy'), { accelerator: 'CmdOrCtrl+Shift+S' }),
    { type: 'separator' },
    action('close-book', words('book.close'), { accelerator: 'CmdOrCtrl+Shift+W' }),
    isMac
      ? { role: 'close', label: words('menu.closeWindow') }
      : { role: 'quit', label: words('menu.quit'), accelerator: 'CmdOrCtrl+Q' },
  ];
  const edit: Item[] = [
    action('undo', words('menu.undo'), pageKey('CmdOrCtrl+Z')),
    action('redo', words('menu.redo'), pageKey(isMac ? 'Shift+Cmd+Z' : 'Ctrl+Y')),
    { type: 'separator' },
    { role: 'cut', label: words('menu.cut') },
    { role: 'copy', label: words('menu.copy') },
    { role: 'paste', label: words('menu.paste') },
    { role: 'selectAll', label: words('menu.selectAll') },
    { type: 'separator' },
    action('find', words('menu.find'), pageKey('CmdOrCtrl+K')),
  ];
  const view: Item[] = [
    { id: 'language', label: words('app.language'), submenu: languageItems(facts) },
    { type: 'separator' },
    { role: 'resetZoom', label: words('menu.actualSize') },
    { role: 'zoomIn', label: words('menu.zoomIn') },
    { role: 'zoomOut', label: words('menu.zoomOut') },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words('menu.fullScreen') },
  ];
  return [
    ...(isMac ? [macAppMenu(words, about)] : []),
    { label: words('menu.file'), submenu: file },
    { label: words('menu.edit'), submenu: edit },
    { label: words('menu.view'), submenu: view },
    ...(isMac ? [{ role: 'windowMenu', label: words('menu.window') } as const] : []),
    ...(isMac ? [] : [{ label: words('menu.help'), submenu: [about] }]),
  ];
}

function recentItems({ recentBooks, words, send }: MenuFacts): Item[] {
  if (recentBooks.length === 0) return [{ label: words('menu.noRecent'), enabled: false }];
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

function macAppMenu(words: TFunction, about: Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      about,
      { type: 'separator' },
      { role: 'services', label: words('menu.services') },
      { type: 'separator' },
      { role: 'hide', label: words('menu.hide') },
      { role: 'hideOthers', label: words('menu.hideOthers') },
      { role: 'unhide', label: words('menu.showAll') },
      { type: 'separator' },
      { role: 'quit', label: words('menu.quit') },
    ],
  };
}

/** A lone & marks the letter that Alt picks; in a file's name it is only an ampersand. */
function escapeMnemonic(text: string): string {
  return text.replaceAll('&', '&&');
}
