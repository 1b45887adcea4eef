import { isStaleReading } from '../goal/rule.ts';
import { daysBetween, type IsoDate } from '../types/calendar.ts';
import type { Fix, Gap, GapKey, ReadinessFacts, Subject } from './gap.ts';
import { type QbrSection, qbrTemplates } from './kind.ts';

/** How old is too old, in days: domain.md 5 for the assessment; a definition of success is reconfirmed every half year as well. */
const staleAssessmentDays = 180;
const staleSuccessDays = 180;

/** One thing a review needs. */
export type Check = {
  readonly section: QbrSection;
  /** How much it counts beside the others. Outcomes and kept commitments weigh most: they are what the meeting is about. */
  readonly weight: number;
  /** The part of it there is, 0 to 1. */
  readonly done: number;
  /** Whether there is something to work on already, although none of it may be done. */
  readonly isBegun: boolean;
  /** Asked for in every kind and even where the section is hidden. */
  readonly isHonesty: boolean;
  readonly gaps: readonly Gap[];
};

/** Every check that applies to the facts; a check without anything to look at, such as no earlier commitment, is left out. */
export function qbrChecks(facts: ReadinessFacts, today: IsoDate): Check[] {
  return [
    ...successChecks(facts, today),
    ...goalChecks(facts),
    ...claimChecks(facts),
    single('outcomes', 4, facts.soWhat, ['so-what-missing', 'write-so-what']),
    ...figureChecks(facts),
    ...commitmentChecks(facts),
    ...maturityChecks(facts, today),
    {
      ...single('difficulty', 8, facts.difficulties > 0, ['difficulty-missing', 'add-difficulty']),
      isHonesty: true,
    },
    ...planChecks(facts),
    ...askChecks(facts),
    ...meetingChecks(facts),
  ];
}

function successChecks({ success }: ReadinessFacts, today: IsoDate): Check[] {
  const isFresh = success?.confirmedOn != null && daysBetween(success.confirmedOn, today) <= staleSuccessDays;
  return success === null
    ? [single('why', 8, false, ['success-missing', 'write-success'])]
    : [{ ...single('why', 8, isFresh, ['success-unconfirmed', 'confirm-success']), isBegun: true }];
}

function goalChecks({ goals, asOf }: ReadinessFacts): Check[] {
  if (goals.length === 0) return [single('outcomes', 28, false, ['goals-missing', 'add-goal'])];
  const isFresh = (goal: ReadinessFacts['goals'][number]) =>
    goal.reading !== null && !isStaleReading(goal.reading, asOf);
  const read = goals.filter(({ reading }) => reading !== null);
  return [
    single('outcomes', 8, true, ['goals-missing', 'add-goal']),
    forEach('outcomes', 16, goals, isFresh, (goal) =>
      goal.reading === null
        ? gap('outcomes', 'reading-missing', 'add-reading', goal)
        : gap('outcomes', 'reading-stale', 'add-reading', goal, daysBetween(goal.reading.on, asOf)),
    ),
    ...(read.length === 0
      ? []
      : [
          forEach(
            'outcomes',
            4,
            read,
            (goal) => goal.reading?.sourced === true,
            (goal) => gap('outcomes', 'reading-unsourced', 'source-reading', goal),
          ),
        ]),
  ];
}

function claimChecks({ claims, valuePoints }: ReadinessFacts): Check[] {
  const checks: Check[] = [];
  if (valuePoints.length > 0)
    checks.push(
      forEach(
        'outcomes',
        12,
        valuePoints,
        ({ proven }) => proven,
        (point) => gap('outcomes', 'value-point-unproven', 'add-claim', point),
      ),
    );
  else checks.push(single('outcomes', 12, claims.length > 0, ['claims-missing', 'add-claim']));
  if (claims.length > 0)
    checks.push(
      forEach(
        'outcomes',
        6,
        claims,
        ({ sourced }) => sourced,
        (claim) => gap('outcomes', 'claim-unsourced', 'source-claim', claim),
      ),
    );
  return checks;
}

