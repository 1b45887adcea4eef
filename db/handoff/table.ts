import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Instant, Json } from '../types/column.ts';
import type { HandoffDecision } from './decision.ts';
import type { Quality } from './score.ts';
import type { AnswerSource } from './source.ts';
import type { HandoffState } from './state.ts';
import type { HandoffKind } from './template.ts';

/** A version of a delivery list as it was when a handoff first used it; never updated. */
export interface HandoffTemplateTable {
  id: Generated<number>;
  kind: HandoffKind;
  version: number;
  body: Json;
}

/** The delivery list of a kind that is being edited; it may be unfinished, so it is read as what it is. */
export interface HandoffTemplateDraftTable {
  id: Generated<number>;
  kind: HandoffKind;
  body: Json;
}

/** The limits of the engagement rule in this book; no row while they are the usual ones. */
export interface EngagementLimitTable {
  id: Generated<number>;
  /** In minor units of the book's base currency, as everything of the engagement rule is. */
  average_deal_minor: number;
  sales_cycle_days: number;
  implementation_days: number;
}

export interface HandoffTable {
  id: Generated<number>;
  account_id: number;
  template_id: number;
  /** What the deal is called, where an account has several. */
  deal: string | null;
  /** Who hands over, and the CSM who receives. */
  seller: string | null;
  receiver: string | null;
  state: Generated<HandoffState>;
  submitted_on: IsoDate | null;
  accepted_on: IsoDate | null;
  /** The score it was accepted with, and what the rule offered then. */
  accepted_score: number | null;
  offered: HandoffDecision | null;
  /** Why the CSM accepted it when the rule offered something else. */
  decision_reason: string | null;
  kickoff_on: IsoDate | null;
  closed_on: IsoDate | null;
  average_deal_minor: number | null;
  sales_cycle_days: number | null;
  implementation_days: number | null;
  /** How far the deal has come, 0 to 100; null while nobody said. */
  deal_percent: number | null;
  /** When CS joined the deal before it was handed in. */
  cs_joined_on: IsoDate | null;
  /** When the first payment came and when the customer was greeted, to the minute. */
  paid_at: Instant | null;
  welcomed_at: Instant | null;
  /** When the book was last given what the answers say. */
  followed_up_on: IsoDate | null;
}

/** How much time there is after a payment; no row while the usual times hold. */
export interface HandoffClockTable {
  id: Generated<number>;
  welcome_minutes: number;
  kickoff_working_days: number;
}

export interface HandoffAnswerTable {
  id: Generated<number>;
  handoff_id: number;
  field: string;
  /** See handoff/answer.ts. */
  answer: Generated<string>;
  quality: Quality | null;
  evidence: string | null;
  comment: string | null;
  source: AnswerSource | null;
  source_reason: string | null;
}

/** What another source says of a field than the answer that was taken. */
export interface HandoffStatementTable {
  id: Generated<number>;
  handoff_id: number;
  field: string;
  source: AnswerSource;
  answer: string;
  stated_on: IsoDate;
}

export interface HandoffGapTable {
  id: Generated<number>;
  handoff_id: number;
  field: string;
  owner: string;
  due_on: IsoDate;
  settled_on: IsoDate | null;
}

/** One time it was sent back; `fields` are the keys to fix, as a JSON array. */
export interface HandoffReturnTable {
  id: Generated<number>;
  handoff_id: number;
  returned_on: IsoDate;
  resubmitted_on: IsoDate | null;
  seller: string | null;
  score: number;
  offered: HandoffDecision;
  fields: Json;
  reason: string | null;
}
