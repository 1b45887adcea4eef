import {
  type Condition,
  dateComparisons,
  dateFields,
  isGroup,
  isOneOf,
  knowledgeComparisons,
  numberComparisons,
  numberFields,
  type RuleField,
  type RuleGroup,
  wordComparisons,
  wordFields,
} from '../../../db/segment/placement-rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';

const comparisons = [
  ...wordComparisons,
  ...numberComparisons,
  ...dateComparisons,
  ...knowledgeComparisons,
] as const;
export type Comparison = (typeof comparisons)[number];

/** A line of the rule being written: every kind of value at once, so that a change of field keeps what still fits. */
export type DraftLine = {
  readonly field: RuleField;
  readonly comparison: Comparison;
  readonly words: readonly string[];
  readonly number: number | null;
  readonly date: IsoDate | null;
};
export type DraftGroup = { readonly match: 'all' | 'any'; readonly parts: readonly DraftPart[] };
export type DraftPart = DraftLine | DraftGroup;

export const newLine: DraftLine = {
  field: 'industry',
  comparison: 'any-of',
  words: [],
  number: null,
  date: null,
};
export const newRule: DraftGroup = { match: 'all', parts: [newLine] };

export function isDraftGroup(part: DraftPart): part is DraftGroup {
  return 'parts' in part;
}

/** How a field can be compared, the usual way first. */
export function comparisonsOf(field: RuleField): readonly Comparison[] {
  if (isOneOf(wordFields, field)) return [...wordComparisons, ...knowledgeComparisons];
  return isOneOf(numberFields, field)
    ? [...numberComparisons, ...knowledgeComparisons]
    : [...dateComparisons, ...knowledgeComparisons];
}

/** The line about another field; a comparison the field does not have becomes its usual one. */
export function withField(line: DraftLine, field: RuleField): DraftLine {
  const possible = comparisonsOf(field);
  const comparison = possible.includes(line.comparison) ? line.comparison : (possible[0] ?? 'known');
  return { ...line, field, comparison, words: [] };
}

export function draftOf(rule: RuleGroup): DraftGroup {
  return {
    match: rule.match,
    parts: rule.parts.map((part) => (isGroup(part) ? draftOf(part) : lineOf(part))),
  };
}

function lineOf(condition: Condition): DraftLine {
  return {
    field: condition.field,
    comparison: condition.comparison,
    words: 'words' in condition ? condition.words : [],
    number: 'number' in condition ? condition.number : null,
    date: 'date' in condition ? condition.date : null,
  };
}

/** The draft as `readRule` reads it: each line with the one value its field has. */
export function sourceOf(part: DraftPart): unknown {
  if (isDraftGroup(part)) return { match: part.match, parts: part.parts.map(sourceOf) };
  const { field, comparison, words, number, date } = part;
  if (isOneOf(knowledgeComparisons, comparison)) return { field, comparison };
  if (isOneOf(wordFields, field)) return { field, comparison, words };
  return isOneOf(dateFields, field) ? { field, comparison, date } : { field, comparison, number };
}
