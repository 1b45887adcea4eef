import { headingWord, plainWord } from '../../db/types/heading-word.ts';
import type { GridValue } from '../files/workbook/grid.ts';

const yes = new Set(['yes', 'y', 'true', 't', '1', 'on', '是', '有', '对', '真', '√', '✓', '✔']);
const no = new Set(['no', 'n', 'false', 'f', '0', 'off', '否', '无', '没有', '不', '假', '×', '✗', '✘']);

/** Yes or no in either language, or null when the cell says neither. */
export function readYesNo(value: GridValue): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = plainWord(String(value));
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/**
 * The choice the cell names by its key, or by any of its words in either language; null when none. What stands in brackets
 * only counts where it is part of the words: HubSpot writes the pipeline there, "Closed won (Sales pipeline)". Of several
 * choices in one cell, as HubSpot writes a person's roles, the first one known counts.
 */
export function readChoice<Key extends string>(
  value: GridValue,
  choices: Readonly<Record<Key, readonly string[]>>,
): Key | null {
  for (const word of [plainWord(String(value)), headingWord(String(value))])
    for (const key in choices)
      if (plainWord(key) === word || choices[key].some((label) => plainWord(label) === word)) return key;
  const parts = typeof value === 'string' && value.includes(';') ? value.split(';') : [];
  for (const part of parts) {
    const key = readChoice(part, choices);
    if (key !== null) return key;
  }
  return null;
}
