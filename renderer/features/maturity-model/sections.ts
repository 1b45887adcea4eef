import { isList, type Part, partAt } from '../../../db/maturity/model-document.ts';

/** Parts of a model with a line of their own in the outline; each is edited by itself. */
export type Section = { readonly path: string; readonly depth: 0 | 1 | 2 };

/** Parts nobody edits: they say what the file is. */
const fixed = new Set(['format', 'key', 'version', 'level', 'kind', 'source', 'over', 'under']);

/** The outline of a model: the whole, each dimension with its questions, then its scale, scoring, stages and the rest. */
export function sectionsOf(document: Part): readonly Section[] {
  const entries = (path: string) => {
    const list = partAt(document, path);
    return isList(list) ? list.map((_, at) => `${path}.${at}`) : [];
  };
  const group = (path: string): Section[] =>
    partAt(document, path) === undefined
      ? []
      : [{ path, depth: 0 }, ...entries(path).map((inner): Section => ({ path: inner, depth: 1 }))];
  return [
    { path: '', depth: 0 },
    { path: 'dimensions', depth: 0 },
    ...entries('dimensions').flatMap((dimension): Section[] => [
      { path: dimension, depth: 1 },
      ...entries(`${dimension}.indicators`).map((path): Section => ({ path, depth: 2 })),
    ]),
    { path: 'scale', depth: 0 },
    { path: 'scoring', depth: 0 },
    ...group('stages'),
    ...group('ladders'),
    ...group('flows'),
  ];
}

/** Whether a part is shown among the fields of a section, and not as a section of its own or not at all. */
export function isShownIn(section: string, part: string): boolean {
  if (fixed.has(part)) return false;
  if (section === '') return part === 'name' || part === 'purpose' || part === 'subject';
  return part !== 'indicators';
}

/** The section a problem's path belongs to: the longest that leads to it. */
export function sectionOf(sections: readonly Section[], path: string): string {
  return sections.reduce(
    (best, each) =>
      (path === each.path || path.startsWith(`${each.path}.`)) && each.path.length > best.length
        ? each.path
        : best,
    '',
  );
}