/** Usage and support are expected; of the other pages written by hand, what is there has to be told, sourced and fresh. */
function figureChecks({ figures }: ReadinessFacts): Check[] {
  const of = (section: QbrSection) => figures.filter((figure) => figure.section === section);
  const expected = [
    ['usage', 'usage-missing'],
    ['support', 'support-missing'],
  ] as const;
  return [
    ...expected
      .filter(([section]) => of(section).length === 0)
      .map(([section, key]) => single(section, 3, false, [key, 'add-figure'])),
    ...(['usage', 'support', 'risk', 'feedback'] as const)
      .filter((section) => of(section).length > 0)
      .map((section) =>
        forEach(
          section,
          3,
          of(section),
          (figure) => figure.gap === null,
          (figure) =>
            gap(section, `figure-${figure.gap ?? 'untold'}`, 'complete-figure', figure, figure.days),
        ),
      ),
  ];
}

function commitmentChecks({ commitments }: ReadinessFacts): Check[] {
  if (commitments.length === 0) return [];
  const open = commitments.filter(({ scored }) => !scored).length;
  return [
    {
      section: 'commitments',
      weight: 14,
      done: 1 - open / commitments.length,
      isBegun: true,
      isHonesty: true,
      gaps: open === 0 ? [] : [gap('commitments', 'commitments-unscored', 'score-commitments', null, open)],
    },
  ];
}

function maturityChecks({ maturityAssessedOn }: ReadinessFacts, today: IsoDate): Check[] {
  if (maturityAssessedOn === null)
    return [single('maturity', 8, false, ['assessment-missing', 'assess-maturity'])];
  const days = daysBetween(maturityAssessedOn, today);
  const isFresh = days <= staleAssessmentDays;
  return [
    { ...single('maturity', 8, isFresh, ['assessment-stale', 'assess-maturity'], days), isBegun: true },
  ];
}

function planChecks({ plan }: ReadinessFacts): Check[] {
  if (plan.length === 0) return [single('plan', 8, false, ['plan-missing', 'add-plan'])];
  const open = plan.filter(({ complete }) => !complete).length;
  return [
    {
      ...single('plan', 8, open === 0, ['plan-incomplete', 'complete-plan'], open),
      done: 1 - open / plan.length / 2, // a line without owner or date is half a line
      isBegun: true,
    },
  ];
}

function askChecks({ asks, newCommitments }: ReadinessFacts): Check[] {
  const checks = [
    single('ask', 4, asks.us > 0, ['ask-missing-us', 'add-ask']),
    single('ask', 4, asks.customer > 0, ['ask-missing-customer', 'add-ask']),
    single('ask', 4, newCommitments.us > 0, ['commitment-missing-us', 'add-commitment']),
    single('ask', 4, newCommitments.customer > 0, ['commitment-missing-customer', 'add-commitment']),
  ];
  return checks.map((check) => ({ ...check, isHonesty: true }));
}

function meetingChecks(facts: ReadinessFacts): Check[] {
  const { kind, meetingOn, minutes, agendaMinutes, sponsors } = facts;
  const checks = [single('agenda', 4, meetingOn !== null, ['date-missing', 'set-date'])];
  if (qbrTemplates[kind].needsSponsor)
    checks.push(
      sponsors.length === 0
        ? single('agenda', 8, false, ['sponsor-unknown', 'add-sponsor'])
        : forEach(
            'agenda',
            8,
            sponsors,
            ({ invited }) => invited,
            (sponsor) => gap('agenda', 'sponsor-not-invited', 'invite-sponsor', sponsor),
          ),
    );
  const off = agendaMinutes - minutes;
  checks.push({ ...single('agenda', 2, off === 0, ['agenda-misfit', 'fit-agenda'], off), isBegun: false });
  return checks;
}

function gap(section: QbrSection, key: GapKey, fix: Fix, subject: Subject | null = null, count = 0): Gap {
  return { section, key, fix, subject: subject && { id: subject.id, name: subject.name }, count };
}

function single(
  section: QbrSection,
  weight: number,
  isDone: boolean,
  [key, fix]: [GapKey, Fix],
  count = 0,
): Check {
  return {
    section,
    weight,
    done: isDone ? 1 : 0,
    isBegun: isDone,
    isHonesty: false,
    gaps: isDone ? [] : [gap(section, key, fix, null, count)],
  };
}

/** A check over a list, which must not be empty: done by the part of its entries that are. */
function forEach<Entry>(
  section: QbrSection,
  weight: number,
  entries: readonly Entry[],
  isDone: (entry: Entry) => boolean,
  gapOf: (entry: Entry) => Gap,
): Check {
  const open = entries.filter((entry) => !isDone(entry));
  return {
    section,
    weight,
    done: 1 - open.length / entries.length,
    isBegun: true,
    isHonesty: false,
    gaps: open.map(gapOf),
  };
}
