import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { ProofDirection, ValuePartKind, ValueState } from './point.ts';

/** What a product is worth having for; the thread from the sale to the proof. */
export interface ValuePointTable {
  id: Generated<number>;
  name: string;
  proposition_id: Generated<number | null>;
  /** Its place within the proposition. */
  position: Generated<number>;
  description: Generated<string | null>;
  /** How it is proven: what is measured, in what unit, and which way it moves when the value is there. */
  proof_metric: Generated<string | null>;
  proof_unit: Generated<string | null>;
  proof_direction: Generated<ProofDirection | null>;
}

/** What a product is for, in one sentence and four answers. */
export interface ValuePropositionTable {
  id: Generated<number>;
  product: string;
  sentence: string | null;
  /** Whom it is for. */
  audience: string | null;
  /** What changes for them. */
  change: string | null;
  /** The benefit, measurable. */
  benefit: string | null;
  /** Why not a competitor. */
  advantage: string | null;
}

export interface ValuePointPartTable {
  id: Generated<number>;
  value_point_id: number;
  kind: ValuePartKind;
  name: string;
}

export interface SegmentValuePointTable {
  id: Generated<number>;
  segment_id: number;
  value_point_id: number;
}

/** How far a value point has come with an account; no row: not needed as far as is known. */
export interface AccountValuePointTable {
  id: Generated<number>;
  account_id: number;
  value_point_id: number;
  state: ValueState;
  changed_on: IsoDate;
  note: string | null;
}
