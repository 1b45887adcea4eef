import { describe, expect, test } from 'vitest';
import type { ClaimFacts, CommitmentFacts, GoalFacts, QbrFacts } from './facts.ts';
import { customerReview, leakInReview, qbrFields } from './fields.ts';
import { qbrReadiness } from './readiness.ts';
import { assembleQbr, figuresOn, readinessFacts } from './rule.ts';

const today = '2026-11-22';
const autumn = { from: '2026-09-01', to: '2026-11-30' };

const goal = (changes: Partial<GoalFacts> = {}): GoalFacts => ({
  id: 1,
  metric: 'Stock-outs a month',
  unit: '',
  term: 'short',
  direction: 'decrease',
  valuePoint: { id: 5, name: 'Reorder advice' },
  baseline: 120,
  baselineOn: '2026-01-01',
  target: 60,
  dueOn: '2026-12-31',
  owner: 'Chen Wei',
  definedBy: null,
  confirmedOn: '2026-09-01',
  redefinedOn: null,
  note: 'they count differently in Ningbo',
  closedOn: null,
  readings: [
    { on: '2026-11-18', value: 81, source: 'WMS export' },
    { on: '2026-08-20', value: 96, source: 'WMS export' },
    { on: '2026-12-05', value: 70, source: 'WMS export' },
  ],
  ...changes,
});

const claim = (changes: Partial<ClaimFacts> = {}): ClaimFacts => ({
  id: 7,
  outcome: '19 hours faster',
  valuePoint: { id: 5, name: 'Reorder advice' },
  promised: null,
  period: autumn,
  inputs: [
    { label: 'hours', value: 19, unit: 'h' },
    { label: 'orders', value: 2140, unit: '' },
    { label: 'an hour', value: 34, unit: 'CNY' },
  ],
  currency: 'CNY',
  conversionAgreedOn: '2026-09-01',
  signedOn: '2026-11-12',
  signedBy: 'Mei Lin',
  source: 'WMS export',
  evidence: [],
  quote: null,
  note: 'finance was not in the room',
  ...changes,
});

const commitment = (changes: Partial<CommitmentFacts> = {}): CommitmentFacts => ({
  id: 3,
  text: 'Train the returns team',
  side: 'us',
  promisedBy: 'Chen Wei',
  promisedTo: 'Mei Lin',
  dueOn: '2026-10-31',
  status: 'open',
  scoredOn: null,
  comment: 'we forgot',
  ...changes,
});

const facts: QbrFacts = {
  account: { name: 'Yunji Supply' },
  fiscalStart: 12,
  review: { kind: 'qbr', period: autumn, meetingOn: '2026-12-02', minutes: 60, place: null },
  sections: [
    {
      section: 'outcomes',
      soWhat: 'Advice is used daily',
      talkingPoint: 'ask for returns',
      question: null,
      hidden: false,
    },
    { section: 'maturity', soWhat: null, talkingPoint: null, question: null, hidden: true },
  ],
  success: {
    whyBought: 'Too slow',
    definition: 'Ship in a day',
    confirmedOn: '2026-09-01',
    confirmedBy: 'Mei Lin',
  },
  goals: [goal()],
  claims: [claim()],
  contracts: [
    { from: '2026-01-01', to: '2026-12-31', money: { minor: 48_600_000, currency: 'CNY' }, per: 'year' },
  ],
  commitments: [commitment()],
  newCommitments: [],
  maturity: { now: null, before: null },
  difficulties: [],
  plan: [],
  asks: [],
  attendees: [
    { id: 1, contactId: 9, side: 'customer', name: 'Mei Lin', title: 'COO', isInvited: false },
    { id: 2, contactId: null, side: 'us', name: 'Chen Wei', title: 'CSM', isInvited: true },
  ],
  agenda: [{ section: 'outcomes', minutes: 60, presenter: null }],
  figures: [],
  insideFigures: [],
  tasks: [],
  stakeholders: { since: null, people: [], sponsorsGone: [] },
  expansion: [],
  sponsors: [{ id: 9, name: 'Mei Lin' }],
  previous: null,
};

