import type { CustomFieldKey } from '../custom-field/rule.ts';
import type { SegmentKey } from '../segment/rule.ts';

/** The columns of the account list in the order they stand on screen: the screen, its export and its reading back go by these. */
export const accountListColumns = [
  'name',
  'stage',
  'health',
  'arr',
  'renewal',
  'touched',
  'maturity',
  'owner',
  'next',
  'tier',
  'region',
  'industry',
  'size',
  'key',
  'tags',
] as const;
export type AccountListColumn = (typeof accountListColumns)[number] | SegmentKey | CustomFieldKey;

/** The columns it can be sorted by. */
export const accountSorts = [
  'name',
  'stage',
  'health',
  'arr',
  'renewal',
  'touched',
  'tier',
  'owner',
  'region',
  'industry',
  'size',
] as const satisfies readonly (typeof accountListColumns)[number][];
export type AccountSort = (typeof accountSorts)[number] | SegmentKey | CustomFieldKey;
