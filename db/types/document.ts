import type { Bilingual, Language } from './language.ts';

/**
 * Reading what somebody wrote as a document: a delivery list, a maturity model. Every part is read to a value of its type,
 * whatever stands there, and what is wrong is reported with its place, so that one pass finds every problem.
 */
export const documentProblems = [
  'wrong-shape',
  'empty',
  'text-missing',
  'unknown-value',
  'out-of-range',
  'key-invalid',
  'key-repeated',
] as const;
export type DocumentProblem = (typeof documentProblems)[number];

/** Called with the place (`sections.2.fields.0.help.zh-CN`) of each problem. */
export type Report<Problem extends string = DocumentProblem> = (path: string, problem: Problem) => void;
export type Source = Readonly<Record<string, unknown>>;

/** More entries than this in one list nobody reads, and a hostile file would hang the screen. */
export const longestList = 500;

export function recordFrom(source: unknown, path: string, report: Report): Source {
  if (typeof source === 'object' && source !== null && !Array.isArray(source)) return { ...source };
  report(path, 'wrong-shape');
  return {};
}

/** The entries, at least one; those over the limit are left out and reported. */
export function listFrom(source: unknown, path: string, report: Report): readonly unknown[] {
  if (!Array.isArray(source)) report(path, 'wrong-shape');
  else if (source.length === 0) report(path, 'empty');
  else if (source.length > longestList) report(path, 'out-of-range');
  return Array.isArray(source) ? source.slice(0, longestList) : [];
}

/** A text in both languages, neither of them blank. */
export function bilingualFrom(source: unknown, path: string, report: Report): Bilingual {
  const record: Source = typeof source === 'object' && source !== null ? { ...source } : {};
  const read = (language: Language) => {
    const text = record[language];
    if (typeof text === 'string' && text.trim() !== '') return text;
    report(`${path}.${language}`, 'text-missing');
    return '';
  };
  return { en: read('en'), 'zh-CN': read('zh-CN') };
}

/** One of a closed set; its first value stands in for anything else. */
export function choiceFrom<const Value extends string>(
  values: readonly [Value, ...Value[]],
  source: unknown,
  path: string,
  report: Report,
): Value {
  const found = values.find((value) => value === source);
  if (found === undefined) report(path, 'unknown-value');
  return found ?? values[0];
}

/** A whole number from `least` to `most`, both included. */
export function wholeFrom(
  least: number,
  most: number,
  source: unknown,
  path: string,
  report: Report,
): number {
  if (typeof source === 'number' && Number.isSafeInteger(source) && source >= least && source <= most)
    return source;
  report(path, 'out-of-range');
  return least;
}

/** Keys stand in hidden cells of forms and in files, so they stay plain. */
export function keyFrom(source: unknown, path: string, report: Report): string {
  if (typeof source === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(source)) return source;
  report(path, 'key-invalid');
  return '';
}

export function reportRepeated(
  keyed: readonly { readonly key: string }[],
  path: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { key } of keyed) {
    if (key !== '' && seen.has(key)) report(`${path}.${key}`, 'key-repeated');
    seen.add(key);
  }
}
