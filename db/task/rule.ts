import { addDays, addMonths, daysBetween, type IsoDate, weekday } from '../types/calendar.ts';

export const repeatUnits = ['day', 'week', 'month', 'year'] as const;
export type RepeatUnit = (typeof repeatUnits)[number];

/** Every so many days, weeks, months or years. */
export type Interval = { readonly unit: RepeatUnit; readonly every: number };
/** An interval counted from the first day of the series. */
export type Recurrence = Interval & { readonly fromOn: IsoDate };

/**
 * The first day of the series after a date. Months are counted from the first day, not from the last one met, so that a
 * series of the 31st comes back to the 31st after a shorter month.
 * @throws RangeError when `every` is not a whole number of 1 or more
 */
export function nextOccurrence({ unit, every, fromOn }: Recurrence, after: IsoDate): IsoDate {
  if (!Number.isInteger(every) || every < 1) throw new RangeError(`not an interval: ${every}`);
  if (after < fromOn) return fromOn;
  if (unit === 'day' || unit === 'week') {
    const interval = every * (unit === 'week' ? 7 : 1);
    return addDays(fromOn, (Math.floor(daysBetween(fromOn, after) / interval) + 1) * interval);
  }
  const interval = every * (unit === 'year' ? 12 : 1);
  // A month has at most 31 days, so this is never past the day sought, and at most a few intervals before it.
  let times = Math.floor(daysBetween(fromOn, after) / (interval * 31));
  while (addMonths(fromOn, times * interval) <= after) times += 1;
  return addMonths(fromOn, times * interval);
}

/**
 * The series of a task due on a day. It goes on as it was while neither day nor interval changes, else begins anew; what
 * has no due day cannot repeat.
 */
export function recurrenceFrom(
  interval: Interval | null,
  dueOn: IsoDate | null,
  before: { readonly dueOn: IsoDate | null; readonly recurrence: Recurrence | null } | null,
): Recurrence | null {
  if (interval === null || dueOn === null) return null;
  const { unit, every } = interval;
  const old = before?.dueOn === dueOn ? before.recurrence : null;
  return old?.unit === unit && old.every === every ? old : { unit, every, fromOn: dueOn };
}

export type TaskDates = {
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** Until the day before, the task keeps quiet, however late it is. */
  readonly snoozedUntil: IsoDate | null;
};

/** Where a task stands, in the order a list shows it. `soon` is within seven days. */
export const taskTimings = ['overdue', 'today', 'soon', 'later', 'undated', 'snoozed', 'done'] as const;
export type TaskTiming = (typeof taskTimings)[number];

export function taskTiming({ dueOn, doneOn, snoozedUntil }: TaskDates, today: IsoDate): TaskTiming {
  if (doneOn !== null) return 'done';
  if (snoozedUntil !== null && snoozedUntil > today) return 'snoozed';
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, 7) ? 'soon' : 'later';
}

/** The Sunday of the date's week: weeks begin on Monday. */
function endOfWeek(date: IsoDate): IsoDate {
  return addDays(date, (7 - weekday(date)) % 7);
}

export const snoozes = ['tomorrow', 'next-week', 'in-a-week', 'in-a-month'] as const;
export type Snooze = (typeof snoozes)[number];

/** The day a task speaks up again: next week is its Monday. */
export function snoozeUntil(snooze: Snooze, today: IsoDate): IsoDate {
  switch (snooze) {
    case 'tomorrow':
      return addDays(today, 1);
    case 'next-week':
      return addDays(endOfWeek(today), 1);
    case 'in-a-week':
      return addDays(today, 7);
    case 'in-a-month':
      return addMonths(today, 1);
  }
}
