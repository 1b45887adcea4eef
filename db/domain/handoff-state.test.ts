import { describe, expect, it } from 'vitest';
import { deedsIn, handoffDeeds, handoffStates, stateAfter, waitsFor } from './handoff-state.ts';

const legal = new Map([
  ['draft submit', 'submitted'],
  ['submitted accept', 'accepted'],
  ['submitted return', 'returned'],
  ['returned submit', 'submitted'],
  ['accepted hold-kickoff', 'kickoff-held'],
  ['kickoff-held close', 'closed'],
]);

describe('the states of a handoff', () => {
  it.each(handoffStates.flatMap((state) => handoffDeeds.map((deed) => [state, deed] as const)))(
    'from %s by %s',
    (state, deed) => {
      expect(stateAfter(state, deed)).toBe(legal.get(`${state} ${deed}`) ?? null);
    },
  );

  it('offer what can be done next and end at closed', () => {
    expect(deedsIn('submitted')).toEqual(['accept', 'return']);
    expect(deedsIn('closed')).toEqual([]);
  });

  it('say whose turn it is', () => {
    expect(handoffStates.map(waitsFor)).toEqual(['sales', 'cs', 'sales', 'cs', 'cs', null]);
  });
});
