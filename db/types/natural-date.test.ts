import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIsoDate } from './calendar.ts';
import { findSpokenDate } from './natural-date.ts';

/** A Sunday. */
const today = '2026-11-22';
const wednesday = '2026-11-25';

describe('a day said in words', () => {
  test.each([
    ['call Harbor today', today, '2026-11-22'],
    ['call Harbor tomorrow', today, '2026-11-23'],
    ['the day after tomorrow', today, '2026-11-24'],
    ['in 3 days', today, '2026-11-25'],
    ['in two weeks', today, '2026-12-06'],
    ['in a month', today, '2026-12-22'],
    ['on Monday', wednesday, '2026-11-30'],
    ['Wednesday', wednesday, '2026-12-02'],
    ['next Tuesday', wednesday, '2026-12-01'],
    ['next Friday', wednesday, '2026-12-04'],
    ['Friday', wednesday, '2026-11-27'],
    ['next week', wednesday, '2026-11-30'],
    ['end of the week', wednesday, '2026-11-27'],
    ['end of the month', today, '2026-11-30'],
    ['12 Dec', today, '2026-12-12'],
    ['December 12th', today, '2026-12-12'],
    ['5 January', today, '2027-01-05'],
    ['5 January 2028', today, '2028-01-05'],
    ['29 February', today, '2028-02-29'],
    ['2026-12-02', today, '2026-12-02'],
    ['今天', today, '2026-11-22'],
    ['明天下午', today, '2026-11-23'],
    ['后天', today, '2026-11-24'],
    ['大后天', today, '2026-11-25'],
    ['下周二', today, '2026-11-24'],
    ['下周二', wednesday, '2026-12-01'],
    ['下下周一', wednesday, '2026-12-07'],
    ['本周五', wednesday, '2026-11-27'],
    ['周五', wednesday, '2026-11-27'],
    ['周一', wednesday, '2026-11-30'],
    ['星期天', wednesday, '2026-11-29'],
    ['三天后', today, '2026-11-25'],
    ['两周后', today, '2026-12-06'],
    ['3个月后', today, '2027-02-22'],
    ['月底', today, '2026-11-30'],
    ['下月底', today, '2026-12-31'],
    ['12月2日', today, '2026-12-02'],
    ['十二月二十三号', today, '2026-12-23'],
    ['下个月5号', today, '2026-12-05'],
    ['28号', today, '2026-11-28'],
    ['5号', today, '2026-12-05'],
    ['2027年1月5日', today, '2027-01-05'],
    ['拜访云集 12/2', today, '2026-12-02'],
  ])('%s, said on %s, is %s', (text, on, expected) => {
    expect(findSpokenDate(text, on, 'future')?.on).toBe(expected);
  });

  test.each([
    ['yesterday met Mei Lin', today, '2026-11-21'],
    ['day before yesterday', today, '2026-11-20'],
    ['3 days ago', today, '2026-11-19'],
    ['a week ago', today, '2026-11-15'],
    ['met on Monday', wednesday, '2026-11-23'],
    ['last Friday', wednesday, '2026-11-20'],
    ['called on 12 Dec', today, '2026-12-12'],
    ['called on 5 October', today, '2026-10-05'],
    ['昨天', today, '2026-11-21'],
    ['前天见了林梅', today, '2026-11-20'],
    ['上周三', wednesday, '2026-11-18'],
    ['周五', wednesday, '2026-11-20'],
    ['两天前', today, '2026-11-20'],
    ['25号', today, '2026-10-25'],
  ])('%s, told on %s as done, was %s', (text, on, expected) => {
    expect(findSpokenDate(text, on, 'past')?.on).toBe(expected);
  });

  test.each([
    ['every week', 'week', 1, today],
    ['every 2 weeks', 'week', 2, today],
    ['every Monday', 'week', 1, '2026-11-23'],
    ['每周', 'week', 1, today],
    ['每周一', 'week', 1, '2026-11-23'],
    ['每3个月', 'month', 3, today],
    ['每两周', 'week', 2, today],
  ])('%s repeats', (text, unit, every, on) => {
    expect(findSpokenDate(text, today, 'future')).toMatchObject({ on, interval: { unit, every } });
  });
});

test.each([
  'Harbor sat down with us',
  'the sun shines on 3 stores',
  'may send 40 lines',
  'ratio 12/2',
  'seat price 2026.99',
  '周到的服务',
  '交付日程',
  '31 February',
])('%s names no day', (text) => {
  expect(findSpokenDate(text, today, 'future')).toBeNull();
});

const scraps = fc.constantFrom(
  'tomorrow',
  'in ',
  '99',
  ' weeks',
  '下',
  '周',
  '十',
  '月',
  '号',
  '/',
  'Dec',
  ' 31',
  'every ',
  '天',
  '后',
  '每',
  '年',
);
test('whatever is typed, what is found is a day that exists and stands where it says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(scraps).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom('past' as const, 'future' as const), (typed, tense) => {
      const found = findSpokenDate(typed, today, tense);
      if (!found) return;
      expect(isIsoDate(found.on)).toBe(true);
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.end).toBeGreaterThan(found.start);
      expect(found.end).toBeLessThanOrEqual(typed.length);
    }),
    { numRuns: 1000 },
  );
});
