import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag, Json } from '../types/column.ts';

/** A version of a maturity model this book has used; never changes. */
export interface MaturityModelTable {
  id: Generated<number>;
  key: string;
  version: number;
  /** See maturity/model.ts. */
  body: Json;
}

export interface AssessmentTable {
  id: Generated<number>;
  model_id: number;
  /** The account assessed; null where `company` names the subject. */
  account_id: number | null;
  company: string | null;
  assessed_on: IsoDate;
  assessor: string | null;
  /** Null while it is under way; then there is no result either. */
  finished_on: IsoDate | null;
  overall_hundredths: number | null;
  stage: string | null;
  /** The weakest dimensions as maturity/query.ts writes them; null while under way and where it was finished before they were kept. */
  weakest: Generated<Json | null>;
}

export interface AssessmentAnswerTable {
  id: Generated<number>;
  assessment_id: number;
  indicator: string;
  level: number | null;
  /** The figures the level follows from, by input; null where it was chosen. */
  figures: Generated<Json | null>;
  is_applicable: Generated<Flag>;
  /** Why the indicator is not applicable. */
  reason: string | null;
  confidence: 'low' | 'medium' | 'high' | null;
  evidence: string | null;
  note: string | null;
  /** Why this level, where several respondents' answers propose another. */
  consensus_reason: Generated<string | null>;
}

/** One of several people who answer apart. */
export interface AssessmentRespondentTable {
  id: Generated<number>;
  assessment_id: number;
  name: string;
  /** What the person is there: role, department. */
  title: string | null;
}

/** What a respondent answered; the consensus stands in `assessment_answer`. */
export interface AssessmentResponseTable
  extends Omit<AssessmentAnswerTable, 'assessment_id' | 'consensus_reason'> {
  respondent_id: number;
}

export interface AssessmentTargetTable {
  id: Generated<number>;
  assessment_id: number;
  dimension: string;
  level: number;
}

/** A step of the plan that came of an assessment; the plan's order is by position. */
export interface AssessmentStepTable {
  id: Generated<number>;
  assessment_id: number;
  indicator: string;
  position: number;
  step: string;
  owner: string | null;
  /** 1 small, 2 medium, 3 large. */
  effort: number;
  from_on: IsoDate | null;
  to_on: IsoDate | null;
  note: string | null;
  /** The task made of it. */
  task_id: number | null;
}

/** A model being written. Its document is the body with the edits laid over it, in their order. */
export interface MaturityModelDraftTable {
  id: Generated<number>;
  /** The model it becomes a version of when it is published. */
  key: string;
  body: Json;
}

export interface MaturityModelEditTable {
  id: Generated<number>;
  draft_id: number;
  /** Such as `dimensions.0.indicators.2.question.en`. */
  path: string;
  value: Json;
}
