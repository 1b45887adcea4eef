import { type AudienceOf, type FieldMap, forCustomer, type Leak, leakIn } from '../types/audience.ts';
import { isSourced } from '../value/proof.ts';
import type { QbrContent } from './content.ts';
import { sourcedGoal } from './customer-goal.ts';
import { mayLeave } from './figure.ts';
import { isInsideSection, type QbrSection } from './kind.ts';
import { isEmptySection } from './left-out.ts';

const readingFields = ['goal_reading.read_on', 'goal_reading.value', 'goal_reading.source'];
const progressFields = ['goal.baseline', 'goal.target', 'goal_reading.value'];
const priceFields = ['contract.amount_minor', 'contract.currency', 'contract.start_on', 'contract.end_on'];
const worthFields = ['value_claim.inputs', 'value_claim.currency', 'value_claim.conversion_agreed_on'];
const maturity = {
  assessedOn: 'assessment.assessed_on',
  model: 'assessment.model_id',
  highest: 'assessment.model_id',
  overall: 'assessment_answer.level',
  stage: 'assessment_answer.level',
  dimensions: 'assessment_answer.level',
};
const commitment = {
  id: 'commitment.id',
  text: 'commitment.text',
  side: 'commitment.side',
  promisedBy: 'commitment.promised_by',
  promisedTo: 'commitment.promised_to',
  dueOn: 'commitment.due_on',
  status: 'commitment.status',
  isPending: ['commitment.status', 'commitment.due_on'],
  comment: 'commitment.comment',
};

/** The fields of the book behind every part of a review. */
export const qbrFields: FieldMap<QbrContent> = {
  format: 'qbr.kind',
  account: { name: 'account.name' },
  review: {
    kind: 'qbr.kind',
    period: ['qbr.from_on', 'qbr.to_on'],
    comparison: ['qbr.from_on', 'qbr.to_on'],
    quarter: ['qbr.from_on', 'qbr.to_on', 'book.fiscal_year_start_month', 'account.fiscal_year_start_month'],
    asOf: 'qbr.to_on',
    meetingOn: 'qbr.meeting_on',
    minutes: 'qbr.minutes',
    place: 'qbr.place',
  },
  sections: {
    section: 'qbr_section.section',
    happened: 'qbr_section.happened',
    soWhat: 'qbr_section.so_what',
    whatNext: 'qbr_section.what_next',
    talkingPoint: 'qbr_section.talking_point',
    question: 'qbr_section.question',
  },
  success: {
    whyBought: 'success_definition.why_bought',
    definition: 'success_definition.definition',
    confirmedOn: 'success_definition.confirmed_on',
    confirmedBy: 'success_definition.confirmed_by',
  },
  goals: {
    id: 'goal.id',
    metric: 'goal.metric',
    unit: 'goal.unit',
    term: 'goal.term',
    valuePoint: 'value_point.name',
    direction: 'goal.direction',
    baseline: 'goal.baseline',
    baselineOn: 'goal.baseline_on',
    target: 'goal.target',
    dueOn: 'goal.due_on',
    owner: 'goal.owner',
    definedBy: 'goal.defined_by',
    confirmedOn: 'goal.confirmed_on',
    reading: readingFields,
    isStale: 'goal_reading.read_on',
    attainment: progressFields,
    status: [...progressFields, 'goal.baseline_on', 'goal.due_on', 'goal.direction'],
    before: progressFields,
    trend: [...progressFields, 'goal.direction'],
    redefinedOn: 'goal.redefined_on',
    readings: readingFields,
    note: 'goal.note',
  },
  value: {
    signed: [...worthFields, 'value_claim.signed_on'],
    unsigned: [...worthFields, 'value_claim.signed_on'],
    countedOver: ['value_claim.from_on', 'value_claim.to_on'],
    price: priceFields,
    roi: [...worthFields, ...priceFields],
    claims: {
      id: 'value_claim.id',
      outcome: 'value_claim.outcome',
      valuePoint: 'value_point.name',
      promised: 'value_claim.promised',
      period: ['value_claim.from_on', 'value_claim.to_on'],
      inputs: 'value_claim.inputs',
      worth: worthFields,
      signedOn: 'value_claim.signed_on',
      signedBy: 'value_claim.signed_by',
      source: 'value_claim.source',
      evidence: 'attachment.name',
      quote: 'value_claim.quote',
      note: 'value_claim.note',
    },
  },
  commitments: commitment,
  maturity: { now: maturity, before: maturity },
  difficulties: {
    id: 'qbr_difficulty.id',
    difficulty: 'qbr_difficulty.difficulty',
    lesson: 'qbr_difficulty.lesson',
  },
  plan: {
    id: 'qbr_plan_line.id',
    step: 'qbr_plan_line.step',
    side: 'qbr_plan_line.side',
    owner: 'qbr_plan_line.owner',
    dueOn: 'qbr_plan_line.due_on',
    goal: 'goal.metric',
  },
  asks: {
    id: 'qbr_ask.id',
    side: 'qbr_ask.side',
    ask: 'qbr_ask.ask',
    askedOf: 'qbr_ask.asked_of',
    dueOn: 'qbr_ask.due_on',
  },
  newCommitments: commitment,
  attendees: {
    id: 'qbr_attendee.id',
    side: 'qbr_attendee.side',
    name: 'qbr_attendee.name',
    title: 'qbr_attendee.title',
    isInvited: 'qbr_attendee.invited_on',
  },
  agenda: {
    id: 'qbr_agenda_line.id',
    section: 'qbr_agenda_line.section',
    minutes: 'qbr_agenda_line.minutes',
    presenter: 'qbr_agenda_line.presenter',
  },
  figures: {
    id: 'qbr_figure.id',
    section: 'qbr_figure.section',
    label: 'qbr_figure.label',
    value: 'qbr_figure.value',
    before: 'qbr_figure.before',
    unit: 'qbr_figure.unit',
    remark: 'qbr_figure.remark',
    source: 'qbr_figure.source',
    asOf: 'qbr_figure.as_of',
    isStale: 'qbr_figure.as_of',
  },
  inside: [
    'qbr_inside_figure.label',
    'task.done_on',
    'contact.role',
    'contact.sentiment',
    'account_value_point.state',
    'account_value_point.note',
  ],
};

