import type { Generated, Kysely, Transaction } from 'kysely';
import type { IsoDate } from './domain/calendar.ts';
import type { BillingPeriod } from './domain/contract.ts';
import type { GoalDirection, GoalTerm } from './domain/goal.ts';
import type { HandoffDecision } from './domain/handoff-decision.ts';
import type { Quality } from './domain/handoff-score.ts';
import type { HandoffState } from './domain/handoff-state.ts';
import type { HandoffKind } from './domain/handoff-template.ts';
import type { MotivationCriterion } from './domain/ideal-profile.ts';
import type { Language } from './domain/language.ts';
import type { LifecycleStage } from './domain/lifecycle.ts';
import type { MilestoneAnchor, MilestoneKind, TouchChannel } from './domain/milestone.ts';
import type { PromiseSide, PromiseStatus } from './domain/promise.ts';
import type { QbrKind, QbrSection } from './domain/qbr-kind.ts';
import type { Placer, ResearchQuestion, SchemeKind, TouchModel } from './domain/segment.ts';
import type { RepeatUnit } from './domain/task.ts';
import type { ProofDirection, ValuePartKind, ValueState } from './domain/value-point.ts';

/** 0 or 1: SQLite has no booleans. */
type Flag = 0 | 1;
/** An instant, ISO 8601 in UTC with milliseconds. */
type Instant = string;
/** JSON text; parsed where it is read. */
type Json = string;

/** Rows match tables exactly; the domain's own types stand apart in db/domain. */
export interface Schema {
  book: BookTable;
  exchange_rate: ExchangeRateTable;
  account: AccountTable;
  contact: ContactTable;
  contract: ContractTable;
  note: NoteTable;
  task: TaskTable;
  milestone_template: MilestoneTemplateTable;
  milestone_template_line: MilestoneTemplateLineTable;
  milestone: MilestoneTable;
  lifecycle_override: LifecycleOverrideTable;
  maturity_model: MaturityModelTable;
  assessment: AssessmentTable;
  assessment_answer: AssessmentAnswerTable;
  assessment_target: AssessmentTargetTable;
  handoff_template: HandoffTemplateTable;
  engagement_limit: EngagementLimitTable;
  handoff: HandoffTable;
  handoff_answer: HandoffAnswerTable;
  handoff_gap: HandoffGapTable;
  handoff_return: HandoffReturnTable;
  promise: PromiseTable;
  value_point: ValuePointTable;
  success_definition: SuccessDefinitionTable;
  goal: GoalTable;
  goal_reading: GoalReadingTable;
  value_claim: ValueClaimTable;
  qbr: QbrTable;
  qbr_section: QbrSectionTable;
  qbr_difficulty: QbrDifficultyTable;
  qbr_ask: QbrAskTable;
  qbr_plan_line: QbrPlanLineTable;
  qbr_attendee: QbrAttendeeTable;
  qbr_agenda_line: QbrAgendaLineTable;
  qbr_freeze: QbrFreezeTable;
  account_standing: AccountStandingTable;
  standing_day: StandingDayTable;
  segmentation_scheme: SegmentationSchemeTable;
  segment: SegmentTable;
  segment_placement: SegmentPlacementTable;
  segment_research: SegmentResearchTable;
  persona: PersonaTable;
  motivation_score: MotivationScoreTable;
  value_proposition: ValuePropositionTable;
  value_point_part: ValuePointPartTable;
  segment_value_point: SegmentValuePointTable;
  account_value_point: AccountValuePointTable;
  import_mapping: ImportMappingTable;
  action: ActionTable;
  change: ChangeTable;
  search: SearchTable;
}

export interface BookTable {
  id: Generated<number>;
  name: string;
  owner: string;
  base_currency: string;
  fiscal_year_start_month: number;
  language: Language;
  time_zone: string;
  is_sample: Generated<Flag>;
  created_at: Instant;
}

export interface ExchangeRateTable {
  id: Generated<number>;
  currency: string;
  valid_on: IsoDate;
  /** Units of the book's base currency for one unit of `currency`. */
  base_per_unit: number;
}

