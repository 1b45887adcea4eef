import type { IsoDate } from '../types/calendar.ts';

/** Facts that are words: one (industry) or several (tags, the products under contract). */
export const wordFields = [
  'industry',
  'size',
  'region',
  'tier',
  'status',
  'stage',
  'ability',
  'tag',
  'product',
  'value-point',
  'owner',
  'sales-owner',
  'name',
] as const;
/** Facts that are amounts: annual recurring revenue (minor units of the book's currency), seats, motivation 0–12. */
export const numberFields = ['annual-revenue', 'seats', 'motivation'] as const;
export const dateFields = ['customer-since'] as const;

export const ruleFields = [...wordFields, ...numberFields, ...dateFields];
export type WordField = (typeof wordFields)[number];
export type NumberField = (typeof numberFields)[number];
export type DateField = (typeof dateFields)[number];
export type RuleField = WordField | NumberField | DateField;

export const wordComparisons = ['any-of', 'none-of', 'all-of', 'contains'] as const;
export const numberComparisons = ['at-least', 'below'] as const;
export const dateComparisons = ['on-or-after', 'before'] as const;
export const knowledgeComparisons = ['known', 'unknown'] as const;

type WordCondition = {
  readonly field: WordField;
  readonly comparison: (typeof wordComparisons)[number];
  readonly words: readonly string[];
};
type NumberCondition = {
  readonly field: NumberField;
  readonly comparison: (typeof numberComparisons)[number];
  readonly number: number;
};
type DateCondition = {
  readonly field: DateField;
  readonly comparison: (typeof dateComparisons)[number];
  readonly date: IsoDate;
};
type KnowledgeCondition = {
  readonly field: RuleField;
  readonly comparison: (typeof knowledgeComparisons)[number];
};

/** One statement about an account. Lower and upper limits meet without a gap: at least 50, and below 50. */
export type Condition = WordCondition | NumberCondition | DateCondition | KnowledgeCondition;

/** Statements joined by and (`all`) or by or (`any`); a group may hold groups. */
export type RuleGroup = { readonly match: 'all' | 'any'; readonly parts: readonly RulePart[] };
export type RulePart = Condition | RuleGroup;

/** What is known of an account; null is unknown. No words at all (no tags, no products) is known to be none. */
export type AccountFacts = {
  readonly words: Readonly<Record<WordField, readonly string[] | null>>;
  readonly numbers: Readonly<Record<NumberField, number | null>>;
  readonly dates: Readonly<Record<DateField, IsoDate | null>>;
};

/** Whether a rule holds; null where that hangs on facts that are missing. */
export type Verdict = { readonly holds: boolean | null; readonly missing: readonly RuleField[] };

const yes: Verdict = { holds: true, missing: [] };
const no: Verdict = { holds: false, missing: [] };

export function isGroup(part: RulePart): part is RuleGroup {
  return 'parts' in part;
}

/**
 * Whether the rule holds for the account, in three values: `any` holds as soon as one part does and `all` fails as soon as
 * one part does, whatever is unknown beside it.
 */
export function judge(part: RulePart, facts: AccountFacts): Verdict {
  if (!isGroup(part)) return judgeCondition(part, facts);
  const verdicts = part.parts.map((inner) => judge(inner, facts));
  const decisive = part.match === 'any';
  if (verdicts.some(({ holds }) => holds === decisive)) return decisive ? yes : no;
  const open = verdicts.filter(({ holds }) => holds === null);
  if (open.length === 0) return decisive ? no : yes;
  return { holds: null, missing: [...new Set(open.flatMap(({ missing }) => missing))] };
}

function judgeCondition(condition: Condition, facts: AccountFacts): Verdict {
  if ('words' in condition) {
    const own = facts.words[condition.field];
    return own === null ? unknown(condition) : wordsHold(condition, own) ? yes : no;
  }
  if ('number' in condition) {
    const own = facts.numbers[condition.field];
    if (own === null) return unknown(condition);
    return own >= condition.number === (condition.comparison === 'at-least') ? yes : no;
  }
  if ('date' in condition) {
    const own = facts.dates[condition.field];
    if (own === null) return unknown(condition);
    return own >= condition.date === (condition.comparison === 'on-or-after') ? yes : no;
  }
  return isKnown(condition.field, facts) === (condition.comparison === 'known') ? yes : no;
}

function unknown({ field }: Condition): Verdict {
  return { holds: null, missing: [field] };
}

function wordsHold({ comparison, words }: WordCondition, known: readonly string[]): boolean {
  const own = known.map(plain);
  const given = words.map(plain);
  if (comparison === 'contains') return given.some((part) => own.some((word) => word.includes(part)));
  if (comparison === 'all-of') return given.every((word) => own.includes(word));
  return given.some((word) => own.includes(word)) === (comparison === 'any-of');
}

function isKnown(field: RuleField, facts: AccountFacts): boolean {
  if (isOneOf(wordFields, field)) return (facts.words[field] ?? []).length > 0;
  return (isOneOf(numberFields, field) ? facts.numbers[field] : facts.dates[field]) !== null;
}

/** Case, width (Ａ and A) and outer blanks do not tell words apart. */
function plain(word: string): string {
  return word.normalize('NFKC').trim().toLowerCase();
}

/** The value itself where it belongs to the set, so that its type narrows. */
export function isOneOf<const Value extends string>(values: readonly Value[], value: string): value is Value {
  return (values as readonly string[]).includes(value);
}
