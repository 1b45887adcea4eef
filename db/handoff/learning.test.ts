import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LearnedHandoff, learnFrom, rankFrom } from './learning.ts';

const handoff = (change: Partial<LearnedHandoff> = {}): LearnedHandoff => ({
  seller: 'Zhou Ming',
  acceptedOn: '2026-05-04',
  firstScore: 80,
  returns: 0,
  returnedFields: [],
  daysToValue: null,
  renewed: null,
  ...change,
});
const times = (count: number, change: Partial<LearnedHandoff>) =>
  Array.from({ length: count }, () => handoff(change));

test('quarters stand in their order with mean score and share returned, each with its cases', () => {
  const { quarters } = learnFrom([
    handoff({ acceptedOn: '2026-07-01', firstScore: 90 }),
    handoff({ acceptedOn: '2026-06-30', firstScore: 60, returns: 2 }),
    handoff({ acceptedOn: '2026-04-01', firstScore: 70 }),
  ]);
  expect(quarters).toEqual([
    { quarter: '2026-Q2', score: { value: 65, cases: 2 }, returned: { value: 0.5, cases: 2 } },
    { quarter: '2026-Q3', score: { value: 90, cases: 1 }, returned: { value: 0, cases: 1 } },
  ]);
});

test('a seller with fewer than five cases has figures and no rank, however good', () => {
  const { sellers } = learnFrom([
    ...times(4, { seller: 'Ai', firstScore: 100 }),
    ...times(5, { seller: 'Bo', firstScore: 60 }),
    ...times(6, { seller: 'Cao', firstScore: 75 }),
    handoff({ seller: null }),
  ]);
  expect(sellers.map(({ seller, rank }) => [seller, rank])).toEqual([
    ['Cao', 1],
    ['Bo', 2],
    ['Ai', null],
  ]);
});

test('fields are ranked once five handoffs were sent back', () => {
  const returned = { returns: 1, returnedFields: ['Target', 'Sponsor'] };
  expect(learnFrom(times(4, returned)).fields.map(({ rank }) => rank)).toEqual([null, null]);
  expect(
    learnFrom([...times(5, returned), handoff({ returns: 1, returnedFields: ['Target'] })]).fields,
  ).toEqual([
    { label: 'Target', rank: 1, count: 6 },
    { label: 'Sponsor', rank: 2, count: 5 },
  ]);
});

test('the first score is set against median days to value and the share renewed of those decided', () => {
  const { bands } = learnFrom([
    handoff({ firstScore: 69, daysToValue: 60, renewed: false }),
    handoff({ firstScore: 70, daysToValue: 20 }),
    handoff({ firstScore: 84, daysToValue: 40, renewed: true }),
    handoff({ firstScore: 85 }),
  ]);
  expect(bands).toEqual([
    { band: 'low', cases: 1, daysToValue: { value: 60, cases: 1 }, renewed: { value: 0, cases: 1 } },
    { band: 'middle', cases: 2, daysToValue: { value: 30, cases: 2 }, renewed: { value: 1, cases: 1 } },
    { band: 'high', cases: 1, daysToValue: { value: null, cases: 0 }, renewed: { value: null, cases: 0 } },
  ]);
});

test('every case is in one quarter and one band, and no rank rests on fewer than five', () => {
  const any = fc.record({
    seller: fc.constantFrom('Ai', 'Bo', null),
    acceptedOn: fc.constantFrom('2025-12-31', '2026-01-01', '2026-08-15'),
    firstScore: fc.integer({ min: 0, max: 100 }),
    returns: fc.integer({ min: 0, max: 3 }),
    returnedFields: fc.constant([]),
    daysToValue: fc.option(fc.integer({ min: 0, max: 400 })),
    renewed: fc.option(fc.boolean()),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (handoffs) => {
      const { cases, quarters, bands, sellers } = learnFrom(handoffs);
      expect(quarters.reduce((sum, { score }) => sum + score.cases, 0)).toBe(cases);
      expect(bands.reduce((sum, band) => sum + band.cases, 0)).toBe(cases);
      for (const { rank, score } of sellers)
        if (rank !== null) expect(score.cases).toBeGreaterThanOrEqual(rankFrom);
    }),
  );
});
