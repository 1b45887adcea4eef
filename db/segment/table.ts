import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag, Json } from '../types/column.ts';
import type { MotivationCriterion } from './ideal-profile.ts';
import type { Placer, ResearchQuestion, SchemeKind, TouchModel } from './rule.ts';

/** One way to tell customers apart; several stand side by side. */
export interface SegmentationSchemeTable {
  id: Generated<number>;
  name: string;
  kind: SchemeKind;
  purpose: string | null;
  position: number;
}

export interface SegmentTable {
  id: Generated<number>;
  scheme_id: number;
  name: string;
  /** Its place in the scheme; rules are tried in this order. */
  position: number;
  description: string | null;
  touch: TouchModel | null;
  reviews_per_year: number | null;
  milestone_template_id: number | null;
  /** What shows that the product fits this market. */
  fit_evidence: string | null;
  is_validated: Generated<Flag>;
  /** A rule as JSON (segment/placement-rule.ts); null where accounts are placed by hand only. */
  rule: Json | null;
}

/** Where an account is in a scheme: in one segment at most. */
export interface SegmentPlacementTable {
  id: Generated<number>;
  scheme_id: number;
  segment_id: number;
  account_id: number;
  placed_by: Placer;
}

export interface SegmentResearchTable {
  id: Generated<number>;
  segment_id: number;
  question: ResearchQuestion;
  answer: string;
}

/** An end user of a segment's customers, apart from the buyer. */
export interface PersonaTable {
  id: Generated<number>;
  segment_id: number;
  position: number;
  role: string;
  needs: string | null;
  scenario: string | null;
}

export interface MotivationScoreTable {
  id: Generated<number>;
  account_id: number;
  criterion: MotivationCriterion;
  /** 0 to 3; null where there is only evidence yet. */
  score: number | null;
  evidence: string | null;
  scored_on: IsoDate | null;
}
