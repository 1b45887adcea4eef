import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekendsOnly } from '../working-calendar/working-day.ts';
import { agendaFor, preparationTimeline, qbrKinds, qbrSections, qbrTemplates } from './kind.ts';

describe.each(qbrKinds)('the %s template', (kind) => {
  const template = qbrTemplates[kind];

  test('has an agenda that fills its meeting and speaks only of its own sections', () => {
    expect(template.agenda.reduce((sum, line) => sum + line.minutes, 0)).toBe(template.minutes);
    expect(template.sections).toEqual(expect.arrayContaining(template.agenda.map(({ section }) => section)));
  });

  test('keeps what makes a review honest', () => {
    expect(template.sections).toEqual(
      expect.arrayContaining(['outcomes', 'commitments', 'difficulty', 'plan', 'ask']),
    );
  });

  test('keeps the order in which sections are prepared', () => {
    expect(template.sections).toEqual(qbrSections.filter((section) => template.sections.includes(section)));
  });

  test('stretches to any length without losing a minute or turning the order of weights around', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (minutes) => {
        const lines = agendaFor(kind, minutes);
        expect(lines.reduce((sum, line) => sum + line.minutes, 0)).toBe(minutes);
        for (const [index, line] of lines.entries()) {
          const share = ((template.agenda[index]?.minutes ?? 0) * minutes) / template.minutes;
          expect(Math.abs(line.minutes - share)).toBeLessThan(1);
        }
      }),
    );
  });
});

test('meetings last 30, 60 to 90 and 90 minutes; the executive one has fewer pages', () => {
  expect(qbrKinds.map((kind) => qbrTemplates[kind].minutesRange)).toEqual([
    [30, 30],
    [60, 90],
    [90, 90],
  ]);
  expect(qbrTemplates.ebr.sections.length).toBeLessThan(qbrTemplates.qbr.sections.length);
});

test.each([-1, 12.5, Number.NaN])('an agenda cannot last %s minutes', (minutes) => {
  expect(() => agendaFor('qbr', minutes)).toThrow(RangeError);
});

describe('preparationTimeline', () => {
  test('counts back 30, 7 and 1 days and sends the recap the next working day', () => {
    expect(preparationTimeline('2026-12-02', weekendsOnly)).toEqual([
      { step: 'start', on: '2026-11-02' },
      { step: 'internal-review', on: '2026-11-25' },
      { step: 'pre-read', on: '2026-12-01' },
      { step: 'meeting', on: '2026-12-02' },
      { step: 'recap', on: '2026-12-03' },
    ]);
  });

  const holidays = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
  const calendar = { holidays: new Set(holidays), makeUpDays: new Set(['2026-11-28']) };
  test.each([
    { meeting: '2026-12-04', recap: '2026-12-07', title: 'a Friday' },
    { meeting: '2026-11-27', recap: '2026-11-28', title: 'the Friday before a Saturday worked to make up' },
    { meeting: '2026-09-30', recap: '2026-10-08', title: 'the eve of a long holiday' },
    { meeting: '2028-02-28', recap: '2028-02-29', title: 'the day before a leap day' },
  ])('after $title the recap is due $recap', ({ meeting, recap }) => {
    expect(preparationTimeline(meeting, calendar).at(-1)?.on).toBe(recap);
  });
});
