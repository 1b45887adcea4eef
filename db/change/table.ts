import type { Generated } from 'kysely';
import type { Instant, Json } from '../types/column.ts';

/** One action of the user; its changes carry its id. */
export interface ActionTable {
  id: Generated<number>;
  at: Instant;
  /** What was done, as the history names it (action.ts). */
  key: string;
  parameters: Generated<Json>;
  kind: 'do' | 'undo' | 'redo';
  reverses_id: number | null;
  reversed_by_id: number | null;
}

/** Written by triggers only (change-log.ts). No `before`: a new row; no `after`: a deleted one. */
export interface ChangeTable {
  id: Generated<number>;
  action_id: number;
  table_name: string;
  row_id: number;
  /** The account the row belongs to (an account's own id), so that its history is found at once; null for rows of no account. */
  account_id: number | null;
  before: Json | null;
  after: Json | null;
}
