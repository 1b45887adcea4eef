import type { Generated } from 'kysely';
import type { CommitmentSide } from '../commitment/rule.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag, Instant, Json } from '../types/column.ts';
import type { FigureSection, InsideFigureSection } from './figure.ts';
import type { QbrKind, QbrSection } from './kind.ts';
import type { RatingCriterion } from './rating.ts';

/** A business review of any kind, from its preparation on. */
export interface QbrTable {
  id: Generated<number>;
  account_id: number;
  kind: QbrKind;
  /** The period it is about, both days inclusive. */
  from_on: IsoDate;
  to_on: IsoDate;
  meeting_on: IsoDate | null;
  minutes: number;
  place: string | null;
  held_on: IsoDate | null;
  /** What its preparation took, as the CSM says; null where nobody said. */
  preparation_minutes: Generated<number | null>;
  /** Why it leaves the house although rules of honesty are open, and which those were; see qbr/honesty-query.ts. */
  honesty_answer: Generated<string | null>;
  honesty_gaps: Generated<Json>;
}

/** The last review before the account was in the book. */
export interface EarlierReviewTable {
  id: Generated<number>;
  account_id: number;
  held_on: IsoDate;
}

/** What the CSM wrote about a section, where it stands and whether it is shown. */
export interface QbrSectionTable {
  id: Generated<number>;
  qbr_id: number;
  section: QbrSection;
  position: number;
  hidden: Generated<Flag>;
  /** The three columns a page is told in: what happened, what it means, what comes next. */
  happened: Generated<string | null>;
  so_what: string | null;
  what_next: Generated<string | null>;
  /** For the house only, as is `question`: what to say, and what may be asked. */
  talking_point: string | null;
  question: string | null;
}

export interface QbrDifficultyTable {
  id: Generated<number>;
  qbr_id: number;
  difficulty: string;
  lesson: string | null;
}

export interface QbrAskTable {
  id: Generated<number>;
  qbr_id: number;
  /** Who asks. */
  side: CommitmentSide;
  ask: string;
  asked_of: string | null;
  due_on: IsoDate | null;
}

export interface QbrPlanLineTable {
  id: Generated<number>;
  qbr_id: number;
  goal_id: number | null;
  step: string;
  side: CommitmentSide;
  owner: string | null;
  due_on: IsoDate | null;
}

export interface QbrAttendeeTable {
  id: Generated<number>;
  qbr_id: number;
  contact_id: number | null;
  side: CommitmentSide;
  name: string;
  title: string | null;
  invited_on: IsoDate | null;
  /** Null until the review was held. */
  attended: Flag | null;
}

export interface QbrAgendaLineTable {
  id: Generated<number>;
  qbr_id: number;
  position: number;
  section: QbrSection;
  minutes: number;
  presenter: string | null;
}

/** A line of a page whose figures the book does not record by itself (qbr/figure.ts). */
interface FigureColumns {
  id: Generated<number>;
  qbr_id: number;
  label: string;
  value: number | null;
  before: number | null;
  unit: string;
  remark: string | null;
  source: string | null;
  as_of: IsoDate | null;
}

export interface QbrFigureTable extends FigureColumns {
  section: FigureSection;
}

/** Health and risks: no column of it is ever a customer's. */
export interface QbrInsideFigureTable extends FigureColumns {
  section: InsideFigureSection;
}

/** The copy a frozen review is shown from: everything it showed, as JSON (qbr/rule.ts); never updated. */
export interface QbrFreezeTable {
  id: Generated<number>;
  qbr_id: number;
  frozen_at: Instant;
  content: Json;
  /** How ready each section was; null in copies from before that was kept. */
  sections: Generated<Json | null>;
}

/** What was decided in the meeting. Commitments go into the commitment ledger, action items become tasks. */
export interface QbrDecisionTable {
  id: Generated<number>;
  qbr_id: number;
  decision: string;
  decided_by: string | null;
}

/** How the CSM rates a review that was held, criterion by criterion (qbr/rating.ts). */
export interface QbrRatingTable {
  id: Generated<number>;
  qbr_id: number;
  criteria_version: number;
  criterion: RatingCriterion;
  /** 1 to 5. */
  score: number;
  comment: string | null;
}
