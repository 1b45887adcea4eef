const han = /\p{Script=Han}/u;

/**
 * A text as the search index keeps it: Chinese characters stand apart, so that any run of them is found as a phrase; other
 * scripts stay words.
 */
export function indexWords(text: string): string {
  return text
    .replace(/\p{Script=Han}/gu, ' $& ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * How a Chinese name is typed in Latin letters: from each character on, the syllables run together (`huawei`, `wei`) and
 * their initials (`hw`, `w`), so that a name is found from any of its characters.
 * @param syllables one syllable per character, without tone marks
 */
export function pinyinWords(syllables: readonly string[]): string {
  const words = new Set<string>();
  syllables.forEach((_, start) => {
    const rest = syllables.slice(start);
    words.add(rest.join(''));
    words.add(rest.map((syllable) => syllable.charAt(0)).join(''));
  });
  return [...words].join(' ');
}

/** The Chinese runs of a text, each of which is read as one name. */
export function chineseRuns(text: string): string[] {
  return text.match(/\p{Script=Han}+/gu) ?? [];
}

/**
 * A search as FTS5 wants it: every word must be there; Latin words match by their beginning, Chinese ones anywhere. Null
 * when there is nothing to look for.
 */
export function matchExpression(typed: string): string | null {
  const terms = (typed.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => splitScripts(word));
  if (terms.length === 0) return null;
  return terms.map((term) => (han.test(term) ? `"${[...term].join(' ')}"` : `"${term}"*`)).join(' AND ');
}

function splitScripts(word: string): string[] {
  return word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
}
