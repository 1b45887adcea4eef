import type { IsoDate } from '../types/calendar.ts';
import type { Money } from '../types/money.ts';
import type { OnboardingTask } from './onboarding-task.ts';

export type AccountChange = {
  readonly field: 'industry' | 'size' | 'region' | 'owner' | 'salesOwner' | 'status';
  readonly value: string;
};
type NewContact = {
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: 'sponsor' | 'champion' | 'detractor' | 'technical';
};
type NewContract = {
  readonly product: string | null;
  readonly seats: number | null;
  readonly amount: Money;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate | null;
  readonly firstPaidOn: IsoDate | null;
};
type NewGoal = {
  readonly metric: string;
  readonly unit: string;
  readonly direction: 'increase' | 'decrease';
  readonly baseline: number | null;
  readonly target: number | null;
  readonly dueOn: IsoDate | null;
  /** The answers in full, as the figures were read from them. */
  readonly note: string;
};

/** What an acceptance brings into the book. `key` names it from one look to the next. */
export type FollowUp = { readonly key: string; readonly exists: boolean } & (
  | { readonly kind: 'account'; readonly changes: readonly AccountChange[] }
  | { readonly kind: 'contact'; readonly contact: NewContact }
  | { readonly kind: 'contract'; readonly contract: NewContract }
  | {
      readonly kind: 'success-definition';
      readonly words: { readonly whyBought: string | null; readonly definition: string };
    }
  | { readonly kind: 'goal'; readonly goal: NewGoal }
  | { readonly kind: 'value-point'; readonly name: string }
  | { readonly kind: 'milestones'; readonly count: number }
  | {
      readonly kind: 'commitment';
      readonly commitment: { readonly text: string; readonly dueOn: IsoDate | null };
    }
  | { readonly kind: 'task'; readonly task: OnboardingTask; readonly dueOn: IsoDate }
);
export type FollowUpKind = FollowUp['kind'];

/** What the book has of the account already; names are compared without regard to case and space. */
export type KnownOfAccount = {
  readonly account: Readonly<Record<Exclude<AccountChange['field'], 'status'>, string | null>> & {
    readonly status: 'prospect' | 'active' | 'churned';
  };
  readonly contacts: readonly string[];
  readonly contracts: readonly {
    readonly startOn: IsoDate;
    readonly endOn: IsoDate | null;
    readonly amountMinor: number;
  }[];
  readonly hasSuccessDefinition: boolean;
  readonly goals: readonly string[];
  /** Those of the account by name, and every one of the book, whose names are looked for in the answer. */
  readonly valuePoints: { readonly own: readonly string[]; readonly all: readonly string[] };
  /** Milestones its template would add. */
  readonly newMilestones: number;
  readonly commitments: readonly string[];
  readonly tasks: readonly OnboardingTask[];
};
