import { addDays, type IsoDate } from '../types/calendar.ts';
import { addWorkingDays, type WorkingCalendar } from '../working-calendar/working-day.ts';

export const qbrKinds = ['mbr', 'qbr', 'ebr'] as const;
/** Monthly operational review, quarterly business review with the champion, executive business review with the sponsor. */
export type QbrKind = (typeof qbrKinds)[number];

export const qbrSections = [
  'why',
  'outcomes',
  'usage',
  'support',
  'commitments',
  'maturity',
  'risk',
  'difficulty',
  'feedback',
  'stakeholder',
  'expansion',
  'plan',
  'ask',
  'agenda',
] as const;
/** The pages of a review in the order they are prepared. */
export type QbrSection = (typeof qbrSections)[number];

/** Pages for the house alone: no version for the customer has them, whatever is written there. */
const insideSections: readonly QbrSection[] = ['risk', 'stakeholder', 'expansion'];

export function isInsideSection(section: QbrSection): boolean {
  return insideSections.includes(section);
}

export type AgendaLine = { readonly section: QbrSection; readonly minutes: number };

export type QbrTemplate = {
  readonly kind: QbrKind;
  readonly sections: readonly QbrSection[];
  /** How long the meeting usually is, and the bounds within which it is still this kind of meeting. */
  readonly minutes: number;
  readonly minutesRange: readonly [least: number, most: number];
  readonly agenda: readonly AgendaLine[];
  /** Whether the sponsor belongs in the room. */
  readonly needsSponsor: boolean;
};

/**
 * domain.md 5. Commitments, difficulties, asks and the plan are in every kind: a review that leaves them out is a sales talk.
 * The monthly one does not reopen why the customer bought; the executive one leaves usage, support and the maturity detail to
 * the champion.
 */
export const qbrTemplates: Readonly<Record<QbrKind, QbrTemplate>> = {
  mbr: {
    kind: 'mbr',
    sections: [
      'outcomes',
      'usage',
      'support',
      'commitments',
      'risk',
      'difficulty',
      'feedback',
      'plan',
      'ask',
      'agenda',
    ],
    minutes: 30,
    minutesRange: [30, 30],
    agenda: [
      { section: 'outcomes', minutes: 6 },
      { section: 'usage', minutes: 3 },
      { section: 'support', minutes: 4 },
      { section: 'commitments', minutes: 5 },
      { section: 'difficulty', minutes: 4 },
      { section: 'plan', minutes: 4 },
      { section: 'ask', minutes: 4 },
    ],
    needsSponsor: false,
  },
  qbr: {
    kind: 'qbr',
    sections: qbrSections,
    minutes: 60,
    minutesRange: [60, 90],
    agenda: [
      { section: 'why', minutes: 4 },
      { section: 'outcomes', minutes: 12 },
      { section: 'usage', minutes: 4 },
      { section: 'support', minutes: 3 },
      { section: 'commitments', minutes: 7 },
      { section: 'maturity', minutes: 6 },
      { section: 'difficulty', minutes: 6 },
      { section: 'feedback', minutes: 4 },
      { section: 'plan', minutes: 8 },
      { section: 'ask', minutes: 6 },
    ],
    needsSponsor: true,
  },
  ebr: {
    kind: 'ebr',
    sections: [
      'why',
      'outcomes',
      'commitments',
      'risk',
      'difficulty',
      'stakeholder',
      'expansion',
      'plan',
      'ask',
      'agenda',
    ],
    minutes: 90,
    minutesRange: [90, 90],
    agenda: [
      { section: 'why', minutes: 10 },
      { section: 'outcomes', minutes: 25 },
      { section: 'commitments', minutes: 10 },
      { section: 'difficulty', minutes: 10 },
      { section: 'plan', minutes: 20 },
      { section: 'ask', minutes: 15 },
    ],
    needsSponsor: true,
  },
};

/**
 * The template's agenda stretched or cut to so many whole minutes, which the lines add up to exactly: each line takes its
 * share rounded down, and the minutes left over go to the largest remainders, earlier lines first. Throws a RangeError
 * unless `minutes` is a whole number ≥ 0.
 */
export function agendaFor(kind: QbrKind, minutes: number): AgendaLine[] {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not whole minutes: ${minutes}`);
  const template = qbrTemplates[kind];
  const shares = template.agenda.map((line) => (line.minutes * minutes) / template.minutes);
  const whole = shares.map(Math.floor);
  const left = minutes - whole.reduce((sum, each) => sum + each, 0);
  const gifted = shares
    .map((share, index) => ({ index, remainder: share % 1 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return template.agenda.map(({ section }, index) => ({
    section,
    minutes: (whole[index] ?? 0) + (gifted.includes(index) ? 1 : 0),
  }));
}

export const preparationSteps = ['start', 'internal-review', 'pre-read', 'meeting', 'recap'] as const;
export type PreparationStep = (typeof preparationSteps)[number];
export type PreparationDate = { readonly step: PreparationStep; readonly on: IsoDate };

/** Calendar days before the meeting, domain.md 5. */
const daysBefore = { start: 30, 'internal-review': 7, 'pre-read': 1, meeting: 0 } as const;

/** When what is due for a meeting: counted back in calendar days, the recap forward to the next working day. */
export function preparationTimeline(meetingOn: IsoDate, calendar: WorkingCalendar): PreparationDate[] {
  return preparationSteps.map((step) => ({
    step,
    on: step === 'recap' ? addWorkingDays(meetingOn, 1, calendar) : addDays(meetingOn, -daysBefore[step]),
  }));
}
