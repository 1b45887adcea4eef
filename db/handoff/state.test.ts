import { describe, expect, it } from 'vitest';
import { handoffDeeds, handoffStates, isUndecided, stateAfter } from './state.ts';

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

  it('leave a handoff undecided until it is accepted', () => {
    expect(handoffStates.filter(isUndecided)).toEqual(['draft', 'submitted', 'returned']);
  });
});
