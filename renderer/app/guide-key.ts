import type words from '../i18n/en.json';

/** The screens that explain themselves; every route names one, and its words stand in the catalogs under `guide.text`. */
export type GuideKey = keyof (typeof words)['guide']['text'];
