import { expect, test } from 'vitest';
import type { RuleGroup } from '../../../db/segment/placement-rule.ts';
import { readRule } from '../../../db/segment/placement-rule-reading.ts';
import { draftOf, newLine, newRule, sourceOf, withField } from './rule-draft.ts';

const rule: RuleGroup = {
  match: 'any',
  parts: [
    { field: 'tag', comparison: 'all-of', words: ['reference', '华东'] },
    { field: 'annual-revenue', comparison: 'at-least', number: 60_000_000 },
    {
      match: 'all',
      parts: [
        { field: 'customer-since', comparison: 'before', date: '2024-02-29' },
        { field: 'ability', comparison: 'unknown' },
      ],
    },
  ],
};

test('a rule opened in the editor and saved again is the same rule', () => {
  expect(readRule(sourceOf(draftOf(rule)))).toEqual({ rule, problems: [] });
});

test('a new rule is no rule until its first line has a value', () => {
  expect(readRule(sourceOf(newRule)).problems).toEqual([{ path: '0', problem: 'no-value' }]);
});

test('another field keeps the comparison it shares and takes its usual one otherwise', () => {
  const line = { ...newLine, comparison: 'none-of' as const, words: ['Retail'] };
  expect(withField(line, 'region')).toMatchObject({ comparison: 'none-of', words: [] });
  expect(withField(line, 'seats')).toMatchObject({ comparison: 'at-least' });
  expect(withField(line, 'customer-since')).toMatchObject({ comparison: 'on-or-after' });
});
