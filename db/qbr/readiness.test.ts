import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../types/calendar.ts';
import type { GapKey, ReadinessFacts } from './gap.ts';
import { qbrKinds, qbrSections } from './kind.ts';
import { qbrReadiness } from './readiness.ts';

const today = '2026-11-22';
const complete: ReadinessFacts = {
  kind: 'qbr',
  asOf: today,
  hidden: [],
  meetingOn: '2026-12-02',
  minutes: 60,
  agendaMinutes: 60,
  success: { confirmedOn: '2026-09-01' },
  goals: [
    { id: 1, name: 'Order-to-ship time', reading: { on: '2026-11-18', sourced: true } },
    { id: 2, name: 'Write-offs', reading: { on: '2026-11-18', sourced: true } },
  ],
  valuePoints: [{ id: 5, name: 'Reorder advice', proven: true }],
  claims: [{ id: 7, name: '19 h faster', sourced: true }],
  commitments: [{ scored: true }, { scored: true }, { scored: true }],
  maturityAssessedOn: '2026-10-10',
  difficulties: 1,
  asks: { us: 1, customer: 1 },
  newCommitments: { us: 1, customer: 1 },
  plan: [{ complete: true }],
  sponsors: [{ id: 9, name: 'Mei Lin', invited: true }],
  figures: [
    { id: 31, name: 'Weekly users', section: 'usage', gap: null, days: 4 },
    { id: 32, name: 'Tickets', section: 'support', gap: null, days: 4 },
  ],
  soWhat: true,
};
const empty: ReadinessFacts = {
  ...complete,
  meetingOn: null,
  agendaMinutes: 0,
  success: null,
  goals: [],
  valuePoints: [],
  claims: [],
  commitments: [],
  maturityAssessedOn: null,
  difficulties: 0,
  asks: { us: 0, customer: 0 },
  newCommitments: { us: 0, customer: 0 },
  plan: [],
  sponsors: [],
  figures: [],
  soWhat: false,
};
const keysOf = (facts: ReadinessFacts) => qbrReadiness(facts, today).gaps.map(({ key }) => key);

test('a complete review is 100, with every section ready and no gap', () => {
  const readiness = qbrReadiness(complete, today);
  expect(readiness).toMatchObject({ score: 100, gaps: [] });
  expect(new Set(Object.values(readiness.sections))).toEqual(new Set(['ready']));
});

test('an empty first review is 0 and names everything it needs, but no earlier commitments', () => {
  const readiness = qbrReadiness(empty, today);
  expect(readiness.score).toBe(0);
  expect(readiness.gaps.map(({ key }) => key)).toEqual([
    'success-missing',
    'goals-missing',
    'claims-missing',
    'so-what-missing',
    'usage-missing',
    'support-missing',
    'assessment-missing',
    'difficulty-missing',
    'plan-missing',
    'ask-missing-us',
    'ask-missing-customer',
    'commitment-missing-us',
    'commitment-missing-customer',
    'date-missing',
    'sponsor-unknown',
    'agenda-misfit',
  ]);
  expect(readiness.sections).toMatchObject({ why: 'untouched', commitments: 'ready', agenda: 'untouched' });
});

