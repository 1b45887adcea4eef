import { expect, test } from 'vitest';
import { monthsOf, quarterBeginning, rowMarks } from './year-marks.ts';

test('a fiscal year from April has its twelve months in order', () => {
  const months = monthsOf({ from: '2025-04-01', to: '2026-03-31' });
  expect(months).toHaveLength(12);
  expect([months[0], months[8], months[11]]).toEqual(['2025-04', '2025-12', '2026-03']);
});

test.each([
  ['2026-01', 1, 1],
  ['2026-02', 1, null],
  ['2026-10', 1, 4],
  ['2026-04', 4, 1],
  ['2026-01', 4, 4],
  ['2026-03', 3, 1],
])('%s begins, in a fiscal year from month %i, quarter %s', (month, start, quarter) => {
  expect(quarterBeginning(month, start)).toBe(quarter);
});

test('marks stand in their months: held, planned, due and overdue', () => {
  const marks = rowMarks(
    {
      accountId: 1,
      account: 'Harbor',
      fiscalStart: null,
      reviews: [
        { id: 7, kind: 'qbr', on: '2026-03-20', isHeld: true },
        { id: 8, kind: 'ebr', on: '2026-07-02', isHeld: false },
      ],
      dueOn: ['2026-03-05', '2026-11-02'],
    },
    '2026-06-15',
  );
  expect(marks.get('2026-03')?.map(({ state, id }) => [state, id])).toEqual([
    ['overdue', null],
    ['held', 7],
  ]);
  expect(marks.get('2026-07')).toEqual([{ state: 'planned', on: '2026-07-02', id: 8, kind: 'ebr' }]);
  expect(marks.get('2026-11')?.[0]?.state).toBe('due');
});
