import { type Noun, tableOf } from './kernel/define.ts';
import { columnsOf } from './kernel/field.ts';
import { nouns } from './nouns.ts';
import type { Schema } from './schema.ts';
import type { AudienceOf } from './types/audience.ts';

/**
 * The fields of the book a customer may see in its version of a document. Every other field is internal, and so is a field
 * added tomorrow, until somebody names it here on purpose. Health, risk, sentiment, expansion, notes for the house and the
 * row numbers never belong here (domain.md 5).
 */
const customerFields: { readonly [Table in keyof Schema]?: readonly (keyof Schema[Table])[] } = {
  book: ['owner', 'fiscal_year_start_month'], // the owner signs what she hands over
  letterhead: ['logo', 'logo_type', 'logo_ratio', 'theme', 'stage'],
  mail_sender: ['title', 'email', 'phone'],
  account: ['name', 'fiscal_year_start_month'],
  // What the customer signed: it has the paper itself.
  contract: ['product', 'amount_minor', 'currency', 'billing_period', 'start_on', 'end_on'],
  contract_price: ['amount_minor', 'from_on'],
  milestone: ['title', 'title_zh', 'due_on'],
  value_point: ['name'],
  success_definition: ['why_bought', 'definition', 'confirmed_on', 'confirmed_by'],
  goal: [
    'metric',
    'unit',
    'term',
    'direction',
    'baseline',
    'baseline_on',
    'target',
    'due_on',
    'owner',
    'defined_by',
    'confirmed_on',
    'redefined_on',
  ],
  goal_reading: ['read_on', 'value', 'source'],
  value_claim: [
    'outcome',
    'promised',
    'from_on',
    'to_on',
    'inputs',
    'currency',
    'conversion_agreed_on',
    'signed_on',
    'signed_by',
    'source',
    'quote',
  ],
  attachment: ['name'], // of a value claim's evidence; no other file is named in a customer's document
  qbr: ['kind', 'from_on', 'to_on', 'meeting_on', 'held_on', 'minutes', 'place'],
  qbr_section: ['section', 'happened', 'so_what', 'what_next'],
  qbr_difficulty: ['difficulty', 'lesson'],
  qbr_ask: ['side', 'ask', 'asked_of', 'due_on'],
  qbr_plan_line: ['step', 'side', 'owner', 'due_on'],
  qbr_attendee: ['side', 'name', 'title', 'invited_on'],
  qbr_agenda_line: ['section', 'minutes', 'presenter'],
  qbr_figure: ['section', 'label', 'value', 'before', 'unit', 'remark', 'source', 'as_of'],
  qbr_decision: ['decision', 'decided_by'],
  // Action items taken down in front of the customer; no other task reaches a customer's file.
  task: ['title', 'owner', 'due_on'],
  contact: ['email'], // where the recap is sent: to its own owner
  assessment: ['assessed_on', 'model_id', 'company', 'assessor'],
  // The report says what was seen and how sure the assessor is; notes and the votes of respondents stay in the house.
  assessment_answer: ['level', 'figures', 'is_applicable', 'reason', 'confidence', 'evidence'],
  assessment_target: ['level'],
  assessment_step: ['step', 'owner', 'effort', 'from_on', 'to_on'],
};

const named = new Set([
  ...Object.entries(customerFields).flatMap(([table, columns]) =>
    columns.map((column) => `${table}.${column}`),
  ),
  ...nouns.flatMap((noun) => customerColumns(noun)),
]);

/** What a declared noun says of its own fields. */
function customerColumns(noun: Noun): string[] {
  return Object.entries(noun.fields).flatMap(([key, field]) =>
    field.audience === 'customer' ? columnsOf(key, field).map((column) => `${tableOf(noun)}.${column}`) : [],
  );
}

/** Who may read a field of the book, written `table.column`. */
export const audienceOf: AudienceOf = (field) => (named.has(field) ? 'customer' : 'internal');