describe('each gap is named with what fixes it', () => {
  const goal = { id: 2, name: 'Write-offs' };
  const cases: {
    changes: Partial<ReadinessFacts>;
    key: GapKey;
    fix: string;
    subject?: number;
    count?: number;
  }[] = [
    { changes: { success: { confirmedOn: null } }, key: 'success-unconfirmed', fix: 'confirm-success' },
    {
      changes: { success: { confirmedOn: '2026-05-25' } },
      key: 'success-unconfirmed',
      fix: 'confirm-success',
    },
    {
      changes: { goals: [{ ...goal, reading: null }] },
      key: 'reading-missing',
      fix: 'add-reading',
      subject: 2,
    },
    {
      changes: { goals: [{ ...goal, reading: { on: '2026-09-22', sourced: true } }] },
      key: 'reading-stale',
      fix: 'add-reading',
      subject: 2,
      count: 61,
    },
    {
      changes: { goals: [{ ...goal, reading: { on: today, sourced: false } }] },
      key: 'reading-unsourced',
      fix: 'source-reading',
      subject: 2,
    },
    {
      changes: { valuePoints: [{ id: 5, name: 'Reorder advice', proven: false }] },
      key: 'value-point-unproven',
      fix: 'add-claim',
      subject: 5,
    },
    {
      changes: { claims: [{ id: 7, name: 'x', sourced: false }] },
      key: 'claim-unsourced',
      fix: 'source-claim',
      subject: 7,
    },
    {
      changes: { commitments: [{ scored: true }, { scored: false }, { scored: false }] },
      key: 'commitments-unscored',
      fix: 'score-commitments',
      count: 2,
    },
    {
      changes: { maturityAssessedOn: '2026-05-25' },
      key: 'assessment-stale',
      fix: 'assess-maturity',
      count: 181,
    },
    {
      changes: { plan: [{ complete: true }, { complete: false }] },
      key: 'plan-incomplete',
      fix: 'complete-plan',
      count: 1,
    },
    {
      changes: { sponsors: [{ id: 9, name: 'Mei Lin', invited: false }] },
      key: 'sponsor-not-invited',
      fix: 'invite-sponsor',
      subject: 9,
    },
    ...(['untold', 'unsourced', 'stale'] as const).map((gap) => ({
      changes: {
        figures: [
          ...complete.figures,
          { id: 33, name: 'Sponsor left', section: 'risk' as const, gap, days: 70 },
        ],
      },
      key: `figure-${gap}` as const,
      fix: 'complete-figure',
      subject: 33,
      count: 70,
    })),
    { changes: { agendaMinutes: 75 }, key: 'agenda-misfit', fix: 'fit-agenda', count: 15 },
  ];
  test.each(cases)('$key: $fix', ({ changes, key, fix, subject, count = 0 }) => {
    const { gaps, score } = qbrReadiness({ ...complete, ...changes }, today);
    expect(gaps).toEqual([expect.objectContaining({ key, fix, count })]);
    expect(gaps[0]?.subject?.id).toBe(subject);
    expect(score).toBeLessThan(100);
  });
});

test.each([
  {
    title: 'a reading',
    at: 60,
    facts: (on: string) => ({ goals: [{ id: 1, name: 'x', reading: { on, sourced: true } }] }),
  },
  { title: 'an assessment', at: 180, facts: (on: string) => ({ maturityAssessedOn: on }) },
  { title: 'a confirmation', at: 180, facts: (on: string) => ({ success: { confirmedOn: on } }) },
])('$title is fresh for $at days', ({ at, facts }) => {
  expect(keysOf({ ...complete, ...facts(addDays(today, -at)) })).toEqual([]);
  expect(keysOf({ ...complete, ...facts(addDays(today, -at - 1)) })).toHaveLength(1);
});

test('hiding a section takes its checks away, but never those of honesty', () => {
  const hidden = { ...empty, commitments: [{ scored: false }], hidden: [...qbrSections] };
  expect(keysOf(hidden)).toEqual([
    'commitments-unscored',
    'difficulty-missing',
    'ask-missing-us',
    'ask-missing-customer',
    'commitment-missing-us',
    'commitment-missing-customer',
  ]);
});

test('a monthly review asks for neither why they bought, maturity nor the sponsor', () => {
  const keys = keysOf({ ...empty, kind: 'mbr' });
  expect(keys).toContain('difficulty-missing');
  for (const key of ['success-missing', 'assessment-missing', 'sponsor-unknown'])
    expect(keys).not.toContain(key);
});

test('the score lies between 0 and 100, is 100 only without gaps, and fixing never lowers it', () => {
  const goals = fc.array(
    fc.record({
      id: fc.nat(),
      name: fc.string(),
      reading: fc.option(
        fc.record({ on: fc.constantFrom('2026-11-01', '2026-01-01'), sourced: fc.boolean() }),
      ),
    }),
    { maxLength: 9 },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...qbrKinds),
      fc.subarray([...qbrSections]),
      goals,
      fc.array(fc.record({ scored: fc.boolean() }), { maxLength: 9 }),
      fc.nat(2),
      fc.boolean(),
      (kind, hidden, someGoals, commitments, difficulties, soWhat) => {
        const facts = { ...complete, kind, hidden, goals: someGoals, commitments, difficulties, soWhat };
        const { score, gaps } = qbrReadiness(facts, today);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score === 100).toBe(gaps.length === 0);
        expect(score).toBeLessThanOrEqual(100);
        const scored = qbrReadiness(
          { ...facts, commitments: commitments.map(() => ({ scored: true })) },
          today,
        );
        expect(scored.score).toBeGreaterThanOrEqual(score);
        const honest = qbrReadiness({ ...facts, difficulties: 1, soWhat: true }, today);
        expect(honest.score).toBeGreaterThanOrEqual(score);
      },
    ),
  );
});
