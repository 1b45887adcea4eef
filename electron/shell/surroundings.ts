import { Menu, nativeTheme } from 'electron';
import type { TFunction } from 'i18next';
import type { Language } from '../../db/types/language.ts';
import type { Command } from '../desktop.ts';
import { messagesIn } from '../messages.ts';
import type { Settings, SettingsFile } from '../settings.ts';
import { menuTemplate } from './menu.ts';

/** What surrounds the page and follows the settings: the menu in the user's language with the latest books, light or dark. */
export class Surroundings {
  readonly #send: (command: Command) => void;
  readonly #systemLanguage: Language;
  #labels: TFunction;

  constructor(systemLanguage: Language, send: (command: Command) => void) {
    this.#send = send;
    this.#systemLanguage = systemLanguage;
    this.#labels = messagesIn(systemLanguage);
  }

  get labels(): TFunction {
    return this.#labels;
  }

  async follow(file: SettingsFile): Promise<void> {
    file.onChange((settings) => this.#show(settings));
    this.#show(await file.read());
  }

  #show(settings: Settings): void {
    const language = settings.language ?? this.#systemLanguage;
    this.#labels = messagesIn(language);
    nativeTheme.themeSource = settings.theme;
    const template = menuTemplate({
      labels: this.#labels,
      language,
      recentBooks: settings.recentBooks,
      platform: process.platform,
      send: this.#send,
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}
