import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { CommitmentSide, CommitmentStatus } from './rule.ts';

/** The commitment ledger: what either side said it would do, wherever it was said. */
export interface CommitmentTable {
  id: Generated<number>;
  account_id: number;
  text: string;
  side: CommitmentSide;
  promised_by: string | null;
  promised_to: string | null;
  made_on: IsoDate | null;
  due_on: IsoDate | null;
  status: Generated<CommitmentStatus>;
  /** When its status was last judged; null while open. */
  scored_on: IsoDate | null;
  comment: string | null;
  /** The noun and row it was found in, such as a handoff or a review; `renewal`, which has no row, for a renewal talk. */
  source_noun: string | null;
  source_id: number | null;
}
