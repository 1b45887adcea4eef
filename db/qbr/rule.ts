import type { CommitmentSide } from '../commitment/rule.ts';
import { type Attainment, attainment, goalProgress, readingInForce, trendWithin } from '../goal/rule.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import { includes, overlap, type Period } from '../types/period.ts';
import { claimWorth, isSourced, proveValue } from '../value/proof.ts';
import type { ClaimShown, CommitmentShown, GoalShown, QbrContent, ReadingShown } from './content.ts';
import type { ClaimFacts, CommitmentFacts, GoalFacts, QbrFacts } from './facts.ts';
import { figureAge, figureGap, showFigure } from './figure.ts';
import type { ReadinessFacts } from './gap.ts';
import { asFiscalQuarter, comparisonPeriod } from './period.ts';

/** The day a review's figures stand for: the end of its period, or today while that lies ahead. */
export function figuresOn(period: Period, today: IsoDate): IsoDate {
  return today < period.to ? today : period.to;
}

/** All that a review shows, from what the book knows. */
export function assembleQbr(facts: QbrFacts, today: IsoDate): QbrContent {
  const { account, review, fiscalStart } = facts;
  const { period } = review;
  const comparison = comparisonPeriod(period);
  const asOf = figuresOn(period, today);
  const claims = facts.claims.filter((claim) => overlap(claim.period, period) !== null);
  return {
    format: 1,
    account: { name: account.name },
    review: {
      kind: review.kind,
      period,
      comparison,
      quarter: asFiscalQuarter(period, fiscalStart),
      asOf,
      meetingOn: review.meetingOn,
      minutes: review.minutes,
      place: review.place,
    },
    sections: facts.sections.filter(({ hidden }) => !hidden).map(({ hidden: _, ...section }) => section),
    success: facts.success,
    goals: goalsOf(facts).map((goal) => showGoal(goal, facts, comparison, asOf)),
    value: { ...proveValue(claims, facts.contracts, period), claims: claims.map(showClaim) },
    commitments: earlierCommitments(facts).map((commitment) => showCommitment(commitment, today)),
    maturity: facts.maturity,
    difficulties: facts.difficulties,
    plan: facts.plan,
    asks: facts.asks,
    newCommitments: facts.newCommitments.map((commitment) => showCommitment(commitment, today)),
    attendees: facts.attendees.map(({ contactId: _, ...attendee }) => attendee),
    agenda: facts.agenda,
    figures: facts.figures.map((figure) => showFigure(figure, asOf)),
    inside: {
      figures: facts.insideFigures.map((figure) => showFigure(figure, asOf)),
      tasks: facts.tasks,
      stakeholders: facts.stakeholders,
      expansion: facts.expansion,
      advocacy: claims.flatMap(({ outcome, signedOn, signedBy, quote }) =>
        signedOn !== null && quote ? [{ outcome, signedBy, quote }] : [],
      ),
    },
  };
}

/** Goals still open in the period; a goal closed in it is shown once more. */
function goalsOf({ goals, review: { period } }: QbrFacts): readonly GoalFacts[] {
  return goals.filter(({ closedOn }) => closedOn === null || closedOn >= period.from);
}