/**
 * The review as the customer gets it: without internal fields and the pages for the house, without claims, figures and readings
 * that name no source, which entered no sum either, and without the sections on which nothing is left to read, except those
 * `kept`.
 */
export function customerReview(
  content: QbrContent,
  audienceOf: AudienceOf,
  kept: readonly QbrSection[] = [],
): QbrContent {
  const { value, sections } = content;
  const figures = content.figures?.filter(mayLeave);
  const sourced = {
    ...content,
    goals: content.goals.map((goal) => sourcedGoal(goal, content.review)),
    value: { ...value, claims: value.claims.filter(isSourced) },
    ...(figures && { figures }),
  };
  const shown = sections.filter(
    (each) =>
      !isInsideSection(each.section) && (kept.includes(each.section) || !isEmptySection(sourced, each)),
  );
  return forCustomer({ ...sourced, sections: shown }, qbrFields, audienceOf);
}

/** The last gate before a customer's file is written: the first thing in it that must not leave the house, or null. */
export function leakInReview(content: QbrContent, audienceOf: AudienceOf): Leak | null {
  const unsourced = content.value.claims.findIndex((claim) => !isSourced(claim));
  if (unsourced >= 0) return { field: 'value_claim.source', path: `value.claims.${unsourced}` };
  const unread = content.goals.findIndex(({ readings }) => !readings.every(isSourced));
  if (unread >= 0) return { field: 'goal_reading.source', path: `goals.${unread}.readings` };
  const inside = content.sections.findIndex(({ section }) => isInsideSection(section));
  if (inside >= 0) return { field: 'qbr_section.section', path: `sections.${inside}` };
  const unstated = content.figures?.findIndex((figure) => !mayLeave(figure)) ?? -1;
  if (unstated >= 0) return { field: 'qbr_figure.source', path: `figures.${unstated}` };
  return leakIn(content, qbrFields, audienceOf);
}
