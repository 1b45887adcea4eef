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

export const handoffActions = ['submit', 'accept', 'return', 'hold-kickoff', 'close'] as const;
export type HandoffAction = (typeof handoffActions)[number];

const transitions: Readonly<Record<HandoffState, Readonly<Partial<Record<HandoffAction, HandoffState>>>>> = {
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', return: 'returned' },
  returned: { submit: 'submitted' },
  accepted: { 'hold-kickoff': 'kickoff-held' },
  'kickoff-held': { close: 'closed' },
  closed: {},
};

/** The state after the action, or null when the action is not possible in this state. */
export function stateAfter(state: HandoffState, action: HandoffAction): HandoffState | null {
  return transitions[state][action] ?? null;
}

/** Whether it can still be accepted or returned, now or after sales hand it in. */
export function isUndecided(state: HandoffState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'returned';
}
