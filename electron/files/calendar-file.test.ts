import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recurrence } from '../../db/task/rule.ts';
import { type CalendarEntry, calendarFile } from './calendar-file.ts';

const options = {
  kind: 'events',
  name: 'East China',
  writtenAt: new Date('2026-11-22T01:02:03.456Z'),
} as const;
const call: CalendarEntry = {
  uid: 'task-7@tenure',
  summary: 'Call Mei Lin',
  description: 'Harbor Retail Group',
  dueOn: '2026-12-31',
  recurrence: null,
};

/** Reads the file as a calendar does: unfolds, then unescapes. */
function read(file: string): [name: string, value: string][] {
  return file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      const value = line.slice(colon + 1).replace(/\\(n|[\\;,])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
      return [line.slice(0, colon), value];
    });
}
const value = (file: string, name: string) => read(file).find(([found]) => found === name)?.[1];

test('a task is an all-day event that makes nobody busy', () => {
  expect(calendarFile([call], options)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Tenure//Tenure//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:East China',
      'BEGIN:VEVENT',
      'UID:task-7@tenure',
      'DTSTAMP:20261122T010203Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Call Mei Lin',
      'DESCRIPTION:Harbor Retail Group',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('the same task can be a to-do', () => {
  const file = calendarFile([call], { ...options, kind: 'to-dos' });
  expect(file).toContain('BEGIN:VTODO\r\n');
  expect(value(file, 'DUE;VALUE=DATE')).toBe('20261231');
  expect(file).toContain('STATUS:NEEDS-ACTION\r\n');
  expect(file).not.toContain('VEVENT');
});

test('a repeating to-do starts and lasts its day, since it may not start when it is due', () => {
  const recurrence = { unit: 'week', every: 1, fromOn: '2026-12-31' } as const;
  const file = calendarFile([{ ...call, recurrence }], { ...options, kind: 'to-dos' });
  expect(value(file, 'DTSTART;VALUE=DATE')).toBe('20261231');
  expect(value(file, 'DURATION')).toBe('P1D');
  expect(file).not.toContain('DUE');
});

test('without tasks it is a calendar all the same', () => {
  expect(read(calendarFile([], options))).toHaveLength(7);
});

describe('a repeating task', () => {
  test.each<[Recurrence['unit'], number, string, string]>([
    ['day', 2, '2026-11-30', 'FREQ=DAILY;INTERVAL=2'],
    ['week', 1, '2026-11-30', 'FREQ=WEEKLY;INTERVAL=1'],
    ['month', 3, '2026-11-15', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15'],
    ['month', 1, '2026-01-31', 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    ['month', 1, '2026-01-29', 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29;BYSETPOS=-1'],
    ['year', 1, '2026-11-30', 'FREQ=YEARLY;INTERVAL=1'],
    ['year', 1, '2024-02-29', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=28,29;BYSETPOS=-1'],
  ])('every %s × %d from %s is said as %s', (unit, every, fromOn, rule) => {
    const file = calendarFile([{ ...call, recurrence: { unit, every, fromOn } }], options);
    expect(value(file, 'RRULE')).toBe(rule);
  });
});

describe('any text', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (summary) => {
        const shown = summary
          .replace(/\r\n?/g, '\n')
          .replace(/[\p{Cc}\u2028\u2029]/gu, (c) => (c === '\n' ? c : ' '));
        expect(value(calendarFile([{ ...call, summary }], options), 'SUMMARY')).toBe(shown);
      }),
    );
  });

  test('lies in lines of at most 75 octets that end with CR LF and tear no character apart', () => {
    const text = fc.array(fc.constantFrom('云', '集', 'a', ',', ';', '\\', '\n', '\r', '😀', 'é'), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (characters) => {
        const file = calendarFile([{ ...call, summary: characters.join('') }], options);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('in Chinese is folded between characters', () => {
    const summary = '致电林梅确认明年的目标必须是货架有货率并约定下一次复盘会的时间和参会人员';
    const lines = calendarFile([{ ...call, summary }], options).split('\r\n');
    const at = lines.findIndex((line) => line.startsWith('SUMMARY:'));
    expect(Buffer.byteLength(lines[at] ?? '')).toBeLessThanOrEqual(75);
    expect(`${lines[at]}${lines[at + 1]?.slice(1)}`).toBe(`SUMMARY:${summary}`);
  });
});
