import { expect, test } from 'vitest';
import { compareStakeholders, type Stakeholder } from './stakeholder.ts';

const person = (changes: Partial<Stakeholder> = {}): Stakeholder => ({
  id: 1,
  name: 'Mei Lin',
  title: 'COO',
  role: 'sponsor',
  sentiment: 1,
  lastTouchedOn: null,
  ...changes,
});
const changesOf = (before: Stakeholder[], now: Stakeholder[]) =>
  compareStakeholders('2026-08-31', before, now).people.map(({ name, changes }) => [name, ...changes]);

test.each([
  { now: person(), changes: [] },
  { now: person({ role: 'champion' }), changes: ['role'] },
  { now: person({ title: 'CEO', sentiment: 2 }), changes: ['title', 'warmer'] },
  { now: person({ sentiment: -1 }), changes: ['cooler'] },
  { now: person({ sentiment: null }), changes: [] },
])('tells what changed about a person: $changes', ({ now, changes }) => {
  expect(changesOf([person()], [now])).toEqual([['Mei Lin', ...changes]]);
});

test('tells who joined and who left, and that nobody decides any more', () => {
  const shown = compareStakeholders('2026-08-31', [person()], [person({ id: 2, name: 'Tang', role: null })]);
  expect(shown.people.map(({ name, changes }) => [name, ...changes])).toEqual([
    ['Tang', 'joined'],
    ['Mei Lin', 'left'],
  ]);
  expect(shown.sponsorsGone).toEqual(['Mei Lin']);
});

test('a sponsor who is another now, or turned champion beside a new one, is no gap', () => {
  const now = [person({ role: 'champion' }), person({ id: 2, name: 'Tang' })];
  expect(compareStakeholders('2026-08-31', [person()], now).sponsorsGone).toEqual([]);
  expect(compareStakeholders('2026-08-31', [person()], [person({ role: 'champion' })]).sponsorsGone).toEqual([
    'Mei Lin',
  ]);
});

test('says of nobody that they joined where there is no earlier day to compare with', () => {
  const shown = compareStakeholders(null, [], [person({ role: null })]);
  expect(shown).toMatchObject({ since: null, sponsorsGone: [], people: [{ changes: [] }] });
});
