import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../../db/types/language.ts';
import en from '../i18n/en.json';
import chinese from '../i18n/zh-CN.json';

/** Starts the words of the page in a language; both are in the package, so that switching needs nothing from outside. */
export async function startWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...languages],
    resources: { en: { translation: en }, 'zh-CN': { translation: chinese } },
    interpolation: { escapeValue: false }, // React escapes
  });
  i18next.on('languageChanged', markDocument);
  markDocument(language);
}

function markDocument(language: string): void {
  document.documentElement.lang = language;
}
