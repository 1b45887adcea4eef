import { describe, expect, it } from 'vitest';
import { countPromises, daysLate } from './promise.ts';

describe('a promise', () => {
  it.each([
    ['open', '2026-11-05', 0],
    ['open', '2026-11-06', 0],
    ['open', '2026-11-03', 2],
    ['open', null, null],
    ['broken', '2026-11-03', null],
  ] as const)('that is %s and due on %s is late by %j days on 5 November', (status, dueOn, days) => {
    expect(daysLate({ status, dueOn }, '2026-11-05')).toBe(days);
  });

  it('is counted by status, and late only while open', () => {
    const due = '2026-11-01';
    const promises = (['open', 'open', 'kept', 'partly', 'broken'] as const).map((status, at) => ({
      status,
      dueOn: at === 0 ? null : due,
    }));
    expect(countPromises(promises, '2026-11-05')).toEqual({
      open: 2,
      kept: 1,
      partly: 1,
      broken: 1,
      late: 1,
    });
  });
});
