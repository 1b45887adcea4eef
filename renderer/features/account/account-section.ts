import type { ComponentType } from 'react';
import type { AccountCounts } from '../../../db/account/section-query.ts';
import type { AreaKey } from '../../lib/area.ts';

/** The tabs of an account's page, in the order of their keys 1–8. Named under `account.tab`. */
export const accountTabs = [
  'overview',
  'timeline',
  'people',
  'goals',
  'contracts',
  'handoff',
  'reviews',
  'facts',
] as const;
export type AccountTab = (typeof accountTabs)[number];

/** A part of an account's page, declared in app/account-sections.ts. */
export type AccountSection = {
  readonly key: string;
  /**
   * `strip`: a cell of the header (a label and a figure); `lead`: as wide as the page, under the note box; `main` and `aside`:
   * the wide and the narrow column.
   */
  readonly place: 'strip' | 'lead' | 'main' | 'aside';
  /** Where it stands; a cell of the strip stands on every tab. */
  readonly tabs: readonly AccountTab[];
  /** Gone while this area is off. */
  readonly area?: AreaKey;
  /** What it shows. Where there is none, the overview leaves it out and offers to set it up. */
  readonly counts?: keyof AccountCounts;
  readonly Component: ComponentType<{ accountId: number }>;
};

/** What the overview offers to set up while there is none, where that is done, and how long it takes. Named under `account.setUp`. */
export const setUps = [
  { counts: 'contract', tab: 'contracts', minutes: 2 },
  { counts: 'contact', tab: 'people', minutes: 1 },
  { counts: 'goal', tab: 'goals', minutes: 3 },
  { counts: 'value_claim', tab: 'goals', minutes: 3 },
  { counts: 'account_value_point', tab: 'goals', minutes: 2, area: 'value-point' },
  { counts: 'assessment', tab: 'reviews', minutes: 20, area: 'assessment' },
  { counts: 'qbr', tab: 'reviews', minutes: 2, area: 'qbr' },
  { counts: 'motivation_score', tab: 'facts', minutes: 2, area: 'segment' },
  { counts: 'milestone', tab: 'contracts', minutes: 1, area: 'lifecycle' },
] as const satisfies readonly {
  counts: keyof AccountCounts;
  tab: AccountTab;
  minutes: number;
  area?: AreaKey;
}[];

/** Which counts stand on a tab. */
export const tabCounts: Readonly<Record<AccountTab, readonly (keyof AccountCounts)[]>> = {
  overview: [],
  timeline: ['note'],
  people: ['contact'],
  goals: ['goal', 'value_claim'],
  contracts: ['contract'],
  handoff: ['handoff', 'commitment'],
  reviews: ['qbr', 'assessment'],
  facts: [],
};