export interface AccountTable {
  id: Generated<number>;
  /** The customer's key in another system (CRM id); the first thing imports match by. */
  key: string | null;
  name: string;
  legal_name: string | null;
  industry: string | null;
  size: 'small' | 'mid' | 'large' | null;
  region: string | null;
  tier: string | null;
  /** The CSM who owns the account. */
  owner: string | null;
  sales_owner: string | null;
  status: Generated<'prospect' | 'active' | 'churned'>;
  tags: Generated<Json>;
  description: string | null;
  customer_since: IsoDate | null;
  archived_at: Instant | null;
}

export interface ContactTable {
  id: Generated<number>;
  account_id: number;
  name: string;
  title: string | null;
  role: 'sponsor' | 'champion' | 'key-user' | 'technical' | 'finance' | 'detractor' | null;
  /** 1 (none) to 5 (decides). */
  influence: number | null;
  /** −2 (against us) to +2 (for us). */
  sentiment: number | null;
  email: string | null;
  phone: string | null;
  languages: string | null;
  last_touched_on: IsoDate | null;
}

export interface ContractTable {
  id: Generated<number>;
  account_id: number;
  key: string | null;
  product: string | null;
  seats: number | null;
  /** What is paid per billing period, in minor units of `currency`. */
  amount_minor: number;
  currency: string;
  billing_period: BillingPeriod;
  /** The amount made annual by domain/contract.ts when the row is written; null where a term has no end. */
  annual_minor: number | null;
  start_on: IsoDate;
  /** The last day, inclusive; null while open-ended. */
  end_on: IsoDate | null;
  first_paid_on: IsoDate | null;
  notice_days: number | null;
  auto_renews: Flag | null;
  is_trial: Generated<Flag>;
  renews_contract_id: number | null;
}

export interface NoteTable {
  id: Generated<number>;
  account_id: number;
  contact_id: number | null;
  kind: Generated<'note' | 'meeting' | 'call' | 'email' | 'visit'>;
  occurred_on: IsoDate;
  body: string;
}

export interface TaskTable {
  id: Generated<number>;
  account_id: number | null;
  title: string;
  owner: string | null;
  due_on: IsoDate | null;
  done_on: IsoDate | null;
  /** The noun and row it came from, such as a review or an assessment. */
  source_noun: string | null;
  source_id: number | null;
  /** Until the day before it keeps quiet. */
  snoozed_until: IsoDate | null;
  /** All three or none; see domain/task.ts. A task that was done has passed its repetition on to the next one. */
  repeat_unit: RepeatUnit | null;
  repeat_every: number | null;
  repeat_from_on: IsoDate | null;
}

export interface MilestoneTemplateTable {
  id: Generated<number>;
  name: string;
}

/** What a milestone of a template is to become; see domain/milestone.ts. */
interface MilestoneRuleColumns {
  kind: MilestoneKind;
  title: string;
  stage: LifecycleStage;
  anchor: MilestoneAnchor;
  /** Calendar days from the first or last day of the stage; negative is before it. */
  offset_days: number;
  /** By which way a touchpoint reaches the customer. */
  channel: TouchChannel | null;
  is_first_value: Generated<Flag>;
}

export interface MilestoneTemplateLineTable extends MilestoneRuleColumns {
  id: Generated<number>;
  template_id: number;
  position: number;
}

export interface MilestoneTable extends MilestoneRuleColumns {
  id: Generated<number>;
  account_id: number;
  /** The template's line it was made from. */
  line_id: number | null;
  /** The product line whose stages it goes by; null goes by the account's earliest that is not over. */
  product: string | null;
  /** Derived from the stage unless fixed; null while the stage has no date yet. */
  due_on: IsoDate | null;
  is_due_fixed: Generated<Flag>;
  reached_on: IsoDate | null;
}

/** A stage somebody set by hand, for a while and for a reason. */
export interface LifecycleOverrideTable {
  id: Generated<number>;
  account_id: number;
  stage: LifecycleStage;
  reason: string;
  /** Both days inclusive. */
  from_on: IsoDate;
  to_on: IsoDate;
}

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

