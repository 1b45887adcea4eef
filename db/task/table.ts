import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { RepeatUnit } from './rule.ts';

export interface TaskTable {
  id: Generated<number>;
  account_id: number | null;
  title: string;
  owner: string | null;
  due_on: IsoDate | null;
  done_on: IsoDate | null;
  /** The noun and row it came from, such as a review or an assessment. */
  source_noun: string | null;
  source_id: number | null;
  /** Until the day before it keeps quiet. */
  snoozed_until: IsoDate | null;
  /** All three or none; see task/rule.ts. A task that was done has passed its repetition on to the next one. */
  repeat_unit: RepeatUnit | null;
  repeat_every: number | null;
  repeat_from_on: IsoDate | null;
}
