import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekendsOnly } from '../working-calendar/working-day.ts';
import { type ClockFacts, handoffClock, usualClock } from './clock.ts';

const timeZone = 'Asia/Shanghai';
const facts: ClockFacts = {
  state: 'submitted',
  paidAt: '2026-11-20T02:00:00.000Z', // Friday 10:00 in Shanghai
  welcomedAt: null,
  acceptedOn: null,
  kickoffOn: null,
};
const clock = (change: Partial<ClockFacts>, now: string, calendar = weekendsOnly) =>
  handoffClock({ ...facts, ...change }, usualClock, calendar, { now, timeZone });

describe('the welcome is due thirty minutes after the payment', () => {
  test.each<[string, Partial<ClockFacts>, string, object]>([
    ['to come', {}, '2026-11-20T02:10:00.000Z', { status: 'waiting', minutes: 20 }],
    ['at its minute', {}, '2026-11-20T02:30:00.000Z', { status: 'waiting', minutes: 0 }],
    ['a second over', {}, '2026-11-20T02:30:01.000Z', { status: 'late', minutes: 1 }],
    ['a day over', {}, '2026-11-21T02:30:00.000Z', { status: 'late', minutes: 1440 }],
    [
      'sent in time',
      { welcomedAt: '2026-11-20T02:29:00.000Z' },
      '2026-11-22T00:00:00.000Z',
      { status: 'done', minutes: null },
    ],
    [
      'sent late',
      { welcomedAt: '2026-11-20T04:30:00.000Z' },
      '2026-11-22T00:00:00.000Z',
      { status: 'done-late', minutes: 120 },
    ],
    [
      'a payment nobody entered',
      { paidAt: null },
      '2026-11-22T00:00:00.000Z',
      { status: 'unknown', dueAt: null },
    ],
    [
      'the kickoff was held without it',
      { state: 'kickoff-held', kickoffOn: '2026-11-23' },
      '2026-11-24T00:00:00.000Z',
      { status: 'none' },
    ],
  ])('%s', (_, change, now, expected) => {
    expect(clock(change, now).welcome).toMatchObject(expected);
  });
});

describe('the kickoff is due five working days after the payment', () => {
  test.each<[string, Partial<ClockFacts>, string, object]>([
    [
      'a weekend lies between',
      {},
      '2026-11-20T08:00:00.000Z',
      { status: 'waiting', from: 'payment', fromOn: '2026-11-20', dueOn: '2026-11-27', workingDays: 5 },
    ],
    ['on its last day', {}, '2026-11-27T15:59:00.000Z', { status: 'waiting', workingDays: 0 }],
    [
      'the day after, in the time zone of the book',
      {},
      '2026-11-27T16:00:00.000Z',
      { status: 'late', workingDays: 1 },
    ],
    [
      'from the acceptance where nobody entered the payment',
      { paidAt: null, acceptedOn: '2026-11-18' },
      '2026-11-20T08:00:00.000Z',
      { from: 'acceptance', dueOn: '2026-11-25' },
    ],
    ['neither is known', { paidAt: null }, '2026-11-20T08:00:00.000Z', { status: 'unknown', dueOn: null }],
    ['held in time', { kickoffOn: '2026-11-27' }, '2026-12-20T08:00:00.000Z', { status: 'done' }],
    [
      'held late',
      { kickoffOn: '2026-12-01' },
      '2026-12-20T08:00:00.000Z',
      { status: 'done-late', workingDays: 2 },
    ],
  ])('%s', (_, change, now, expected) => {
    expect(clock(change, now).kickoff).toMatchObject(expected);
  });

  test('the October holidays and the Saturday that makes up for them count', () => {
    const october = {
      holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
      makeUpDays: new Set(['2026-10-10']),
    };
    const paid = { paidAt: '2026-09-30T02:00:00.000Z' };
    expect(clock(paid, '2026-09-30T03:00:00.000Z', october).kickoff.dueOn).toBe('2026-10-13');
  });
});

test('time only ever moves a deadline from waiting to late', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 });
  const at = (after: number) =>
    new Date(Date.parse('2026-11-20T02:00:00.000Z') + after * 60_000).toISOString();
  fc.assert(
    fc.property(minutes, minutes, (first, more) => {
      const [before, after] = [clock({}, at(first)), clock({}, at(first + more))];
      for (const part of ['welcome', 'kickoff'] as const)
        if (before[part].status === 'late') expect(after[part].status).toBe('late');
    }),
  );
});
