import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../types/calendar.ts';
import { contactSilence } from './silence.ts';

const today = '2026-11-22';
const ago = (...days: number[]): IsoDate[] => days.map((count) => addDays(today, -count));

test.each([
  ['never touched', [], { days: null, medianGapDays: null, limitDays: 30, isSilent: true }],
  [
    'two touches, no rhythm yet: 30 days',
    [10, 30],
    { days: 10, medianGapDays: null, limitDays: 30, isSilent: false },
  ],
  ['the 30th day is not yet silent', [30], { days: 30, limitDays: 30, isSilent: false }],
  ['the 31st is', [31], { days: 31, limitDays: 30, isSilent: true }],
  [
    'a weekly contact quiet for three weeks',
    [21, 28, 35, 42],
    { days: 21, medianGapDays: 7, limitDays: 14, isSilent: true },
  ],
  [
    'a quarterly contact quiet for three months',
    [91, 181, 271],
    { days: 91, medianGapDays: 90, limitDays: 180, isSilent: false },
  ],
  [
    'a daily contact may miss a week',
    [6, 7, 8, 9],
    { days: 6, medianGapDays: 1, limitDays: 7, isSilent: false },
  ],
  ['one long gap does not move the middle', [3, 10, 17, 200], { medianGapDays: 7, isSilent: false }],
  ['an even number of gaps has two middles', [0, 10, 24], { medianGapDays: 12, limitDays: 24 }],
])('%s', (_, days, expected) => {
  expect(contactSilence(ago(...days), today)).toMatchObject(expected);
});

test('order, repeats and days to come change nothing', () => {
  const day = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), fc.array(day), (days, later) => {
      const silence = contactSilence(ago(...days), today);
      const shuffled = [
        ...ago(...days.toReversed(), ...days),
        ...later.map((count) => addDays(today, 1 + count)),
      ];
      expect(contactSilence(shuffled, today)).toEqual(silence);
      expect(silence.isSilent).toBe(silence.days === null || silence.days > silence.limitDays);
      expect(silence.limitDays).toBeGreaterThanOrEqual(7);
    }),
  );
});
