import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Json } from '../types/column.ts';
import type { GoalDirection, GoalTerm } from './rule.ts';

/** Why an account bought and when it would call that a success, in its own words. */
export interface SuccessDefinitionTable {
  id: Generated<number>;
  account_id: number;
  why_bought: string | null;
  definition: string | null;
  /** When the customer last confirmed it, and who. */
  confirmed_on: IsoDate | null;
  confirmed_by: string | null;
}

export interface GoalTable {
  id: Generated<number>;
  account_id: number;
  value_point_id: number | null;
  metric: string;
  unit: Generated<string>;
  term: Generated<GoalTerm>;
  direction: GoalDirection;
  /** In `unit`, as target and readings are. */
  baseline: number | null;
  baseline_on: IsoDate | null;
  target: number | null;
  due_on: IsoDate | null;
  owner: string | null;
  defined_by: string | null;
  /** When it was last confirmed with the customer. */
  confirmed_on: IsoDate | null;
  /** When what the metric counts was last changed; readings before it are not comparable. */
  redefined_on: IsoDate | null;
  /** For the house only. */
  note: string | null;
  closed_on: IsoDate | null;
}

export interface GoalReadingTable {
  id: Generated<number>;
  goal_id: number;
  read_on: IsoDate;
  value: number;
  source: string | null;
}

/** A statement that something came of it, with its worth by an agreed formula. */
export interface ValueClaimTable {
  id: Generated<number>;
  account_id: number;
  value_point_id: number | null;
  goal_id: number | null;
  outcome: string;
  promised: string | null;
  /** When the value arose, both days inclusive. */
  from_on: IsoDate;
  to_on: IsoDate;
  /** The formula's factors, a JSON array of ClaimInput (value/proof.ts). */
  inputs: Generated<Json>;
  currency: string;
  conversion_agreed_on: IsoDate | null;
  signed_on: IsoDate | null;
  signed_by: string | null;
  source: string | null;
  quote: string | null;
  /** For the house only. */
  note: string | null;
}
