import type { HandoffDecision } from '../../../db/handoff/decision.ts';
import type { HandoffState } from '../../../db/handoff/state.ts';
import type { Tone } from '../../ui/chip.tsx';

/** The colour beside the word of a state. */
export const stateTones: Readonly<Record<HandoffState, Tone>> = {
  draft: 'plain',
  submitted: 'info',
  returned: 'warn',
  accepted: 'good',
  'kickoff-held': 'accent',
  closed: 'plain',
};

export const decisionTones: Readonly<Record<HandoffDecision, 'good' | 'warn' | 'bad'>> = {
  accept: 'good',
  'accept-with-gaps': 'warn',
  return: 'bad',
};
