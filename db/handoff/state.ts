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

/** Whether it can still be accepted or returned, now or after sales hand it in. */
export function isUndecided(state: HandoffState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'returned';
}
