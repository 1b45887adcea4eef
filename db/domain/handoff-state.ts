/** Where a handoff stands. Accepted with gaps is accepted with gap records that are not settled. */
export const handoffStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'kickoff-held',
  'closed',
] as const;
export type HandoffState = (typeof handoffStates)[number];

export const handoffDeeds = ['submit', 'accept', 'return', 'hold-kickoff', 'close'] as const;
export type HandoffDeed = (typeof handoffDeeds)[number];

const transitions: Readonly<Record<HandoffState, Readonly<Partial<Record<HandoffDeed, HandoffState>>>>> = {
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', return: 'returned' },
  returned: { submit: 'submitted' },
  accepted: { 'hold-kickoff': 'kickoff-held' },
  'kickoff-held': { close: 'closed' },
  closed: {},
};

/** The state after the deed, or null when the deed is not possible in this state. */
export function stateAfter(state: HandoffState, deed: HandoffDeed): HandoffState | null {
  return transitions[state][deed] ?? null;
}

/** What can be done next, in the order it is offered. */
export function deedsIn(state: HandoffState): HandoffDeed[] {
  return handoffDeeds.filter((deed) => stateAfter(state, deed) !== null);
}

/** Whose turn it is: sales fills in and mends, the CSM judges and starts. */
export function waitsFor(state: HandoffState): 'sales' | 'cs' | null {
  if (state === 'draft' || state === 'returned') return 'sales';
  return state === 'closed' ? null : 'cs';
}
