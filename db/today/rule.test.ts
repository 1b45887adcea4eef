import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import { countToday, type TodayFacts, todayEntries, todayKinds, urgencies } from './rule.ts';

const today = '2026-11-22';
const nothing: TodayFacts = {
  tasks: [],
  handoffs: [],
  clocks: [],
  gaps: [],
  renewals: [],
  qbrsDue: [],
  meetings: [],
  milestones: [],
  commitments: [],
  sponsors: [],
  assessments: [],
  reds: [],
  overrides: [],
};
const harbor = { id: 7, accountId: 3, accountName: 'Harbor' };
const line = { ...harbor, product: 'Platform', renewsByItself: false, noticeGivenOn: null };
const only = (facts: Partial<TodayFacts>) => todayEntries({ ...nothing, ...facts }, today);

describe('each thing has its reason, its day and how pressing it is', () => {
  test.each<[Partial<TodayFacts>, string, string | null, number | null, string]>([
    [{ tasks: [{ ...harbor, title: 'Call', dueOn: '2026-11-19' }] }, 'task-late', '2026-11-19', 3, 'late'],
    [{ tasks: [{ ...harbor, title: 'Call', dueOn: today }] }, 'task-due', today, 0, 'now'],
    [
      { handoffs: [{ ...harbor, state: 'submitted', deal: null, since: '2026-11-20' }] },
      'handoff-submitted',
      '2026-11-20',
      2,
      'now',
    ],
    [
      { handoffs: [{ ...harbor, state: 'returned', deal: null, since: '2026-11-20' }] },
      'handoff-returned',
      '2026-11-20',
      2,
      'soon',
    ],
    [
      { clocks: [{ ...harbor, what: 'welcome', deal: 'Planning', dueOn: today, isLate: true }] },
      'welcome-late',
      today,
      0,
      'late',
    ],
    [
      { clocks: [{ ...harbor, what: 'kickoff', deal: null, dueOn: '2026-11-24', isLate: false }] },
      'kickoff-due',
      '2026-11-24',
      2,
      'now',
    ],
    [{ gaps: [{ ...harbor, owner: 'Zhou', dueOn: '2026-11-21' }] }, 'gap-late', '2026-11-21', 1, 'late'],
    [{ gaps: [{ ...harbor, owner: 'Zhou', dueOn: '2026-11-24' }] }, 'gap-due', '2026-11-24', 2, 'now'],
    [
      { renewals: [{ ...line, endOn: '2026-12-31', noticeOn: '2026-12-01' }] },
      'notice-soon',
      '2026-12-01',
      9,
      'now',
    ],
    [
      { renewals: [{ ...line, endOn: '2027-02-10', noticeOn: '2027-01-10' }] },
      'notice-soon',
      '2027-01-10',
      49,
      'soon',
    ],
    [
      { renewals: [{ ...line, endOn: '2026-12-31', noticeOn: '2026-11-21' }] },
      'notice-passed',
      '2026-12-31',
      39,
      'now',
    ],
    [
      { renewals: [{ ...line, endOn: '2026-12-31', noticeOn: null }] },
      'renewal-soon',
      '2026-12-31',
      39,
      'soon',
    ],
    [
      { renewals: [{ ...line, endOn: '2026-12-31', noticeOn: '2026-11-21', renewsByItself: true }] },
      'renews-itself',
      '2026-12-31',
      39,
      'soon',
    ],
    [
      { renewals: [{ ...line, endOn: '2026-12-31', noticeOn: '2026-12-01', noticeGivenOn: '2026-11-01' }] },
      'notice-given',
      '2026-12-31',
      39,
      'now',
    ],
    [
      { renewals: [{ ...line, endOn: '2026-11-21', noticeOn: '2026-10-22' }] },
      'ended-open',
      '2026-11-21',
      1,
      'late',
    ],
    [{ qbrsDue: [{ ...harbor, dueOn: '2026-11-21' }] }, 'qbr-overdue', '2026-11-21', 1, 'late'],
    [{ qbrsDue: [{ ...harbor, dueOn: today }] }, 'qbr-due', today, 0, 'soon'],
    [{ meetings: [{ ...harbor, meetingOn: '2026-12-02' }] }, 'qbr-meeting', '2026-12-02', 10, 'now'],
    [
      {
        milestones: [{ ...harbor, kind: 'milestone', title: 'Go-live', titleZh: null, dueOn: '2026-11-20' }],
      },
      'milestone-late',
      '2026-11-20',
      2,
      'late',
    ],
    [
      {
        milestones: [
          { ...harbor, kind: 'touchpoint', title: 'Check-in', titleZh: null, dueOn: '2026-11-20' },
        ],
      },
      'touchpoint-late',
      '2026-11-20',
      2,
      'late',
    ],
    [
      { milestones: [{ ...harbor, kind: 'milestone', title: 'Go-live', titleZh: null, dueOn: today }] },
      'milestone-due',
      today,
      0,
      'now',
    ],
    [
      { commitments: [{ ...harbor, text: 'Training', dueOn: '2026-11-12' }] },
      'commitment-late',
      '2026-11-12',
      10,
      'late',
    ],
    [
      { commitments: [{ ...harbor, text: 'Training', dueOn: '2026-11-28' }] },
      'commitment-due',
      '2026-11-28',
      6,
      'now',
    ],
    [
      {
        sponsors: [
          {
            ...harbor,
            sponsor: 'Mei Lin',
            sponsorTouchedOn: '2026-10-12',
            anyTouchedOn: '2026-11-10',
            isQuiet: false,
          },
        ],
      },
      'sponsor-silent',
      '2026-10-12',
      41,
      'now',
    ],
    [
      {
        sponsors: [
          { ...harbor, sponsor: null, sponsorTouchedOn: null, anyTouchedOn: '2026-11-10', isQuiet: false },
        ],
      },
      'sponsor-none',
      null,
      null,
      'soon',
    ],
    [
      {
        sponsors: [
          {
            ...harbor,
            sponsor: 'Mei Lin',
            sponsorTouchedOn: '2026-10-12',
            anyTouchedOn: '2026-10-23',
            isQuiet: true,
          },
        ],
      },
      'nobody-touched',
      '2026-10-23',
      30,
      'now',
    ],
    [
      { sponsors: [{ ...harbor, sponsor: null, sponsorTouchedOn: null, anyTouchedOn: null, isQuiet: true }] },
      'nobody-touched',
      null,
      null,
      'now',
    ],
    [
      {
        assessments: [
          { ...harbor, model: 'Customer maturity', modelZh: '客户成熟度', assessedOn: '2026-05-01' },
        ],
      },
      'reassess',
      '2026-05-01',
      205,
      'soon',
    ],
  ])('%j', (facts, reason, on, days, urgency) => {
    expect(only(facts)).toMatchObject([{ reason, on, days, urgency, id: 7, accountName: 'Harbor' }]);
  });
});

