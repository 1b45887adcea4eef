import 'i18next';
import type en from './en.json';

/** Message keys are checked by the compiler: an unknown one does not build. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}