describe('assembleQbr', () => {
  test('shows goals as they stand today while the period lasts, compared with where they stood before it', () => {
    const { goals, review } = assembleQbr(facts, today);
    expect(review).toMatchObject({
      asOf: today,
      quarter: { year: 2026, quarter: 4 },
      comparison: { from: '2026-06-01', to: '2026-08-31' },
    });
    expect(goals[0]).toMatchObject({
      reading: { value: 81, source: 'WMS export' },
      status: 'at-risk',
      before: { value: 96 },
      trend: { word: 'better', change: -15 },
    });
    expect(goals[0]?.readings.map(({ on }) => on)).toEqual(['2026-08-20', '2026-11-18']);
  });

  test('shows the end of the period once it is over, whatever was read later', () => {
    expect(figuresOn(autumn, '2026-12-20')).toBe('2026-11-30');
    expect(assembleQbr(facts, '2026-12-20').goals[0]?.reading?.value).toBe(81);
  });

  test('compares with what the last frozen review told, even where a reading was corrected since', () => {
    const earlier = assembleQbr(
      { ...facts, goals: [goal({ readings: [{ on: '2026-08-20', value: 99, source: 'WMS export' }] })] },
      '2026-08-31',
    );
    const { goals } = assembleQbr({ ...facts, previous: { heldOn: '2026-09-02', content: earlier } }, today);
    expect(goals[0]?.before?.value).toBe(99);
  });

  test('says when a metric was redefined in one of the two periods, and only then', () => {
    const redefined = (redefinedOn: string) =>
      assembleQbr({ ...facts, goals: [goal({ redefinedOn })] }, today).goals[0]?.redefinedOn;
    expect(redefined('2026-06-01')).toBe('2026-06-01');
    expect(redefined('2026-10-10')).toBe('2026-10-10');
    expect(redefined('2026-05-31')).toBeNull();
  });

  test('shows a goal closed in the period once more, and one closed before no longer', () => {
    const shown = (closedOn: string) =>
      assembleQbr({ ...facts, goals: [goal({ closedOn })] }, today).goals.length;
    expect([shown('2026-09-01'), shown('2026-08-31')]).toEqual([1, 0]);
  });

  test('lists every commitment that was open at the last review or judged since, the broken ones too', () => {
    const commitments = [
      commitment({ id: 1, status: 'broken', scoredOn: '2026-10-01' }),
      commitment({ id: 2, status: 'kept', scoredOn: '2026-06-03' }),
      commitment({ id: 3, dueOn: '2026-12-24' }),
      commitment({ id: 4, dueOn: null }),
    ];
    const listed = (previous: QbrFacts['previous']) =>
      assembleQbr({ ...facts, commitments, previous }, today).commitments.map(({ id, isPending }) => [
        id,
        isPending,
      ]);
    expect(listed({ heldOn: '2026-06-03', content: null })).toEqual([
      [1, false],
      [3, true],
      [4, false],
    ]);
    expect(listed(null)).toHaveLength(4);
  });

  test('leaves claims of other periods out and proves value by the rest', () => {
    const past = claim({ id: 8, period: { from: '2026-01-01', to: '2026-08-31' } });
    const { value } = assembleQbr({ ...facts, claims: [past, claim()] }, today);
    expect(value.claims.map(({ id }) => id)).toEqual([7]);
    expect(value.signed).toEqual([{ minor: 138_244_000, currency: 'CNY' }]);
  });

  test('leaves hidden sections out', () => {
    expect(assembleQbr(facts, today).sections.map(({ section }) => section)).toEqual(['outcomes']);
  });

  test('survives a first review of an account about which nothing is known', () => {
    const content = assembleQbr(
      {
        ...facts,
        success: null,
        goals: [],
        claims: [],
        contracts: [],
        commitments: [],
        sections: [],
        attendees: [],
        agenda: [],
      },
      today,
    );
    expect(content).toMatchObject({ goals: [], value: { roi: { kind: 'undefined' } }, commitments: [] });
  });
});

test('readiness counts a sponsor as invited when an invitation went out, and a pending commitment as nothing to score', () => {
  const commitments = [commitment(), commitment({ id: 4, dueOn: '2027-01-31' })];
  const given = { ...facts, commitments };
  const readiness = readinessFacts(given, assembleQbr(given, today));
  expect(readiness).toMatchObject({
    sponsors: [{ id: 9, invited: false }],
    commitments: [{ scored: false }],
    valuePoints: [{ id: 5, proven: true }],
    hidden: ['maturity'],
    soWhat: true,
  });
  const gaps = qbrReadiness(readiness, today).gaps.map(({ key }) => key);
  expect(gaps).toEqual(
    expect.arrayContaining(['commitments-unscored', 'sponsor-not-invited', 'difficulty-missing']),
  );
  expect(gaps).not.toContain('assessment-missing');
});

describe('the customer version', () => {
  const internal = [
    'goal.note',
    'goal.id',
    'value_claim.note',
    'commitment.comment',
    'qbr_section.talking_point',
    'qbr_section.question',
  ];
  const audienceOf = (field: string) => (internal.includes(field) ? 'internal' : 'customer');
  const content = assembleQbr({ ...facts, claims: [claim(), claim({ id: 8, source: ' ' })] }, today);

  test('keeps what is for the house inside, and claims without a source', () => {
    const version = customerReview(content, audienceOf);
    expect(leakInReview(version, audienceOf)).toBeNull();
    expect(JSON.stringify(version)).not.toMatch(/Ningbo|finance was not|we forgot|ask for returns/);
    expect(version.value.claims).toHaveLength(1);
    expect(version.goals[0]).toMatchObject({ metric: 'Stock-outs a month', status: 'at-risk' });
  });

  test('is stopped at the gate when an internal field or an unsourced claim got in', () => {
    const version = customerReview(content, audienceOf);
    const [first] = version.goals;
    if (!first) throw new Error('no goal');
    expect(leakInReview({ ...version, goals: [{ ...first, note: null }] }, audienceOf)).toEqual({
      field: 'goal.note',
      path: 'goals.0.note',
    });
    expect(leakInReview({ ...version, value: content.value }, audienceOf)?.field).toBe('value_claim.source');
  });

  test('names a field behind every part of a review', () => {
    expect(Object.keys(qbrFields).sort()).toEqual(Object.keys(content).sort());
  });
});