const facts = fc.record({
  tasks: fc.array(fc.integer({ min: -90, max: 0 })),
  commitments: fc.array(fc.integer({ min: -90, max: 7 })),
  qbrsDue: fc.array(fc.integer({ min: -400, max: 30 })),
  meetings: fc.array(fc.integer({ min: 0, max: 30 })),
});

test('what is late stands first, then by kind, then by day, and nothing is lost', () => {
  fc.assert(
    fc.property(facts, ({ tasks, commitments, qbrsDue, meetings }) => {
      const day = (days: number) => addDays(today, days);
      const entries = only({
        tasks: tasks.map((days) => ({ ...harbor, title: 'x', dueOn: day(days) })),
        commitments: commitments.map((days) => ({ ...harbor, text: 'x', dueOn: day(days) })),
        qbrsDue: qbrsDue.map((days) => ({ ...harbor, dueOn: day(days) })),
        meetings: meetings.map((days) => ({ ...harbor, meetingOn: day(days) })),
      });
      expect(entries).toHaveLength(tasks.length + commitments.length + qbrsDue.length + meetings.length);
      const place = entries.map(
        ({ urgency, kind, on }) => `${urgencies.indexOf(urgency)}${todayKinds.indexOf(kind)}${on}`,
      );
      expect(place).toEqual(place.toSorted());
      expect(countToday(entries).pressing).toBe(entries.filter(({ urgency }) => urgency !== 'soon').length);
    }),
  );
});

test('sponsors keep the order of their accounts, the most valuable first', () => {
  const silent = (name: string, anyTouchedOn: string) => ({
    ...harbor,
    accountName: name,
    sponsor: null,
    sponsorTouchedOn: null,
    anyTouchedOn,
    isQuiet: true,
  });
  const entries = only({ sponsors: [silent('Large', '2026-10-01'), silent('Small', '2026-01-01')] });
  expect(entries.map(({ accountName }) => accountName)).toEqual(['Large', 'Small']);
});
