import deliveryListModel from '../models/delivery-list.json' with { type: 'json' };
import type { Bilingual, languages } from './language.ts';

/** What a handoff is for. A template belongs to one kind, so that an expansion asks only what is new. */
export const handoffKinds = ['new-deal', 'expansion', 'csm-to-csm'] as const;
export type HandoffKind = (typeof handoffKinds)[number];

export const fieldTypes = ['text', 'number', 'money', 'date', 'choice', 'person', 'link'] as const;
export type FieldType = (typeof fieldTypes)[number];

export const fieldNeeds = ['required', 'recommended', 'optional'] as const;
export type FieldNeed = (typeof fieldNeeds)[number];

export const fieldSuppliers = ['sales', 'cs', 'customer'] as const;
export type FieldSupplier = (typeof fieldSuppliers)[number];

export type FieldOption = { readonly key: string; readonly label: Bilingual };

export type HandoffField = {
  readonly key: string;
  readonly label: Bilingual;
  /** What a complete answer holds; shown beside the field and as a note in the Excel form. */
  readonly help: Bilingual;
  readonly type: FieldType;
  /** Lines a usual answer takes, for text: 1 is a phrase, more is prose. */
  readonly lines: number;
  readonly unit: Bilingual | null;
  /** The choices of a field of type `choice`; empty for every other type. */
  readonly options: readonly FieldOption[];
  readonly need: FieldNeed;
  readonly supplier: FieldSupplier;
  /** Without an answer here the handoff goes back, whatever its score. Every required field is a gate. */
  readonly gate: boolean;
};

export type HandoffSection = {
  readonly key: string;
  readonly name: Bilingual;
  readonly fields: readonly HandoffField[];
};

/** A delivery list. Its version never changes once a handoff was made with it: an edit is the next version. */
export type HandoffTemplate = {
  readonly kind: HandoffKind;
  readonly version: number;
  readonly name: Bilingual;
  readonly sections: readonly HandoffSection[];
};

export const templateProblemCodes = [
  'not-a-template',
  'text-missing',
  'unknown-value',
  'key-invalid',
  'key-repeated',
  'empty',
  'required-without-gate',
  'options-misplaced',
  'out-of-range',
] as const;

/** Where (`sections.2.fields.0.help.zh-CN`) and what is wrong with a template somebody wrote. */
export type TemplateProblem = { readonly path: string; readonly code: (typeof templateProblemCodes)[number] };

export type TemplateReading =
  | { readonly template: HandoffTemplate; readonly problems: readonly [] }
  | { readonly template: null; readonly problems: readonly TemplateProblem[] };

/** More fields than this nobody fills in, and a hostile file would hang the form. */
const mostFields = 500;

/** Reads a template from parsed JSON: the whole template, or every problem found in it. */
export function readTemplate(source: unknown): TemplateReading {
  const problems: TemplateProblem[] = [];
  const report = (path: string, code: TemplateProblem['code']) => void problems.push({ path, code });
  const template = templateFrom(source, report);
  return problems.length === 0 ? { template, problems: [] } : { template: null, problems };
}

/** Every field of the template in its order. */
export function fieldsOf(template: HandoffTemplate): HandoffField[] {
  return template.sections.flatMap((section) => section.fields);
}

type Report = (path: string, code: TemplateProblem['code']) => void;
type Source = Readonly<Record<string, unknown>>;

function templateFrom(source: unknown, report: Report): HandoffTemplate {
  const record = recordOf(source, '', report);
  const sections = listOf(record.sections, 'sections', report).map((section, at) =>
    sectionFrom(section, `sections.${at}`, report),
  );
  reportRepeated(sections, 'sections', report);
  const fields = sections.flatMap((section) => section.fields);
  reportRepeated(fields, 'fields', report);
  if (fields.length > mostFields) report('sections', 'out-of-range');
  return {
    kind: oneOf(handoffKinds, record.kind, 'kind', report),
    version: wholeFrom(1, record.version, 'version', report),
    name: bilingual(record.name, 'name', report),
    sections,
  };
}

