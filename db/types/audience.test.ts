import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AudienceOf, type FieldMap, forCustomer, leakIn } from './audience.ts';

type Review = {
  account: { name: string; health: number | null };
  goals: {
    metric: string;
    note: string | null;
    progress: { kind: 'known'; part: number } | { kind: 'unknown' };
  }[];
  contact: { name: string } | null;
};

const map: FieldMap<Review> = {
  account: { name: 'account.name', health: 'health.score' },
  goals: { metric: 'goal.metric', note: 'goal.note', progress: ['goal.target', 'goal_reading.value'] },
  contact: { name: 'contact.name' },
};
const internal = ['health.score', 'goal.note'];
const audienceOf: AudienceOf = (field) => (internal.includes(field) ? 'internal' : 'customer');

const review: Review = {
  account: { name: 'Yunji Supply', health: 38 },
  goals: [
    { metric: 'Stock-outs', note: 'they cheat', progress: { kind: 'known', part: 0.65 } },
    { metric: 'Write-offs', note: null, progress: { kind: 'unknown' } },
  ],
  contact: null,
};

describe('forCustomer', () => {
  test('leaves out internal parts with their keys, also where they are empty', () => {
    expect(forCustomer(review, map, audienceOf)).toEqual({
      account: { name: 'Yunji Supply' },
      goals: [
        { metric: 'Stock-outs', progress: { kind: 'known', part: 0.65 } },
        { metric: 'Write-offs', progress: { kind: 'unknown' } },
      ],
      contact: null,
    });
  });

  test('leaves out what nobody named a field for', () => {
    const grown = { ...review, risks: ['sponsor left'], goals: [{ ...review.goals[0], owner: 'us' }] };
    expect(JSON.stringify(forCustomer(grown, map as never, audienceOf))).not.toMatch(/sponsor left|owner/);
  });

  test('keeps nothing that the gate would stop, whatever is internal', () => {
    const fields = [
      'account.name',
      'health.score',
      'goal.metric',
      'goal.note',
      'goal_reading.value',
      'contact.name',
    ];
    fc.assert(
      fc.property(fc.subarray(fields), (secret) => {
        const audience: AudienceOf = (field) => (secret.includes(field) ? 'internal' : 'customer');
        expect(leakIn(forCustomer(review, map, audience), map, audience)).toBeNull();
      }),
    );
  });
});

describe('leakIn', () => {
  test('names the internal field and its place', () => {
    expect(leakIn(review, map, audienceOf)).toEqual({ field: 'health.score', path: 'account.health' });
    expect(leakIn({ goals: review.goals }, map, audienceOf)).toEqual({
      field: 'goal.note',
      path: 'goals.0.note',
    });
  });

  test('stops an empty internal part, and one computed from an internal field', () => {
    expect(leakIn({ account: { health: null } }, map, audienceOf)?.field).toBe('health.score');
    const secretTarget: AudienceOf = (field) => (field === 'goal_reading.value' ? 'internal' : 'customer');
    expect(leakIn({ goals: [{ progress: 1 }] }, map, secretTarget)?.field).toBe('goal_reading.value');
  });

  const unknown: { document: unknown; path: string }[] = [
    { document: { risks: [] }, path: 'risks' },
    { document: { risks: null }, path: 'risks' },
    { document: { goals: [{ metric: 'x' }, { owner: 'us' }] }, path: 'goals.1.owner' },
    { document: { account: 'a name where an object was' }, path: 'account' },
    { document: { constructor: 1 }, path: 'constructor' },
  ];
  test.each(unknown)('stops what the map does not know: $path', ({ document, path }) => {
    expect(leakIn(document, map, audienceOf)).toEqual({ field: null, path });
  });
});
