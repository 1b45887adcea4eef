import type { Kysely, Transaction } from 'kysely';
import type { AccountStatusTable, AccountTable, StatusDayTable } from './account/table.ts';
import type { AttachmentTable } from './attachment/table.ts';
import type { BookTable, ExchangeRateTable } from './book/table.ts';
import type { ActionTable, ChangeTable } from './change/table.ts';
import type { ContactRelationTable } from './contact/relation-table.ts';
import type { ContactTable } from './contact/table.ts';
import type { ContractPriceTable } from './contract/price-table.ts';
import type { ContractTable, ProductLineStatusTable } from './contract/table.ts';
import type { CustomChoiceTable, CustomFieldTable, CustomValueTable } from './custom-field/table.ts';
import type { GoalReadingTable, GoalTable, SuccessDefinitionTable, ValueClaimTable } from './goal/table.ts';
import type {
  EngagementLimitTable,
  HandoffAnswerTable,
  HandoffClockTable,
  HandoffGapTable,
  HandoffReturnTable,
  HandoffStatementTable,
  HandoffTable,
  HandoffTemplateDraftTable,
  HandoffTemplateTable,
} from './handoff/table.ts';
import type {
  HealthDayTable,
  HealthLatestTable,
  HealthMeasureTable,
  HealthModelSegmentTable,
  HealthModelTable,
  HealthModelVersionTable,
  HealthOutlookTable,
  HealthOverrideTable,
  HealthReadingTable,
  HealthStatusDayTable,
  HealthStatusTable,
} from './health/table.ts';
import type { ImportMappingTable } from './import/table.ts';
import type { LetterheadTable } from './letterhead/table.ts';
import type { LifecycleOverrideTable } from './lifecycle/table.ts';
import type { MailSenderTable, MailTemplateTable } from './mail/table.ts';
import type {
  AssessmentAnswerTable,
  AssessmentRespondentTable,
  AssessmentResponseTable,
  AssessmentStepTable,
  AssessmentTable,
  AssessmentTargetTable,
  MaturityModelDraftTable,
  MaturityModelEditTable,
  MaturityModelTable,
} from './maturity/table.ts';
import type {
  MilestoneTable,
  MilestoneTemplateLineTable,
  MilestoneTemplateTable,
} from './milestone/table.ts';
import type { NoteTable } from './note/table.ts';
import type { NounTables } from './nouns.ts';
import type {
  EarlierReviewTable,
  QbrAgendaLineTable,
  QbrAskTable,
  QbrAttendeeTable,
  QbrDecisionTable,
  QbrDifficultyTable,
  QbrFigureTable,
  QbrFreezeTable,
  QbrInsideFigureTable,
  QbrPlanLineTable,
  QbrRatingTable,
  QbrSectionTable,
  QbrTable,
} from './qbr/table.ts';
import type {
  CompanyCostTable,
  CompanyMonthTable,
  ReportNoteTable,
  ReportSettingTable,
  ReportTargetTable,
} from './report/table.ts';
import type { SearchNounTable, SearchTable } from './search/table.ts';
import type {
  MotivationScoreTable,
  PersonaTable,
  SegmentationSchemeTable,
  SegmentPlacementTable,
  SegmentResearchTable,
  SegmentTable,
} from './segment/table.ts';
import type { SyncLineTable, SyncTable } from './sync/table.ts';
import type { TaskTable } from './task/table.ts';
import type {
  AccountValuePointTable,
  SegmentValuePointTable,
  ValuePointPartTable,
  ValuePointTable,
  ValuePropositionTable,
} from './value/table.ts';
import type { WorkingCalendarTable, WorkingDayChangeTable } from './working-calendar/table.ts';

/** Rows match tables exactly; the domain's own types stand apart in db/domain. */
export interface Schema extends NounTables {
  book: BookTable;
  exchange_rate: ExchangeRateTable;
  account: AccountTable;
  contact: ContactTable;
  contact_relation: ContactRelationTable;
  contract: ContractTable;
  contract_price: ContractPriceTable;
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
  assessment_respondent: AssessmentRespondentTable;
  assessment_response: AssessmentResponseTable;
  assessment_step: AssessmentStepTable;
  maturity_model_draft: MaturityModelDraftTable;
  maturity_model_edit: MaturityModelEditTable;
  handoff_template: HandoffTemplateTable;
  handoff_template_draft: HandoffTemplateDraftTable;
  engagement_limit: EngagementLimitTable;
  handoff: HandoffTable;
  handoff_answer: HandoffAnswerTable;
  handoff_gap: HandoffGapTable;
  handoff_return: HandoffReturnTable;
  handoff_statement: HandoffStatementTable;
  handoff_clock: HandoffClockTable;
  working_calendar: WorkingCalendarTable;
  working_day_change: WorkingDayChangeTable;
  mail_template: MailTemplateTable;
  letterhead: LetterheadTable;
  mail_sender: MailSenderTable;
  sync: SyncTable;
  sync_line: SyncLineTable;
  value_point: ValuePointTable;
  success_definition: SuccessDefinitionTable;
  goal: GoalTable;
  goal_reading: GoalReadingTable;
  value_claim: ValueClaimTable;
  qbr: QbrTable;
  earlier_review: EarlierReviewTable;
  qbr_section: QbrSectionTable;
  qbr_difficulty: QbrDifficultyTable;
  qbr_ask: QbrAskTable;
  qbr_plan_line: QbrPlanLineTable;
  qbr_attendee: QbrAttendeeTable;
  qbr_agenda_line: QbrAgendaLineTable;
  qbr_figure: QbrFigureTable;
  qbr_inside_figure: QbrInsideFigureTable;
  qbr_freeze: QbrFreezeTable;
  qbr_decision: QbrDecisionTable;
  qbr_rating: QbrRatingTable;
  account_status: AccountStatusTable;
  status_day: StatusDayTable;
  product_line_status: ProductLineStatusTable;
  health_measure: HealthMeasureTable;
  health_reading: HealthReadingTable;
  health_latest: HealthLatestTable;
  health_model: HealthModelTable;
  health_model_version: HealthModelVersionTable;
  health_model_segment: HealthModelSegmentTable;
  health_override: HealthOverrideTable;
  health_outlook: HealthOutlookTable;
  health_status: HealthStatusTable;
  health_day: HealthDayTable;
  health_status_day: HealthStatusDayTable;
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
  custom_field: CustomFieldTable;
  custom_choice: CustomChoiceTable;
  custom_value: CustomValueTable;
  company_month: CompanyMonthTable;
  company_cost: CompanyCostTable;
  report_setting: ReportSettingTable;
  report_target: ReportTargetTable;
  report_note: ReportNoteTable;
  attachment: AttachmentTable;
  import_mapping: ImportMappingTable;
  action: ActionTable;
  change: ChangeTable;
  search: SearchTable;
  search_noun: SearchNounTable;
}

/** Enough to read and nothing more; a transaction is one as well. */
export type Reader = Pick<
  Kysely<Schema>,
  'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor' | 'executeQuery' | 'dynamic' | 'selectNoFrom'
>;

declare const writes: unique symbol;
/** A transaction inside `record`: the only handle that writes, so that no change escapes the change log. */
export type Writer = Transaction<Schema> & { readonly [writes]: true };
