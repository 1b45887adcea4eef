import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { LifecycleStage } from './rule.ts';

/** A stage somebody set by hand, for a while and for a reason. */
export interface LifecycleOverrideTable {
  id: Generated<number>;
  account_id: number;
  stage: LifecycleStage;
  reason: string;
  /** Both days inclusive. */
  from_on: IsoDate;
  to_on: IsoDate;
}
