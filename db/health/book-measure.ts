import type { CommitmentSide, CommitmentStatus } from '../commitment/rule.ts';
import { contactSilence } from '../contact/silence.ts';
import type { ContactRole } from '../contact/stakeholder.ts';
import { attainment, type GoalTerms, type Reading, readingInForce } from '../goal/rule.ts';
import { type CadenceFacts, reviewDue } from '../qbr/cadence.ts';
import { addDays, daysBetween, type IsoDate } from '../types/calendar.ts';
import type { BookMeasure } from './measure.ts';
import type { MeasureValue } from './score.ts';

/** What the book holds of an account, as far as its measures need it. */
export type BookFacts = {
  readonly contacts: readonly {
    readonly id: number;
    readonly role: ContactRole | null;
    readonly lastTouchedOn: IsoDate | null;
  }[];
  /** Days of talks, with the contacts they were with or that their words name. */
  readonly talks: readonly { readonly on: IsoDate; readonly contactIds: readonly number[] }[];
  /** Open goals with their readings. */
  readonly goals: readonly (Pick<GoalTerms, 'baseline' | 'target'> & {
    readonly readings: readonly Reading[];
  })[];
  readonly milestones: readonly { readonly dueOn: IsoDate | null; readonly reachedOn: IsoDate | null }[];
  readonly commitments: readonly {
    readonly side: CommitmentSide;
    readonly status: CommitmentStatus;
    readonly dueOn: IsoDate | null;
    readonly scoredOn: IsoDate | null;
  }[];
  readonly contracts: readonly {
    readonly startOn: IsoDate;
    readonly endOn: IsoDate | null;
    readonly firstPaidOn: IsoDate | null;
  }[];
  /** Null where reviews are not due by anything known. */
  readonly cadence: CadenceFacts | null;
  readonly maturity: { readonly overall: number; readonly assessedOn: IsoDate } | null;
};

/** A commitment broken longer ago than this is history. */
const brokenWithinDays = 180;

/** What the book says of each measure on a day; a measure it says nothing of is absent. Later days do not count. */
export function bookMeasureValues(facts: BookFacts, today: IsoDate): ReadonlyMap<BookMeasure, MeasureValue> {
  const values = new Map<BookMeasure, MeasureValue>();
  const set = (measure: BookMeasure, known: MeasureValue | number | null) => {
    if (known !== null) values.set(measure, typeof known === 'number' ? { value: known, on: today } : known);
  };
  set('contact-recency', quietTimes(facts, today));
  set('sponsor', facts.contacts.some(({ role }) => role === 'sponsor') ? 1 : 0);
  set('goal-attainment', goalsAttained(facts.goals, today));
  set('milestones-late', milestonesLate(facts.milestones, today));
  set('commitments-broken', commitmentsBroken(facts.commitments, today));
  set('review-overdue', reviewOverdue(facts.cadence, today));
  set('payment-late', paymentLate(facts.contracts, today));
  if (facts.maturity !== null && facts.maturity.assessedOn <= today)
    set('maturity', { value: facts.maturity.overall, on: facts.maturity.assessedOn });
  return values;
}

/**
 * How quiet the contact that matters is, as a multiple of the days it may be quiet for by its own rhythm: 1 is just silent. Of the
 * sponsors, or else of all contacts, the one talked to best counts. Null while there is nobody to talk to.
 */
function quietTimes({ contacts, talks }: BookFacts, today: IsoDate): number | null {
  const sponsors = contacts.filter(({ role }) => role === 'sponsor');
  const among = sponsors.length > 0 ? sponsors : contacts;
  let quietest: number | null = null;
  for (const { id, lastTouchedOn } of among) {
    const days = talks.filter(({ contactIds }) => contactIds.includes(id)).map(({ on }) => on);
    const silence = contactSilence(lastTouchedOn === null ? days : [...days, lastTouchedOn], today);
    const times = silence.days === null ? neverTouched : silence.days / silence.limitDays;
    if (quietest === null || times < quietest) quietest = times;
  }
  return quietest;
}

/** Somebody on file whom nobody ever talked to is as quiet as the curve tells apart. */
const neverTouched = 3;

/** The mean attainment in percent of the goals that have a reading, each at most 100: exceeding buys no more loyalty. */
function goalsAttained(goals: BookFacts['goals'], today: IsoDate): MeasureValue | null {
  let sum = 0;
  let count = 0;
  let oldest: IsoDate | null = null;
  for (const goal of goals) {
    const reading = readingInForce(goal.readings, today);
    const attained = attainment(goal, reading?.value ?? null);
    if (attained.kind === 'undefined' || reading === null) continue;
    sum += Math.min(1, attained.fraction);
    count += 1;
    if (oldest === null || reading.on < oldest) oldest = reading.on;
  }
  return oldest === null ? null : { value: (100 * sum) / count, on: oldest };
}

function milestonesLate(milestones: BookFacts['milestones'], today: IsoDate): number | null {
  if (milestones.length === 0) return null;
  return milestones.filter(
    ({ dueOn, reachedOn }) => dueOn !== null && dueOn < today && (reachedOn === null || reachedOn > today),
  ).length;
}

/** Ours that were broken lately or are past their day; one judged later was open on the day. */
function commitmentsBroken(commitments: BookFacts['commitments'], today: IsoDate): number | null {
  const ours = commitments.filter(({ side }) => side === 'us');
  if (ours.length === 0) return null;
  const since = addDays(today, -brokenWithinDays);
  return ours.filter(({ status, dueOn, scoredOn }) =>
    status === 'open' || (scoredOn !== null && scoredOn > today)
      ? dueOn !== null && dueOn < today
      : status === 'broken' && (scoredOn ?? dueOn ?? today) >= since,
  ).length;
}

function reviewOverdue(cadence: CadenceFacts | null, today: IsoDate): number | null {
  const due = cadence && reviewDue(cadence);
  return due ? Math.max(0, daysBetween(due.dueOn, today)) : null;
}

/** Days the first payment of a running contract is late; null while no running contract says when it was or will be paid. */
function paymentLate(contracts: BookFacts['contracts'], today: IsoDate): number | null {
  let late: number | null = null;
  for (const { startOn, endOn, firstPaidOn } of contracts) {
    if (firstPaidOn === null || startOn > today || (endOn !== null && endOn < today)) continue;
    late = Math.max(late ?? 0, firstPaidOn <= today ? 0 : daysBetween(startOn, today));
  }
  return late;
}
