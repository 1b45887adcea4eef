import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { roadmap } from './roadmap.ts';

describe('a roadmap', () => {
  test('lays bars over whole months, the last day included', () => {
    // April has 30 days, May 31: 61 in all.
    expect(
      roadmap([
        { id: 1, fromOn: '2026-04-11', toOn: '2026-04-20' },
        { id: 2, fromOn: '2026-05-01', toOn: '2026-05-31' },
      ]),
    ).toEqual({
      months: [
        { on: '2026-04-01', at: 0 },
        { on: '2026-05-01', at: 30 / 61 },
      ],
      bars: [
        { id: 1, start: 10 / 61, length: 20 / 61 - 10 / 61 },
        { id: 2, start: 30 / 61, length: 1 - 30 / 61 },
      ],
      undated: 0,
    });
  });

  test('takes one day for a bar of that day, and counts what has none', () => {
    const { bars, undated } = roadmap([
      { id: 1, fromOn: null, toOn: '2026-04-30' },
      { id: 2, fromOn: '2026-04-01', toOn: null },
      { id: 3, fromOn: null, toOn: null },
    ]);
    expect(bars.map(({ id, length }) => [id, Math.round(length * 30)])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(undated).toBe(1);
  });

  test('of nothing dated has neither months nor bars', () => {
    expect(roadmap([{ id: 1, fromOn: null, toOn: null }])).toEqual({ months: [], bars: [], undated: 1 });
  });

  test('over three years names every third month', () => {
    const { months } = roadmap([{ id: 1, fromOn: '2026-01-15', toOn: '2028-12-01' }]);
    expect(months.map(({ on }) => on).slice(0, 3)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01']);
    expect(months).toHaveLength(12);
  });

  test('keeps every bar inside, with a length, however the days lie', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-02-29', days));
    const span = fc.tuple(day, fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
        const { bars } = roadmap(
          spans.map(([fromOn, days], id) => ({ id, fromOn, toOn: addDays(fromOn, days) })),
        );
        for (const { start, length } of bars) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(start + length).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
