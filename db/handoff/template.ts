import deliveryListModel from '../models/delivery-list.json' with { type: 'json' };
import handoverListModel from '../models/delivery-list-csm-to-csm.json' with { type: 'json' };
import expansionListModel from '../models/delivery-list-expansion.json' with { type: 'json' };
import {
  bilingualFrom,
  choiceFrom,
  documentProblems,
  keyFrom,
  listFrom,
  type Report,
  recordFrom,
  reportRepeated,
  wholeFrom,
} from '../types/document.ts';
import type { Bilingual } from '../types/language.ts';

/** What a handoff is for. A template belongs to one kind, so that an expansion asks only what is new. */
export const handoffKinds = ['new-deal', 'expansion', 'csm-to-csm'] as const;
export type HandoffKind = (typeof handoffKinds)[number];

export const fieldTypes = ['text', 'number', 'money', 'date', 'choice', 'person', 'file', 'link'] as const;
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
  /** What the field counts in the score, 1 to 9; null is what its need weighs. */
  readonly weight: number | null;
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
  ...documentProblems,
  'required-without-gate',
  'options-misplaced',
] as const;
type TemplateProblemCode = (typeof templateProblemCodes)[number];

/** Where (`sections.2.fields.0.help.zh-CN`) and what is wrong with a template somebody wrote. */
export type TemplateProblem = { readonly path: string; readonly code: TemplateProblemCode };

export type TemplateReading =
  | { readonly template: HandoffTemplate; readonly problems: readonly [] }
  | { readonly template: null; readonly problems: readonly TemplateProblem[] };

/** Three times a required field: enough to make one answer decide, not enough to silence the rest. */
export const heaviest = 9;

/** More fields than this nobody fills in, and a hostile file would hang the form. */
const mostFields = 500;

/** Reads a template from parsed JSON: the whole template, or every problem found in it. */
export function readTemplate(source: unknown): TemplateReading {
  const problems: TemplateProblem[] = [];
  const report = (path: string, code: TemplateProblemCode) => void problems.push({ path, code });
  const template = templateFrom(source, report);
  return problems.length === 0 ? { template, problems: [] } : { template: null, problems };
}

/** Every field of the template in its order. */
export function fieldsOf(template: Pick<HandoffTemplate, 'sections'>): HandoffField[] {
  return template.sections.flatMap((section) => section.fields);
}

type TemplateReport = Report<TemplateProblemCode>;

function templateFrom(source: unknown, report: TemplateReport): HandoffTemplate {
  const record = recordFrom(source, '', report);
  const sections = listFrom(record.sections, 'sections', report).map((section, at) =>
    sectionFrom(section, `sections.${at}`, report),
  );
  reportRepeated(sections, 'sections', report);
  const fields = sections.flatMap((section) => section.fields);
  reportRepeated(fields, 'fields', report);
  if (fields.length > mostFields) report('sections', 'out-of-range');
  return {
    kind: choiceFrom(handoffKinds, record.kind, 'kind', report),
    version: wholeFrom(1, Number.MAX_SAFE_INTEGER, record.version, 'version', report),
    name: bilingualFrom(record.name, 'name', report),
    sections,
  };
}

function sectionFrom(source: unknown, path: string, report: TemplateReport): HandoffSection {
  const record = recordFrom(source, path, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    name: bilingualFrom(record.name, `${path}.name`, report),
    fields: listFrom(record.fields, `${path}.fields`, report).map((field, at) =>
      fieldFrom(field, `${path}.fields.${at}`, report),
    ),
  };
}

function fieldFrom(source: unknown, path: string, report: TemplateReport): HandoffField {
  const record = recordFrom(source, path, report);
  const type = choiceFrom(fieldTypes, record.type, `${path}.type`, report);
  const need = choiceFrom(fieldNeeds, record.need, `${path}.need`, report);
  const options = isNone(record.options)
    ? []
    : listFrom(record.options, `${path}.options`, report).map((option, at) =>
        optionFrom(option, `${path}.options.${at}`, report),
      );
  reportRepeated(options, `${path}.options`, report);
  if ((type === 'choice') !== options.length > 0) report(`${path}.options`, 'options-misplaced');
  const gate = record.gate === true;
  if (need === 'required' && !gate) report(`${path}.gate`, 'required-without-gate');
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    label: bilingualFrom(record.label, `${path}.label`, report),
    help: bilingualFrom(record.help, `${path}.help`, report),
    type,
    lines: isNone(record.lines)
      ? 1
      : wholeFrom(1, Number.MAX_SAFE_INTEGER, record.lines, `${path}.lines`, report),
    unit: isNone(record.unit) ? null : bilingualFrom(record.unit, `${path}.unit`, report),
    options,
    need,
    supplier: choiceFrom(fieldSuppliers, record.supplier, `${path}.supplier`, report),
    weight: isNone(record.weight) ? null : wholeFrom(1, heaviest, record.weight, `${path}.weight`, report),
    gate,
  };
}

function optionFrom(source: unknown, path: string, report: TemplateReport): FieldOption {
  const record = recordFrom(source, path, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    label: bilingualFrom(record.label, `${path}.label`, report),
  };
}

/** Parts most fields don't have may be left out, or stand empty as a template written by us has them. */
function isNone(source: unknown): boolean {
  return source === undefined || source === null || (Array.isArray(source) && source.length === 0);
}

/** The delivery list every book starts with for a new deal. */
export const deliveryList: HandoffTemplate = builtIn(deliveryListModel);

/** What a book starts with for each kind. Fields that mean the same carry the same key in all of them. */
export const builtInTemplates: Readonly<Record<HandoffKind, HandoffTemplate>> = {
  'new-deal': deliveryList,
  expansion: builtIn(expansionListModel),
  'csm-to-csm': builtIn(handoverListModel),
};

function builtIn(source: unknown): HandoffTemplate {
  const { template, problems } = readTemplate(source);
  if (!template) throw new TypeError(`a built-in delivery list is damaged: ${JSON.stringify(problems)}`);
  return template;
}
