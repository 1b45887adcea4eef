import type { IsoDate } from '../domain/calendar.ts';
import type { QbrContent } from '../domain/qbr-content.ts';
import type { ClaimFacts, GoalFacts, PromiseFacts, QbrFacts } from '../domain/qbr-facts.ts';
import type { Reader } from '../schema.ts';
import { bookSettings } from './book.ts';
import { type Goal, listGoals, readingOf } from './goal.ts';
import { listPromises, type PromiseEntry } from './promise.ts';
import { previousQbr, type Qbr, qbrSectionsOf } from './qbr.ts';
import { qbrLines } from './qbr-line.ts';
import { findSuccessDefinition } from './success-definition.ts';
import { claimTerms, contractPrices, listValueClaims, type ValueClaim } from './value-claim.ts';

/** Gathers what the book knows for a review; db/domain/qbr.ts decides what of it is shown and how. */
export async function qbrFacts(db: Reader, qbr: Qbr): Promise<QbrFacts> {
  const accountId = qbr.account_id;
  const settings = await bookSettings(db);
  const success = await findSuccessDefinition(db, accountId);
  const promises = await listPromises(db, accountId);
  const isOfThis = ({ source_noun, source_id }: PromiseEntry) =>
    source_noun === 'qbr' && source_id === qbr.id;
  const goals = await listGoals(db, accountId);
  const metrics = new Map(goals.map(({ id, metric }) => [id, metric]));
  return {
    account: { name: qbr.account },
    fiscalStart: settings.fiscal_year_start_month,
    review: {
      kind: qbr.kind,
      period: { from: qbr.from_on, to: qbr.to_on },
      meetingOn: qbr.meeting_on,
      minutes: qbr.minutes,
      place: qbr.place,
    },
    sections: (await qbrSectionsOf(db, qbr.id)).map((row) => ({
      section: row.section,
      soWhat: row.so_what,
      talkingPoint: row.talking_point,
      question: row.question,
      hidden: row.hidden === 1,
    })),
    success: success && {
      whyBought: success.why_bought,
      definition: success.definition,
      confirmedOn: success.confirmed_on,
      confirmedBy: success.confirmed_by,
    },
    goals: goals.map(goalFacts),
    claims: (await listValueClaims(db, accountId)).map(claimFacts),
    contracts: await contractPrices(db, accountId),
    promises: promises.filter((promise) => !isOfThis(promise) && isBefore(promise, qbr)).map(promiseFacts),
    newPromises: promises.filter(isOfThis).map(promiseFacts),
    maturity: { now: null, before: null },
    difficulties: (await qbrLines(db, 'qbr_difficulty', qbr.id)).map(({ id, difficulty, lesson }) => ({
      id,
      difficulty,
      lesson,
    })),
    plan: (await qbrLines(db, 'qbr_plan_line', qbr.id)).map((line) => ({
      id: line.id,
      step: line.step,
      side: line.side,
      owner: line.owner,
      dueOn: line.due_on,
      goal: line.goal_id === null ? null : (metrics.get(line.goal_id) ?? null),
    })),
    asks: (await qbrLines(db, 'qbr_ask', qbr.id)).map((line) => ({
      id: line.id,
      side: line.side,
      ask: line.ask,
      askedOf: line.asked_of,
      dueOn: line.due_on,
    })),
    attendees: (await qbrLines(db, 'qbr_attendee', qbr.id)).map((line) => ({
      id: line.id,
      contactId: line.contact_id,
      side: line.side,
      name: line.name,
      title: line.title,
      isInvited: line.invited_on !== null,
    })),
    agenda: (await qbrLines(db, 'qbr_agenda_line', qbr.id)).map(({ id, section, minutes, presenter }) => ({
      id,
      section,
      minutes,
      presenter,
    })),
    sponsors: await sponsorsOf(db, accountId),
    previous: await previousReview(db, qbr),
  };
}

/** A promise made after the period belongs to a later review. One without a day was made before anybody kept days. */
function isBefore({ made_on }: PromiseEntry, { to_on, meeting_on }: Qbr): boolean {
  const last: IsoDate = meeting_on !== null && meeting_on > to_on ? meeting_on : to_on;
  return made_on === null || made_on <= last;
}

function goalFacts(goal: Goal): GoalFacts {
  const { id, metric, unit, term, direction, baseline, target, owner, note, value_point_id, value_point } =
    goal;
  return {
    id,
    metric,
    unit,
    term,
    direction,
    valuePoint: value_point_id === null ? null : { id: value_point_id, name: value_point ?? '' },
    baseline,
    baselineOn: goal.baseline_on,
    target,
    dueOn: goal.due_on,
    owner,
    confirmedOn: goal.confirmed_on,
    redefinedOn: goal.redefined_on,
    note,
    closedOn: goal.closed_on,
    readings: goal.readings.map(readingOf),
  };
}

function claimFacts(claim: ValueClaim): ClaimFacts {
  const { id, outcome, promised, quote, note, value_point_id, value_point } = claim;
  return {
    ...claimTerms(claim),
    id,
    outcome,
    valuePoint: value_point_id === null ? null : { id: value_point_id, name: value_point ?? '' },
    promised,
    signedBy: claim.signed_by,
    quote,
    note,
  };
}

function promiseFacts(promise: PromiseEntry): PromiseFacts {
  const { id, text, side, status, comment } = promise;
  return {
    id,
    text,
    side,
    promisedBy: promise.promised_by,
    promisedTo: promise.promised_to,
    dueOn: promise.due_on,
    status,
    scoredOn: promise.scored_on,
    comment,
  };
}

function sponsorsOf(db: Reader, accountId: number) {
  return db
    .selectFrom('contact')
    .select(['id', 'name'])
    .where('account_id', '=', accountId)
    .where('role', '=', 'sponsor')
    .orderBy('id')
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
  const heldOn = previous.held_on ?? previous.meeting_on ?? previous.to_on;
  return { heldOn, content: (await frozenContent(db, previous.id))?.content ?? null };
}

/** What a frozen review showed and when it was frozen, or null for an open one. */
export async function frozenContent(
  db: Reader,
  qbrId: number,
): Promise<{ readonly frozenAt: string; readonly content: QbrContent } | null> {
  const frozen = await db
    .selectFrom('qbr_freeze')
    .select(['frozen_at', 'content'])
    .where('qbr_id', '=', qbrId)
    .executeTakeFirst();
  // Written by freezeQbr alone and immutable since; its `format` tells a later layout apart.
  return frozen ? { frozenAt: frozen.frozen_at, content: JSON.parse(frozen.content) as QbrContent } : null;
}
