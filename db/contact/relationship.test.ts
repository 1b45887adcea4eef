import { expect, test } from 'vitest';
import { isNamedIn, openThreads, type Relation, reportsInCircle } from './relationship.ts';

const up = (contactId: number, otherId: number): Relation => ({ contactId, otherId, kind: 'reports-to' });

test('reporting round in a circle is found however long it is, and knowing somebody is none', () => {
  const chart = [up(1, 2), up(2, 3), { contactId: 3, otherId: 1, kind: 'knows' } as const];
  expect(reportsInCircle(chart, 3, 1)).toBe(true);
  expect(reportsInCircle(chart, 3, 3)).toBe(true);
  expect(reportsInCircle(chart, 1, 3)).toBe(false);
  expect(reportsInCircle(chart, 4, 1)).toBe(false);
});

test('a circle that is already there ends the search', () => {
  expect(reportsInCircle([up(1, 2), up(2, 1)], 3, 1)).toBe(false);
});

test('threads are contacts touched in the last 90 days, not earlier and not to come', () => {
  expect(openThreads(['2026-08-24', '2026-08-23', null, '2026-11-22', '2026-11-23'], '2026-11-22')).toBe(2);
});

test.each([
  ['Met Mei Lin at the store', 'Mei Lin', true],
  ['mei lin: yes', 'Mei Lin', true],
  ['Annabel called', 'Anna', false],
  ['(Anna)', 'Anna', true],
  ['和沈睿开会', '沈睿', true],
  ['nobody', '', false],
  ['x', 'x', false],
])('%j names %j: %s', (text, name, isNamed) => {
  expect(isNamedIn(text, name)).toBe(isNamed);
});
