import { type CommitmentEntry, listCommitments } from '../commitment/query.ts';
import { stakeholdersSince } from '../contact/stakeholder-query.ts';
import { listGoals } from '../goal/query.ts';
import { findSuccessDefinition } from '../goal/success-definition-query.ts';
import { type Assessment, findAccountMaturity } from '../maturity/query.ts';
import type { Reader } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Period } from '../types/period.ts';
import { contractPrices, listValueClaims } from '../value/claim-query.ts';
import type { InsideShown, MaturityShown, QbrContent } from './content.ts';
import type { CommitmentFacts, QbrFacts } from './facts.ts';
import { qbrLines } from './line-query.ts';
import { fiscalStartOf } from './proposal-query.ts';
import { previousQbr, type Qbr, qbrSectionsOf } from './query.ts';
import { figuresOn } from './rule.ts';

/** Gathers what the book knows for a review; db/qbr/rule.ts decides what of it is shown and how. */
export async function qbrFacts(db: Reader, qbr: Qbr, today: IsoDate): Promise<QbrFacts> {
  const { id, accountId, period } = qbr;
  const commitments = await listCommitments(db, accountId);
  const isOfThis = ({ source_noun, source_id }: CommitmentEntry) => source_noun === 'qbr' && source_id === id;
  const goals = await listGoals(db, accountId);
  return {
    account: { name: qbr.account },
    fiscalStart: await fiscalStartOf(db, accountId),
    review: qbr,
    sections: await qbrSectionsOf(db, id),
    success: await findSuccessDefinition(db, accountId),
    goals,
    claims: (await listValueClaims(db, accountId)).map(({ goalId: _, ...claim }) => claim),
    contracts: await contractPrices(db, accountId),
    commitments: commitments
      .filter((commitment) => !isOfThis(commitment) && isBefore(commitment, qbr))
      .map(commitmentFacts),
    newCommitments: commitments.filter(isOfThis).map(commitmentFacts),
    maturity: thenAndNow(
      maturityShown(await findAccountMaturity(db, accountId, addDays(period.from, -1))),
      maturityShown(await findAccountMaturity(db, accountId, today)),
    ),
    difficulties: await qbrLines(db, 'qbr_difficulty', id),
    plan: (await qbrLines(db, 'qbr_plan_line', id)).map(({ goalId, ...line }) => ({
      ...line,
      goal: goals.find((goal) => goal.id === goalId)?.metric ?? null,
    })),
    asks: await qbrLines(db, 'qbr_ask', id),
    attendees: (await qbrLines(db, 'qbr_attendee', id)).map(({ invitedOn, attended: _, ...line }) => ({
      ...line,
      isInvited: invitedOn !== null,
    })),
    agenda: (await qbrLines(db, 'qbr_agenda_line', id)).map(({ position: _, ...line }) => line),
    figures: await qbrLines(db, 'qbr_figure', id),
    insideFigures: await qbrLines(db, 'qbr_inside_figure', id),
    tasks: await tasksOf(db, accountId, { from: period.from, to: figuresOn(period, today) }),
    stakeholders: await stakeholdersSince(db, accountId, addDays(period.from, -1), today),
    expansion: await neededValue(db, accountId),
    sponsors: (await qbrContacts(db, accountId)).filter(({ role }) => role === 'sponsor'),
    previous: await previousReview(db, qbr),
  };
}

/** A commitment made after the period and the meeting belongs to a later review. One without a day was made before anybody kept days. */
function isBefore({ made_on }: CommitmentEntry, { period, meetingOn }: Qbr): boolean {
  const last = meetingOn !== null && meetingOn > period.to ? meetingOn : period.to;
  return made_on === null || made_on <= last;
}

function commitmentFacts(commitment: CommitmentEntry): CommitmentFacts {
  const { id, text, side, status, comment } = commitment;
  return {
    id,
    text,
    side,
    promisedBy: commitment.promised_by,
    promisedTo: commitment.promised_to,
    dueOn: commitment.due_on,
    status,
    scoredOn: commitment.scored_on,
    comment,
  };
}

/** On scales of different lengths only the stages tell how it went; the figures of the earlier one are left out. */
function thenAndNow(before: MaturityShown | null, now: MaturityShown | null): QbrFacts['maturity'] {
  const isOther = before && now && before.highest !== now.highest;
  return { now, before: isOther ? { ...before, overall: null, dimensions: [] } : before };
}

function maturityShown(assessment: Assessment | null): MaturityShown | null {
  if (!assessment) return null;
  const { model, result } = assessment;
  const scores = new Map(result.dimensions.map(({ key, score }) => [key, score]));
  return {
    assessedOn: assessment.assessedOn,
    model: model.name,
    highest: model.scale.length,
    overall: result.overall,
    stage: model.stages.find(({ key }) => key === result.stage?.key)?.name ?? null,
    dimensions: model.dimensions.map(({ key, name }) => ({ name, score: scores.get(key) ?? null })),
  };
}

/** What was done for the customer in these days, and what is late at their end. */
function tasksOf(
  db: Reader,
  accountId: number,
  { from, to }: Period,
): Promise<InsideShown['tasks'][number][]> {
  return db
    .selectFrom('task')
    .select(['title', 'owner', 'due_on as dueOn', 'done_on as doneOn'])
    .where('account_id', '=', accountId)
    .where((eb) =>
      eb.or([eb.between('done_on', from, to), eb.and([eb('done_on', 'is', null), eb('due_on', '<=', to)])]),
    )
    .orderBy((eb) => eb('done_on', 'is', null), 'desc')
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

/** The value points the customer needs and has not bought. */
function neededValue(db: Reader, accountId: number): Promise<InsideShown['expansion'][number][]> {
  return db
    .selectFrom('account_value_point')
    .innerJoin('value_point', 'value_point.id', 'account_value_point.value_point_id')
    .select(['value_point.name as valuePoint', 'account_value_point.note'])
    .where('account_id', '=', accountId)
    .where('state', '=', 'needed')
    .orderBy('value_point.name')
    .execute();
}

/** Whom the customer could send: everybody on file, the sponsor first. */
export function qbrContacts(db: Reader, accountId: number) {
  return db
    .selectFrom('contact')
    .select(['id', 'name', 'title', 'role'])
    .where('account_id', '=', accountId)
    .orderBy((eb) => eb('role', '=', 'sponsor'), 'desc')
    .orderBy('id')
    .execute();
}

async function previousReview(db: Reader, qbr: Qbr): Promise<QbrFacts['previous']> {
  const previous = await previousQbr(db, qbr);
  if (!previous) return null;
  const heldOn = previous.heldOn ?? previous.meetingOn ?? previous.period.to;
  return { heldOn, content: await frozenContent(db, previous.id) };
}

/** What a frozen review showed, or null for an open one. */
export async function frozenContent(db: Reader, qbrId: number): Promise<QbrContent | null> {
  const frozen = await db
    .selectFrom('qbr_freeze')
    .select('content')
    .where('qbr_id', '=', qbrId)
    .executeTakeFirst();
  // Written by freezeQbr alone and immutable since; its `format` tells a later layout apart.
  return frozen ? (JSON.parse(frozen.content) as QbrContent) : null;
}