/** A version of a delivery list as it was when a handoff first used it; never updated. */
export interface HandoffTemplateTable {
  id: Generated<number>;
  kind: HandoffKind;
  version: number;
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
}

export interface HandoffAnswerTable {
  id: Generated<number>;
  handoff_id: number;
  field: string;
  /** See domain/handoff-answer.ts. */
  answer: Generated<string>;
  quality: Quality | null;
  evidence: string | null;
  comment: string | null;
}

export interface HandoffGapTable {
  id: Generated<number>;
  handoff_id: number;
  field: string;
  owner: string;
  due_on: IsoDate;
  settled_on: IsoDate | null;
}

/** One time it was sent back; `fields` are the keys to mend, as a JSON array. */
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

/** The promise ledger: what either side said it would do, wherever it was said. */
export interface PromiseTable {
  id: Generated<number>;
  account_id: number;
  text: string;
  side: PromiseSide;
  promised_by: string | null;
  promised_to: string | null;
  made_on: IsoDate | null;
  due_on: IsoDate | null;
  status: Generated<PromiseStatus>;
  /** When its status was last judged; null while open. */
  scored_on: IsoDate | null;
  comment: string | null;
  /** The noun and row it was found in, such as a handoff or a review. */
  source_noun: string | null;
  source_id: number | null;
}

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
  /** The formula's factors, a JSON array of ClaimInput (domain/value-proof.ts). */
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
}

/** What the CSM wrote about a section, where it stands and whether it is shown. */
export interface QbrSectionTable {
  id: Generated<number>;
  qbr_id: number;
  section: QbrSection;
  position: number;
  hidden: Generated<Flag>;
  so_what: string | null;
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
  side: PromiseSide;
  ask: string;
  asked_of: string | null;
  due_on: IsoDate | null;
}

export interface QbrPlanLineTable {
  id: Generated<number>;
  qbr_id: number;
  goal_id: number | null;
  step: string;
  side: PromiseSide;
  owner: string | null;
  due_on: IsoDate | null;
}

export interface QbrAttendeeTable {
  id: Generated<number>;
  qbr_id: number;
  contact_id: number | null;
  side: PromiseSide;
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

/** The copy a frozen review is shown from: everything it showed, as JSON (domain/qbr.ts); never updated. */
export interface QbrFreezeTable {
  id: Generated<number>;
  qbr_id: number;
  frozen_at: Instant;
  content: Json;
}

/** Where an account stands: derived by queries/standing.ts, never written by hand. */
export interface AccountStandingTable {
  account_id: number;
  /** What the name sorts by: pinyin for Chinese, without case and accents. */
  sort_name: string;
  /** Null where nothing says. */
  stage: LifecycleStage | null;
  /** Of the paid contracts live today, in minor units of the base currency; null where a rate or an end is missing. */
  arr_minor: number | null;
  /** When the first of its product lines ends, and until when notice can be given. */
  renewal_on: IsoDate | null;
  notice_on: IsoDate | null;
  /** The last meeting, call, e-mail or visit, or what a contact says. */
  last_touched_on: IsoDate | null;
}

export interface StandingDayTable {
  as_of: IsoDate;
}

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
  /** A rule as JSON (domain/segment-rule.ts); null where accounts are placed by hand only. */
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

/** How the columns of a file with these headings were understood; see queries/import.ts. */
export interface ImportMappingTable {
  /** A JSON array of texts. */
  headings: Json;
  noun: 'account' | 'contact' | 'contract' | 'note';
  fields: Json;
  answers: Generated<Json>;
}

/** One deed of the user; its changes carry its id. */
export interface ActionTable {
  id: Generated<number>;
  at: Instant;
  deed: string;
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

export interface SearchTable {
  rowid: number;
  words: string;
  search: string;
  rank: number;
}

/** Enough to read and nothing more; a transaction is one as well. */
export type Reader = Pick<
  Kysely<Schema>,
  'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor' | 'executeQuery' | 'dynamic' | 'selectNoFrom'
>;

declare const writes: unique symbol;
/** A transaction inside `record`: the only handle that writes, so that no change escapes the change log. */
export type Writer = Transaction<Schema> & { readonly [writes]: true };