function showGoal(goal: GoalFacts, facts: QbrFacts, comparison: Period, asOf: IsoDate): GoalShown {
  const { closedOn: _, redefinedOn, valuePoint, readings, ...rest } = goal;
  const { period } = facts.review;
  const known = readings
    .filter(({ on }) => on <= asOf)
    .map(({ on, value, source }) => ({ on, value, source }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return {
    ...rest,
    ...goalProgress(goal, known, asOf),
    valuePoint: valuePoint?.name ?? null,
    before: progressBefore(goal, known, facts),
    trend: trendWithin(goal, known, { from: period.from, to: asOf }),
    redefinedOn:
      redefinedOn !== null && includes({ from: comparison.from, to: period.to }, redefinedOn)
        ? redefinedOn
        : null,
    readings: known,
  };
}

/** What the last frozen review told the customer counts, even where readings were corrected since. */
function progressBefore(
  goal: GoalFacts,
  readings: readonly ReadingShown[],
  { previous, review: { period } }: QbrFacts,
): { value: number; attainment: Attainment } | null {
  const shown = previous?.content?.goals.find(({ id }) => id === goal.id);
  if (shown?.reading) return { value: shown.reading.value, attainment: shown.attainment };
  const reading = readingInForce(readings, addDays(period.from, -1));
  return reading && { value: reading.value, attainment: attainment(goal, reading.value) };
}

function showClaim(claim: ClaimFacts): ClaimShown {
  const { currency: _, conversionAgreedOn: __, valuePoint, ...rest } = claim;
  return { ...rest, valuePoint: valuePoint?.name ?? null, worth: claimWorth(claim) };
}

/** Every commitment that was open at the last review or has been judged since, the good and the bad; all there is where this is the first. */
function earlierCommitments({ commitments, previous }: QbrFacts): readonly CommitmentFacts[] {
  return commitments.filter(
    ({ status, scoredOn }) =>
      status === 'open' || previous === null || scoredOn === null || scoredOn > previous.heldOn,
  );
}

function showCommitment(commitment: CommitmentFacts, today: IsoDate): CommitmentShown {
  const { scoredOn: _, ...rest } = commitment;
  return {
    ...rest,
    isPending: commitment.status === 'open' && commitment.dueOn !== null && commitment.dueOn > today,
  };
}

/** What the readiness rules look at. */
export function readinessFacts(facts: QbrFacts, content: QbrContent): ReadinessFacts {
  const { kind, meetingOn, minutes } = facts.review;
  const invited = new Set(
    facts.attendees.filter(({ isInvited }) => isInvited).map(({ contactId }) => contactId),
  );
  const isFrom = (side: CommitmentSide) => (each: { readonly side: CommitmentSide }) => each.side === side;
  const shownClaims = facts.claims.filter(({ period }) => overlap(period, facts.review.period) !== null);
  const points = new Map(
    goalsOf(facts).flatMap(({ valuePoint }) => (valuePoint ? [[valuePoint.id, valuePoint]] : [])),
  );
  return {
    kind,
    asOf: content.review.asOf,
    hidden: facts.sections.filter(({ hidden }) => hidden).map(({ section }) => section),
    meetingOn,
    minutes,
    agendaMinutes: facts.agenda.reduce((sum, line) => sum + line.minutes, 0),
    success: facts.success?.definition ? { confirmedOn: facts.success.confirmedOn } : null,
    goals: content.goals.map(({ id = 0, metric, reading }) => ({
      id,
      name: metric,
      reading: reading && { on: reading.on, sourced: isSourced(reading) },
    })),
    valuePoints: [...points.values()].map((point) => ({
      ...point,
      proven: shownClaims.some(({ valuePoint }) => valuePoint?.id === point.id),
    })),
    claims: shownClaims.map((claim) => ({ id: claim.id, name: claim.outcome, sourced: isSourced(claim) })),
    commitments: content.commitments
      .filter(({ isPending }) => !isPending)
      .map(({ status }) => ({ scored: status !== 'open' })),
    maturityAssessedOn: facts.maturity.now?.assessedOn ?? null,
    difficulties: facts.difficulties.length,
    asks: { us: count(facts.asks, isFrom('us')), customer: count(facts.asks, isFrom('customer')) },
    newCommitments: {
      us: count(facts.newCommitments, isFrom('us')),
      customer: count(facts.newCommitments, isFrom('customer')),
    },
    plan: facts.plan.map(({ owner, dueOn }) => ({ complete: Boolean(owner) && dueOn !== null })),
    sponsors: facts.sponsors.map(({ id, name }) => ({ id, name, invited: invited.has(id) })),
    figures: [...facts.figures, ...facts.insideFigures].map((figure) => ({
      id: figure.id,
      name: figure.label,
      section: figure.section,
      gap: figureGap(figure, content.review.asOf),
      days: figureAge(figure, content.review.asOf),
    })),
    soWhat: Boolean(facts.sections.find(({ section }) => section === 'outcomes')?.soWhat?.trim()),
  };
}

function count<Entry>(entries: readonly Entry[], isCounted: (entry: Entry) => boolean): number {
  return entries.filter(isCounted).length;
}
