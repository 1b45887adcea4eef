import type { Generated } from 'kysely';
import type { IsoDate } from '../domain/calendar.ts';
import type { Flag, Json } from './column.ts';

/** A version of a maturity model this book has used; never changes. */
export interface MaturityModelTable {
  id: Generated<number>;
  key: string;
  version: number;
  /** See domain/maturity-model.ts. */
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
}

export interface AssessmentAnswerTable {
  id: Generated<number>;
  assessment_id: number;
  indicator: string;
  level: number | null;
  is_applicable: Generated<Flag>;
  /** Why the indicator is not applicable. */
  reason: string | null;
  confidence: 'low' | 'medium' | 'high' | null;
  evidence: string | null;
  note: string | null;
}

export interface AssessmentTargetTable {
  id: Generated<number>;
  assessment_id: number;
  dimension: string;
  level: number;
}
