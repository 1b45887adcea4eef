/** The two languages of the product, named as BCP 47 names them. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** A text that is data (a rubric, a template) carries both languages, so that a book reads the same in each. */
export type Bilingual = Readonly<Record<Language, string>>;
