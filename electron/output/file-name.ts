/** The text without what file systems refuse in names, at most 100 characters long. */
export function fileName(text: string): string {
  return text
    .replace(/[<>:"/\\|?*\p{Cc}]|\uff1a/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}
