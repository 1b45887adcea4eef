import type { FieldOption, HandoffField, HandoffSection } from '../../../../db/handoff/template.ts';

const blank = { en: '', 'zh-CN': '' };

/** Keys are never shown and never used again: an answer finds its field by them in every later version. */
function newKey(noun: 'section' | 'field' | 'option'): string {
  return `${noun}-${crypto.randomUUID().slice(0, 8)}`;
}

export function newSection(): HandoffSection {
  return { key: newKey('section'), name: blank, fields: [newField()] };
}

export function newField(): HandoffField {
  return {
    key: newKey('field'),
    label: blank,
    help: blank,
    type: 'text',
    lines: 1,
    unit: null,
    options: [],
    need: 'recommended',
    supplier: 'sales',
    weight: null,
    gate: false,
  };
}

export function newOption(): FieldOption {
  return { key: newKey('option'), label: blank };
}

/** The field with parts changed; what follows from them changes too, so that no rule is broken by one click. */
export function changedField(field: HandoffField, parts: Partial<HandoffField>): HandoffField {
  const next = { ...field, ...parts };
  const hadOptions = next.options.length > 0;
  return {
    ...next,
    gate: next.gate || next.need === 'required',
    options: next.type === 'choice' ? (hadOptions ? next.options : [newOption()]) : [],
    lines: next.type === 'text' ? next.lines : 1,
    unit: next.type === 'number' ? next.unit : null,
  };
}

/** The list with the entry at a place put one place up (-1) or down (1); as it was at either end. */
export function moved<Entry>(list: readonly Entry[], at: number, by: -1 | 1): readonly Entry[] {
  const entry = list[at];
  const other = list[at + by];
  if (entry === undefined || other === undefined) return list;
  return list.with(at, other).with(at + by, entry);
}
