import type { IsoDate } from '../types/calendar.ts';

/** A calendar month `YYYY-MM`. Compares correctly as text. */
export type Month = string;

/** A month as a running number (year × 12 + month − 1) and a day as a running number: what the engine counts in. */
export type MonthNumber = number;
export type DayNumber = number;

/** Later than every day a contract can name: a subscription without an end. */
export const noEnd: DayNumber = 2 ** 30;

const msPerDay = 86_400_000;

export function monthNumber(month: Month): MonthNumber {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthOf(number: MonthNumber): Month {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}

export function addToMonth(month: Month, months: number): Month {
  return monthOf(monthNumber(month) + months);
}

/** The months from the first to the last, both included; none when the last is before the first. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, at) => monthOf(first + at));
}

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Days since 1970-01-01, by whole numbers alone: tens of thousands of dates are read for one report. */
export function dayNumber(date: IsoDate): DayNumber {
  return daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function dateOf(day: DayNumber): IsoDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

export function lastDayOf(month: MonthNumber): DayNumber {
  return firstDayOf(month + 1) - 1;
}

export function firstDayOf(month: MonthNumber): DayNumber {
  return daysFromCivil(Math.floor(month / 12), (month % 12) + 1, 1);
}

/** The month a day lies in. */
export function monthOfDay(day: DayNumber): MonthNumber {
  // Days to years and months by the civil calendar; eras of 400 years have 146,097 days.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const year = yearOfEra + era * 400 + (marchMonth < 10 ? 0 : 1);
  return year * 12 + (marchMonth < 10 ? marchMonth + 2 : marchMonth - 10);
}

function daysFromCivil(year: number, month: number, day: number): DayNumber {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}
