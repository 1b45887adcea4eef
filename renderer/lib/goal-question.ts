import { create } from 'zustand';
import type { Goal } from '../../db/goal/query.ts';
import type { ValueClaim } from '../../db/value/claim-query.ts';

/** What a screen asks to be written down about an account's goals; the dialogs of the goal feature answer it. */
export type GoalQuestion =
  | { readonly about: 'goal'; readonly accountId: number; readonly goal: Goal | null }
  | { readonly about: 'readings'; readonly accountId: number; readonly goalId: number }
  | {
      readonly about: 'claim';
      readonly accountId: number;
      readonly claim: ValueClaim | null;
      readonly valuePoint?: string;
    }
  | { readonly about: 'success'; readonly accountId: number };

export const useGoalQuestion = create<{ asked: GoalQuestion | null }>(() => ({ asked: null }));

export function ask(question: GoalQuestion | null): void {
  useGoalQuestion.setState({ asked: question });
}
