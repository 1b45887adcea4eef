import type { Bilingual } from '../types/language.ts';

/**
 * A maturity model while it is being written: any JSON, whose parts are found by their path (`dimensions.0.name.en`). What is
 * wrong with it is told by readMaturityModel with the same paths, so an editor needs to know no model's shape.
 */
export type Part = string | number | boolean | null | readonly Part[] | PartRecord;
export type PartRecord = { readonly [key: string]: Part };
export type PartEdit = { readonly path: string; readonly value: Part };

/** The part at a path; undefined where the document has none. The empty path is the whole. */
export function partAt(document: Part, path: string): Part | undefined {
  if (path === '') return document;
  return path.split('.').reduce<Part | undefined>((part, step) => {
    if (isList(part)) return /^\d+$/.test(step) ? part[Number(step)] : undefined;
    return isRecord(part) && Object.hasOwn(part, step) ? part[step] : undefined;
  }, document);
}

/** The document with the part at a path exchanged. @throws RangeError where the document has no such part */
export function withPart(document: Part, path: string, value: Part): Part {
  if (path === '') return value;
  const [step = '', ...rest] = path.split('.');
  const inner = partAt(document, step);
  if (inner === undefined) throw new RangeError(`no part ${path}`);
  const changed = withPart(inner, rest.join('.'), value);
  if (isList(document)) return document.map((each, at) => (at === Number(step) ? changed : each));
  return isRecord(document) ? { ...document, [step]: changed } : changed;
}

/** Whether a change of it can stand as one small edit; whatever has parts of its own changes the document's shape. */
export function isPlain(value: Part): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

export function isBilingual(part: Part | undefined): part is PartRecord & Bilingual {
  return isRecord(part) && typeof part.en === 'string' && typeof part['zh-CN'] === 'string';
}

export function isRecord(part: Part | undefined): part is PartRecord {
  return typeof part === 'object' && part !== null && !isList(part);
}

export function isList(part: Part | undefined): part is readonly Part[] {
  return Array.isArray(part);
}

/** A new entry shaped like another: its texts empty, its keys new, its figures kept. */
export function blankLike(entry: Part, newKey: (like: Part) => Part): Part {
  if (isBilingual(entry)) return { en: '', 'zh-CN': '' };
  if (isList(entry)) return entry.map((each) => blankLike(each, newKey));
  if (!isRecord(entry)) return entry;
  return Object.fromEntries(
    Object.entries(entry).map(([key, part]) => {
      if (key === 'key') return [key, newKey(part)];
      // Inputs are called by their keys within their own figure only.
      if (key === 'inputs') return [key, blankLike(part, (like) => like)];
      // One question is enough to begin a dimension with, one line to begin an advice with.
      const isGrown = (key === 'indicators' || key === 'advice') && isList(part);
      return [key, blankLike(isGrown ? part.slice(0, 1) : part, newKey)];
    }),
  );
}

/**
 * Stages put in another order, or one more or fewer: the highest leads no further, and every other says the way to the next,
 * blank where it never had to before.
 */
export function withWaysUp(stages: readonly Part[], newKey: (like: Part) => Part): readonly Part[] {
  const like = stages.flatMap((stage) => (isRecord(stage) && isRecord(stage.next) ? [stage.next] : []))[0];
  return stages.map((stage, at) => {
    if (!isRecord(stage)) return stage;
    if (at === stages.length - 1) return { ...stage, next: null };
    return stage.next === null && like ? { ...stage, next: blankLike(like, newKey) } : stage;
  });
}

/** Every part without parts of its own, in the document's order; a text in both languages is one. */
export function leavesOf(document: Part, path = ''): { readonly path: string; readonly part: Part }[] {
  if (isPlain(document) || isBilingual(document)) return [{ path, part: document }];
  const inner = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (isList(document))
    return document.length === 0
      ? [{ path, part: document }]
      : document.flatMap((part, at) => leavesOf(part, inner(String(at))));
  return Object.entries(document).flatMap(([key, part]) => leavesOf(part, inner(key)));
}

/** The document those parts make. Places of a list that no part names are closed up. */
export function fromLeaves(leaves: readonly { readonly path: string; readonly part: Part }[]): Part {
  const [only] = leaves;
  if (leaves.length === 1 && only?.path === '') return only.part;
  const inner = Map.groupBy(leaves, ({ path }) => path.split('.')[0] ?? '');
  const parts = [...inner].map(([key, within]): [string, Part] => [
    key,
    fromLeaves(within.map(({ path, part }) => ({ path: path.slice(key.length + 1), part }))),
  ]);
  if (parts.length > 0 && parts.every(([key]) => /^\d+$/.test(key)))
    return parts.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, part]) => part);
  return Object.fromEntries(parts);
}
