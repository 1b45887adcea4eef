import i18next, { type TFunction } from 'i18next';
import { type Language, languages } from '../db/types/language.ts';
import en from '../renderer/i18n/en.json' with { type: 'json' };
import chinese from '../renderer/i18n/zh-CN.json' with { type: 'json' };

const catalogs: Readonly<Record<Language, object>> = { en, 'zh-CN': chinese };
const ready = new Map<Language, TFunction>();

/** The words of a language, the same on screen, in files, in the menu and on the command line. */
export function messagesIn(language: Language): TFunction {
  let labels = ready.get(language);
  if (!labels) {
    const instance = i18next.createInstance({
      lng: language,
      fallbackLng: false,
      supportedLngs: [...languages],
      resources: { [language]: { translation: catalogs[language] } },
      interpolation: { escapeValue: false },
      initAsync: false,
    });
    void instance.init();
    labels = instance.t;
    ready.set(language, labels);
  }
  return labels;
}
