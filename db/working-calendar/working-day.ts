import { addDays, type IsoDate, weekday } from '../types/calendar.ts';

/** What differs from Monday to Friday: days off, and weekend days that are worked to make up for them, as in China. */
export type WorkingCalendar = {
  readonly holidays: ReadonlySet<IsoDate>;
  readonly makeUpDays: ReadonlySet<IsoDate>;
};

export const weekendsOnly: WorkingCalendar = { holidays: new Set(), makeUpDays: new Set() };

/** A make-up day is worked even when the same list also names it a holiday: it is the more deliberate entry. */
export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar): boolean {
  if (calendar.makeUpDays.has(date)) return true;
  if (calendar.holidays.has(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/**
 * The so-many-th working day after the date; the date itself does not count. With 0 the date itself, or the next
 * working day when it is none.
 * @throws RangeError when `days` is negative or not whole
 */
export function addWorkingDays(date: IsoDate, days: number, calendar: WorkingCalendar): IsoDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
  let result = days === 0 ? date : addDays(date, 1);
  let left = days;
  while (true) {
    if (isWorkingDay(result, calendar)) {
      left -= 1;
      if (left <= 0) return result;
    }
    result = addDays(result, 1);
  }
}

/** Working days from the day after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  const [first, last] = from <= to ? [from, to] : [to, from];
  let days = 0;
  for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) {
    if (isWorkingDay(date, calendar)) days += 1;
  }
  return days === 0 || from <= to ? days : -days;
}
