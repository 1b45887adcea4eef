import { isIsoDate } from '../types/calendar.ts';
import {
  type Condition,
  dateComparisons,
  dateFields,
  isOneOf,
  knowledgeComparisons,
  numberComparisons,
  numberFields,
  type RuleField,
  type RuleGroup,
  type RulePart,
  ruleFields,
  wordComparisons,
  wordFields,
} from './placement-rule.ts';

export type RuleProblem =
  | 'wrong-shape'
  | 'empty-group'
  | 'too-deep'
  | 'unknown-field'
  | 'wrong-comparison'
  | 'no-value';

/** A problem and its place, such as `0.2`: the third part of the first group. The rule itself is the place ''. */
export type PlacedProblem = { readonly path: string; readonly problem: RuleProblem };

/** More levels of groups in groups than these nobody reads. */
const deepest = 3;

/** A rule out of JSON or a form: the rule, or where it is not one yet. */
export function readRule(
  source: unknown,
):
  | { readonly rule: RuleGroup; readonly problems: [] }
  | { readonly rule: null; readonly problems: readonly PlacedProblem[] } {
  const problems: PlacedProblem[] = [];
  const part = partFrom(source, '', 1, (path, problem) => problems.push({ path, problem }));
  if (part && 'parts' in part && problems.length === 0) return { rule: part, problems: [] };
  return { rule: null, problems: problems.length > 0 ? problems : [{ path: '', problem: 'wrong-shape' }] };
}

type Report = (path: string, problem: RuleProblem) => void;
type Source = Readonly<Record<string, unknown>>;

function partFrom(source: unknown, path: string, depth: number, report: Report): RulePart | null {
  if (typeof source !== 'object' || source === null) return refuse(path, 'wrong-shape', report);
  const record: Source = { ...source };
  return 'parts' in record ? groupFrom(record, path, depth, report) : conditionFrom(record, path, report);
}

function groupFrom(source: Source, path: string, depth: number, report: Report): RuleGroup | null {
  const { match, parts } = source;
  if ((match !== 'all' && match !== 'any') || !Array.isArray(parts))
    return refuse(path, 'wrong-shape', report);
  if (parts.length === 0) return refuse(path, 'empty-group', report);
  if (depth > deepest) return refuse(path, 'too-deep', report);
  const read = parts.map((part, at) =>
    partFrom(part, path === '' ? `${at}` : `${path}.${at}`, depth + 1, report),
  );
  return { match, parts: read.filter((part) => part !== null) };
}

function conditionFrom(source: Source, path: string, report: Report): Condition | null {
  const { field, comparison } = source;
  if (typeof field !== 'string' || !isOneOf(ruleFields, field)) return refuse(path, 'unknown-field', report);
  if (typeof comparison !== 'string') return refuse(path, 'wrong-comparison', report);
  if (isOneOf(knowledgeComparisons, comparison)) return { field, comparison };
  return comparisonFrom(field, comparison, source) ?? refuse(path, whyNot(field, comparison), report);
}

function comparisonFrom(field: RuleField, comparison: string, source: Source): Condition | null {
  const { words, number, date } = source;
  if (isOneOf(wordFields, field) && isOneOf(wordComparisons, comparison) && Array.isArray(words)) {
    const given = words.filter((word): word is string => typeof word === 'string' && word.trim() !== '');
    return given.length > 0 ? { field, comparison, words: given } : null;
  }
  if (isOneOf(numberFields, field) && isOneOf(numberComparisons, comparison))
    return typeof number === 'number' && Number.isFinite(number) ? { field, comparison, number } : null;
  if (isOneOf(dateFields, field) && isOneOf(dateComparisons, comparison))
    return typeof date === 'string' && isIsoDate(date) ? { field, comparison, date } : null;
  return null;
}

function whyNot(field: RuleField, comparison: string): RuleProblem {
  const fits =
    (isOneOf(wordFields, field) && isOneOf(wordComparisons, comparison)) ||
    (isOneOf(numberFields, field) && isOneOf(numberComparisons, comparison)) ||
    (isOneOf(dateFields, field) && isOneOf(dateComparisons, comparison));
  return fits ? 'no-value' : 'wrong-comparison';
}

function refuse(path: string, problem: RuleProblem, report: Report): null {
  report(path, problem);
  return null;
}
