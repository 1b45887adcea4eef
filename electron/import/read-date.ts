import { addDays, type IsoDate, isIsoDate } from '../../db/types/calendar.ts';
import type { GridValue } from '../files/workbook/grid.ts';

export type DateOrder = 'day-first' | 'month-first';

/**
 * What a cell says as a date: one date, or one for each order of day and month (null where that order gives no date, as
 * 13/04 does with the month first). Null when it is no date at all.
 */
export type DateReading = { readonly date: IsoDate } | Readonly<Record<DateOrder, IsoDate | null>> | null;

const time =
  /[\sT]+(?:上午|下午|[ap]m)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z|[+-]\d{2}:?\d{2})?$/i;
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/;
const slashed = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/;
const dayMonthName = /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]{3,9})[-\s.,]+(\d{4}|\d{2})$/i;
const monthNameDay = /^([a-z]{3,9})[-\s.]+(\d{1,2})(?:st|nd|rd|th)?[-\s,]+(\d{4}|\d{2})$/i;

/**
 * Reads the usual ways of writing a date: 2026-11-22, 2026/11/22, 20261122, 2026年11月22日, 22.11.2026, 22/11/2026, 11/22/2026,
 * 22-Nov-2026, November 22, 2026, each with or without a time of day, which is dropped; and a spreadsheet's day numbers
 * from 1954 to 2119. Two digits of a year stand last and mean 1970 to 2069.
 */
export function readDate(value: GridValue): DateReading {
  if (typeof value === 'number') return dayNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.normalize('NFKC').trim().replace(time, '');
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? yearFirst.exec(text);
  if (whole) return only(whole[1], whole[2], whole[3]);
  const dots = dotted.exec(text);
  if (dots) return only(dots[3], dots[2], dots[1]);
  const named = dayMonthName.exec(text);
  if (named) return only(named[3], monthNumber(named[2]), named[1]);
  const american = monthNameDay.exec(text);
  if (american) return only(american[3], monthNumber(american[1]), american[2]);
  const slashes = slashed.exec(text);
  if (slashes) return either(slashes[3], slashes[1], slashes[2]);
  return /^\d{5}(\.\d+)?$/.test(text) ? dayNumber(Number(text)) : null;
}

/**
 * The order the column's own dates prove: null when they prove none, or some prove one and some the other; then the user is
 * asked. `conflicting` tells the two apart.
 */
export function provenOrder(readings: readonly DateReading[]): {
  readonly order: DateOrder | null;
  readonly conflicting: boolean;
} {
  let dayFirst = false;
  let monthFirst = false;
  for (const reading of readings) {
    if (!reading || 'date' in reading) continue;
    if (reading['month-first'] === null) dayFirst = true;
    if (reading['day-first'] === null) monthFirst = true;
  }
  if (dayFirst === monthFirst) return { order: null, conflicting: dayFirst };
  return { order: dayFirst ? 'day-first' : 'month-first', conflicting: false };
}

/** Day numbers of other years are more likely to be amounts or counts. */
function dayNumber(serial: number): DateReading {
  const days = Math.floor(serial);
  return days >= 20_000 && days < 80_000 ? { date: addDays('1899-12-30', days) } : null;
}

function either(
  year: string | undefined,
  first: string | undefined,
  second: string | undefined,
): DateReading {
  const dayFirst = dateOf(year, second, first);
  const monthFirst = dateOf(year, first, second);
  if (dayFirst === null && monthFirst === null) return null;
  if (dayFirst !== null && dayFirst === monthFirst) return { date: dayFirst };
  return { 'day-first': dayFirst, 'month-first': monthFirst };
}

function only(year: string | undefined, month: string | undefined, day: string | undefined): DateReading {
  const date = dateOf(year, month, day);
  return date === null ? null : { date };
}

function dateOf(year = '', month = '', day = ''): IsoDate | null {
  const century = year.length > 2 ? '' : Number(year) < 70 ? '20' : '19';
  const date = `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}
