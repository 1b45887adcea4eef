import { describe, expect, it } from 'vitest';
import { handoffActions, handoffStates, isUndecided, stateAfter } from './state.ts';

const legal = new Map([
  ['draft submit', 'submitted'],
  ['submitted accept', 'accepted'],
  ['submitted return', 'returned'],
  ['returned submit', 'submitted'],
  ['accepted hold-kickoff', 'kickoff-held'],
  ['kickoff-held close', 'closed'],
]);

describe('the states of a handoff', () => {
  it.each(handoffStates.flatMap((state) => handoffActions.map((action) => [state, action] as const)))(
    'from %s by %s',
    (state, action) => {
      expect(stateAfter(state, action)).toBe(legal.get(`${state} ${action}`) ?? null);
    },
  );

  it('leave a handoff undecided until it is accepted', () => {
    expect(handoffStates.filter(isUndecided)).toEqual(['draft', 'submitted', 'returned']);
  });
});
