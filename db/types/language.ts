/** The two languages of the product, named as BCP 47 names them. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** A text that is data (a rubric, a template) carries both languages, so that a book reads the same in each. */
export type Bilingual = Readonly<Record<Language, string>>;

/** A label somebody wrote, in one language or in both: without a Chinese one, the one there is serves both. */
export function labelIn(language: Language, label: string, chinese: string | null): string {
  return language === 'zh-CN' && chinese !== null ? chinese : label;
}
