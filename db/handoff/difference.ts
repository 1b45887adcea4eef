import type { Answer, AnswerProblem } from './answer.ts';
import type { AnswerSource } from './source.ts';
import { fieldsOf, type HandoffField, type HandoffTemplate } from './template.ts';

/** What a field holds apart from the judgement of it: what a form sent to sales carries out and back. */
export type FieldContent = {
  readonly answer: Answer;
  /** Null while nobody said where the answer comes from. */
  readonly source: AnswerSource | null;
  readonly evidence: string;
  readonly comment: string;
};

/** What a form holds of a field; it need not say where an answer comes from. */
export type FormContent = Omit<FieldContent, 'source'> & { readonly source?: AnswerSource | null };

/** Why a field of a form that came back could not be read; an answer's own problems come with it. */
export type FormProblem =
  | AnswerProblem
  | 'not-a-source'
  | 'row-missing'
  | 'row-repeated'
  | 'formula'
  | 'cell-error'
  | 'merged';

/** A field as it stood in a form; the content that could not be read is absent and `typed` shows what was there. */
export type FormField = {
  readonly field: string;
  readonly content: FormContent | null;
  readonly typed: string;
  readonly problem: FormProblem | null;
};

export type FieldDifference = {
  readonly field: HandoffField;
  readonly section: string;
  readonly before: FieldContent;
  /** Null where the form holds nothing that could be read. */
  readonly after: FieldContent | null;
  readonly typed: string;
  readonly problem: FormProblem | null;
  /** Which parts differ; empty when only a problem is reported. */
  readonly changed: readonly (keyof FieldContent)[];
};

export type FormComparison = {
  /** Every field that differs or has a problem, in the template's order. */
  readonly differences: readonly FieldDifference[];
  readonly unchanged: number;
  /** Rows of the form that the template does not know, from a form of another version: what they ask and what was written. */
  readonly unknown: readonly string[];
};

const parts = ['answer', 'source', 'evidence', 'comment'] as const;
const nothing: FieldContent = { answer: '', source: null, evidence: '', comment: '' };

/**
 * What a form that came back would change. A field whose row is gone keeps what it has and says so; so does one whose
 * answer cannot be read. Nothing here decides: what is taken over is the reader's choice.
 */
export function compareForm(
  template: HandoffTemplate,
  kept: Readonly<Record<string, FieldContent>>,
  form: readonly FormField[],
): FormComparison {
  const known = new Set(fieldsOf(template).map(({ key }) => key));
  const differences = template.sections.flatMap((section) =>
    section.fields.map((field) => difference(field, section.key, kept[field.key] ?? nothing, form)),
  );
  return {
    differences: differences.filter(({ changed, problem }) => changed.length > 0 || problem !== null),
    unchanged: differences.filter(({ changed, problem }) => changed.length === 0 && problem === null).length,
    unknown: form.flatMap(({ field, typed }) => (known.has(field) ? [] : [typed || field])),
  };
}

function difference(
  field: HandoffField,
  section: string,
  before: FieldContent,
  form: readonly FormField[],
): FieldDifference {
  const [row, ...more] = form.filter((each) => each.field === field.key);
  const base = { field, section, before, typed: row?.typed ?? '', changed: [], after: null };
  if (!row) return { ...base, problem: 'row-missing' };
  if (more.some(({ typed }) => typed !== row.typed)) return { ...base, problem: 'row-repeated' };
  const { content, problem } = row;
  if (!content) return { ...base, problem };
  const after = { ...content, source: content.source ?? before.source };
  return { ...base, after, changed: parts.filter((part) => after[part] !== before[part]), problem };
}
