import { isList, type Part, partAt, withWaysUp } from '../../../db/maturity/model-document.ts';
import { keyedNames } from './keyed-names.ts';

/** Lists whose entries come and go one by one; levels come and go in every question at once. */
const grown = ['dimensions', 'indicators', 'advice', 'stages', 'ladders', 'flows', 'steps'];
/** A model may do without these. */
const optional = ['ladders', 'flows'];

export function canGrow(path: string): boolean {
  return grown.includes(path.split('.').at(-1) ?? '');
}

/** The list a part is an entry of, where entries come and go. */
export function listAround(document: Part, path: string) {
  const steps = path.split('.');
  const at = Number(steps.pop());
  const listPath = steps.join('.');
  const list = partAt(document, listPath);
  return isList(list) && Number.isInteger(at) && canGrow(listPath) ? { listPath, at, list } : null;
}

export function canRemoveFrom(listPath: string, list: readonly Part[]): boolean {
  return list.length > 1 || optional.includes(listPath);
}

/** The list as it may stand: stages lead from one to the next, whatever their order. */
export function inOrder(path: string, list: readonly Part[]): readonly Part[] {
  return path === 'stages' ? withWaysUp(list, newKey) : list;
}

/** The first entry of a list the model did without; null where the list always has one to begin others like. */
export function firstEntry(document: Part, path: string): Part | null {
  const blank = { en: '', 'zh-CN': '' };
  const named = { key: newKey(), name: blank };
  switch (path) {
    case 'ladders': {
      const fromStage = keyedNames(document, 'stages')[0]?.key ?? '';
      return { ...named, steps: [{ key: newKey(), fromStage, name: blank, meaning: blank }] };
    }
    case 'flows':
      return { ...named, steps: [{ key: newKey(), who: blank, does: blank, indicator: null }] };
    default:
      return null;
  }
}

/** Keys are never shown, and never used again. */
export function newKey(): string {
  return `own-${crypto.randomUUID().slice(0, 8)}`;
}
