import { type Answer, missingAnswer } from './answer.ts';
import type { FieldSupplier, HandoffField } from './template.ts';

/** Where an answer comes from, the most reliable first: what the customer said outweighs what somebody made of it. */
export const answerSources = ['customer', 'sales', 'crm', 'notes', 'assumption'] as const;
export type AnswerSource = (typeof answerSources)[number];

/** What a source says of a field. */
export type Statement = { readonly source: AnswerSource; readonly answer: Answer };

export type SourcedAnswer = {
  readonly answer: Answer;
  /** Null while nobody said where it comes from. */
  readonly source: AnswerSource | null;
  /** Why it was taken where others say something else. */
  readonly sourceReason: string | null;
};

/** Sources that contradict the answer taken; settled once somebody said why this one was taken. */
export type SourceConflict<Rival extends Statement = Statement> = {
  readonly rivals: readonly Rival[];
  readonly isSettled: boolean;
};

/** What contradicts the answer, or null when every source that says something says the same. */
export function sourceConflict<Rival extends Statement>(
  { answer, sourceReason }: Pick<SourcedAnswer, 'answer' | 'sourceReason'>,
  statements: readonly Rival[],
): SourceConflict<Rival> | null {
  const rivals = statements
    .filter((statement) => statement.answer !== answer)
    .toSorted((a, b) => answerSources.indexOf(a.source) - answerSources.indexOf(b.source));
  return rivals.length === 0 ? null : { rivals, isSettled: sourceReason !== null };
}

const usualSource: Readonly<Record<FieldSupplier, AnswerSource>> = {
  sales: 'sales',
  customer: 'customer',
  cs: 'notes',
};

/**
 * What the answer before says once another source's is taken instead: a statement to be kept beside it, or null when there
 * was none, or when the same source only says something new. An answer of unknown source counts as its supplier's.
 */
export function outvoted(
  field: HandoffField,
  before: Pick<SourcedAnswer, 'answer' | 'source'>,
  taken: Statement,
): Statement | null {
  const source = before.source ?? usualSource[field.supplier];
  const says = missingAnswer(field, before.answer) === null && before.answer !== taken.answer;
  return says && source !== taken.source ? { source, answer: before.answer } : null;
}
