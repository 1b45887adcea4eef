import fc from 'fast-check';
import {
  type AccountFacts,
  type Condition,
  dateComparisons,
  dateFields,
  knowledgeComparisons,
  numberComparisons,
  numberFields,
  type RuleGroup,
  type RulePart,
  ruleFields,
  wordComparisons,
  wordFields,
} from '../segment/placement-rule.ts';

const word = fc.constantFrom('Retail', 'retail ', '物流', 'large', 'A', 'B');
const date = fc.constantFrom('2024-02-29', '2025-01-01', '2026-11-05');

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constantFrom(...wordFields),
    comparison: fc.constantFrom(...wordComparisons),
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    field: fc.constantFrom(...numberFields),
    comparison: fc.constantFrom(...numberComparisons),
    number: fc.integer({ min: 0, max: 12 }),
  }),
  fc.record({
    field: fc.constantFrom(...dateFields),
    comparison: fc.constantFrom(...dateComparisons),
    date,
  }),
  fc.record({
    field: fc.constantFrom(...ruleFields),
    comparison: fc.constantFrom(...knowledgeComparisons),
  }),
);

const groupOf = (part: fc.Arbitrary<RulePart>): fc.Arbitrary<RuleGroup> =>
  fc.record({
    match: fc.constantFrom('all', 'any'),
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
  });

/** A rule of conditions and of groups of them. */
export const anyRule = groupOf(fc.oneof(condition, groupOf(condition)));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** What may be known of an account, anything of it missing. */
export const anyFacts: fc.Arbitrary<AccountFacts> = fc.record({
  words: fc.record(
    Object.fromEntries(wordFields.map((field) => [field, maybe(fc.array(word, { maxLength: 2 }))])) as {
      [Field in (typeof wordFields)[number]]: fc.Arbitrary<string[] | null>;
    },
  ),
  numbers: fc.record(
    Object.fromEntries(numberFields.map((field) => [field, maybe(fc.integer({ min: 0, max: 12 }))])) as {
      [Field in (typeof numberFields)[number]]: fc.Arbitrary<number | null>;
    },
  ),
  dates: fc.record({ 'customer-since': maybe(date) }),
});
