import path from 'node:path';
import type { Language } from '../../db/types/language.ts';

/** The text without what file systems refuse in names, at most 100 characters long. */
export function fileName(text: string): string {
  return text
    .replace(/[<>:"/\\|?*\p{Cc}]|\uff1a/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}

/** Where the file of one language goes when a file is written in several: its name with the language's at the end. */
export function twinPath(file: string, language: Language): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name} (${language})${ext}`);
}
