import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { SyncReason } from './rule.ts';

/** A talk of sales and CS about handoffs, every two weeks. Its follow-ups are tasks that name it as their source. */
export interface SyncTable {
  id: Generated<number>;
  held_on: IsoDate;
  attendees: string | null;
  notes: string | null;
}

/** What was on the agenda, as it was on the day, and what was decided. */
export interface SyncLineTable {
  id: Generated<number>;
  sync_id: number;
  position: number;
  reason: SyncReason;
  handoff_id: number | null;
  account_name: string | null;
  seller: string | null;
  /** The deal, the gap's owner, the field that was returned, or the user's own words. */
  subject: string | null;
  since: IsoDate | null;
  decision: string | null;
}
