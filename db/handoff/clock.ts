import { dateIn, type IsoDate } from '../types/calendar.ts';
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '../working-calendar/working-day.ts';
import type { HandoffState } from './state.ts';

/** How much time there is after a payment. */
export type ClockLimits = { readonly welcomeMinutes: number; readonly kickoffWorkingDays: number };

/** A customer who has paid is looking at the inbox now; five working days are enough to find an hour together. */
export const usualClock: ClockLimits = { welcomeMinutes: 30, kickoffWorkingDays: 5 };

export type ClockFacts = {
  readonly state: HandoffState;
  /** Instants, ISO UTC. */
  readonly paidAt: string | null;
  readonly welcomedAt: string | null;
  readonly acceptedOn: IsoDate | null;
  readonly kickoffOn: IsoDate | null;
};

/**
 * `unknown`: nobody said when the payment came. `none`: it no longer matters, as the kickoff was held without it. Done and
 * late are two things: `done-late` was done after its time.
 */
export type DeadlineStatus = 'unknown' | 'none' | 'waiting' | 'late' | 'done' | 'done-late';

export type HandoffClock = {
  readonly welcome: {
    readonly status: DeadlineStatus;
    /** Instant, ISO UTC. */
    readonly dueAt: string | null;
    /** Minutes left while waiting, minutes over when late or done late; null otherwise. */
    readonly minutes: number | null;
  };
  readonly kickoff: {
    readonly status: DeadlineStatus;
    /** What it counts from: the payment's day, or the acceptance where that is not known. */
    readonly from: 'payment' | 'acceptance' | null;
    readonly fromOn: IsoDate | null;
    readonly dueOn: IsoDate | null;
    /** Working days left while waiting, over when late or done late; null otherwise. */
    readonly workingDays: number | null;
  };
};

/** Where the two deadlines after a payment stand. @param now an instant, ISO UTC */
export function handoffClock(
  facts: ClockFacts,
  limits: ClockLimits,
  calendar: WorkingCalendar,
  { now, timeZone }: { readonly now: string; readonly timeZone: string },
): HandoffClock {
  return {
    welcome: welcomeClock(facts, limits, now),
    kickoff: kickoffClock(facts, limits, calendar, timeZone, now),
  };
}

function welcomeClock(
  { state, paidAt, welcomedAt }: ClockFacts,
  { welcomeMinutes }: ClockLimits,
  now: string,
): HandoffClock['welcome'] {
  const due = paidAt === null ? null : Date.parse(paidAt) + welcomeMinutes * minute;
  const dueAt = due === null ? null : new Date(due).toISOString();
  if (welcomedAt !== null) {
    const over = due === null ? 0 : wholeMinutes(Date.parse(welcomedAt) - due);
    return over > 0
      ? { status: 'done-late', dueAt, minutes: over }
      : { status: 'done', dueAt, minutes: null };
  }
  if (state === 'kickoff-held' || state === 'closed') return { status: 'none', dueAt, minutes: null };
  if (due === null) return { status: 'unknown', dueAt: null, minutes: null };
  const over = wholeMinutes(Date.parse(now) - due);
  return over > 0
    ? { status: 'late', dueAt, minutes: over }
    : { status: 'waiting', dueAt, minutes: Math.max(0, Math.floor((due - Date.parse(now)) / minute)) };
}

function kickoffClock(
  { paidAt, acceptedOn, kickoffOn, state }: ClockFacts,
  { kickoffWorkingDays }: ClockLimits,
  calendar: WorkingCalendar,
  timeZone: string,
  now: string,
): HandoffClock['kickoff'] {
  const paidOn = paidAt === null ? null : dateIn(timeZone, new Date(paidAt));
  const fromOn = paidOn ?? acceptedOn;
  const from = paidOn !== null ? 'payment' : acceptedOn !== null ? 'acceptance' : null;
  const dueOn = fromOn === null ? null : addWorkingDays(fromOn, kickoffWorkingDays, calendar);
  const base = { from, fromOn, dueOn } as const;
  if (kickoffOn !== null) {
    if (dueOn === null || kickoffOn <= dueOn) return { ...base, status: 'done', workingDays: null };
    return { ...base, status: 'done-late', workingDays: workingDaysBetween(dueOn, kickoffOn, calendar) };
  }
  if (state === 'closed') return { ...base, status: 'none', workingDays: null };
  if (dueOn === null) return { ...base, status: 'unknown', workingDays: null };
  const today = dateIn(timeZone, new Date(now));
  return today > dueOn
    ? { ...base, status: 'late', workingDays: Math.max(1, workingDaysBetween(dueOn, today, calendar)) }
    : { ...base, status: 'waiting', workingDays: workingDaysBetween(today, dueOn, calendar) };
}

const minute = 60_000;

/** Begun minutes: a second over is a minute over. */
function wholeMinutes(milliseconds: number): number {
  return Math.ceil(milliseconds / minute);
}