function sectionFrom(source: unknown, path: string, report: Report): HandoffSection {
  const record = recordOf(source, path, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    name: bilingual(record.name, `${path}.name`, report),
    fields: listOf(record.fields, `${path}.fields`, report).map((field, at) =>
      fieldFrom(field, `${path}.fields.${at}`, report),
    ),
  };
}

function fieldFrom(source: unknown, path: string, report: Report): HandoffField {
  const record = recordOf(source, path, report);
  const type = oneOf(fieldTypes, record.type, `${path}.type`, report);
  const need = oneOf(fieldNeeds, record.need, `${path}.need`, report);
  const options = isNone(record.options)
    ? []
    : listOf(record.options, `${path}.options`, report).map((option, at) =>
        optionFrom(option, `${path}.options.${at}`, report),
      );
  reportRepeated(options, `${path}.options`, report);
  if ((type === 'choice') !== options.length > 0) report(`${path}.options`, 'options-misplaced');
  const gate = record.gate === true;
  if (need === 'required' && !gate) report(`${path}.gate`, 'required-without-gate');
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    label: bilingual(record.label, `${path}.label`, report),
    help: bilingual(record.help, `${path}.help`, report),
    type,
    lines: isNone(record.lines) ? 1 : wholeFrom(1, record.lines, `${path}.lines`, report),
    unit: isNone(record.unit) ? null : bilingual(record.unit, `${path}.unit`, report),
    options,
    need,
    supplier: oneOf(fieldSuppliers, record.supplier, `${path}.supplier`, report),
    gate,
  };
}

function optionFrom(source: unknown, path: string, report: Report): FieldOption {
  const record = recordOf(source, path, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    label: bilingual(record.label, `${path}.label`, report),
  };
}

function recordOf(source: unknown, path: string, report: Report): Source {
  if (typeof source === 'object' && source !== null && !Array.isArray(source)) return { ...source };
  report(path, 'not-a-template');
  return {};
}

function listOf(source: unknown, path: string, report: Report): readonly unknown[] {
  if (Array.isArray(source) && source.length > 0) return source.slice(0, mostFields + 1);
  report(path, Array.isArray(source) ? 'empty' : 'not-a-template');
  return [];
}

/** Parts most fields don't have may be left out, or stand empty as a template written by us has them. */
function isNone(source: unknown): boolean {
  return source === undefined || source === null || (Array.isArray(source) && source.length === 0);
}

function bilingual(source: unknown, path: string, report: Report): Bilingual {
  const record: Source = typeof source === 'object' && source !== null ? { ...source } : {};
  const read = (language: (typeof languages)[number]) => {
    const text = record[language];
    if (typeof text === 'string' && text.trim() !== '') return text;
    report(`${path}.${language}`, 'text-missing');
    return '';
  };
  return { en: read('en'), 'zh-CN': read('zh-CN') };
}

function oneOf<const Value extends string>(
  values: readonly [Value, ...Value[]],
  source: unknown,
  path: string,
  report: Report,
): Value {
  const found = values.find((value) => value === source);
  if (found === undefined) report(path, 'unknown-value');
  return found ?? values[0];
}

function wholeFrom(least: number, source: unknown, path: string, report: Report): number {
  if (typeof source === 'number' && Number.isSafeInteger(source) && source >= least) return source;
  report(path, 'out-of-range');
  return least;
}

/** Keys stand in hidden cells of the form and in files, so they stay plain. */
function keyFrom(source: unknown, path: string, report: Report): string {
  if (typeof source === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(source)) return source;
  report(path, 'key-invalid');
  return '';
}

function reportRepeated(keyed: readonly { readonly key: string }[], path: string, report: Report): void {
  const seen = new Set<string>();
  for (const { key } of keyed) {
    if (key !== '' && seen.has(key)) report(`${path}.${key}`, 'key-repeated');
    seen.add(key);
  }
}

/** The delivery list every book starts with. */
export const deliveryList: HandoffTemplate = builtIn(deliveryListModel);

function builtIn(source: unknown): HandoffTemplate {
  const { template, problems } = readTemplate(source);
  if (!template) throw new TypeError(`the built-in delivery list is damaged: ${JSON.stringify(problems)}`);
  return template;
}
