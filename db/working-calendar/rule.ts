import { type IsoDate, weekday } from '../types/calendar.ts';
import type { WorkingCalendar } from './working-day.ts';

/** A day that is not what its weekday says: a day off, or a weekend day that is worked. */
export type SpecialDay = { readonly on: IsoDate; readonly isWorking: boolean; readonly name: string | null };

/** What is published about a year; where nothing is, its days are Monday to Friday and that is said. */
export type PublishedYear = {
  readonly year: number;
  readonly isKnown: boolean;
  readonly days: readonly SpecialDay[];
};

/** The days of a book as they cross from the service to the screen. */
export type ListedCalendar = {
  /** ISO 3166-1, two letters; null counts Monday to Friday and claims nothing about holidays. */
  readonly country: string | null;
  /** Every special day in its order; `isOwn` where the book says otherwise than the country. */
  readonly days: readonly (SpecialDay & { readonly isOwn: boolean })[];
  /** The years the country's list speaks for. */
  readonly knownYears: readonly number[];
};

/** The country's days with the book's own instead of them where it has any. */
export function listCalendar(
  country: string | null,
  published: readonly PublishedYear[],
  changes: readonly SpecialDay[],
): ListedCalendar {
  const days = new Map<IsoDate, SpecialDay & { readonly isOwn: boolean }>();
  for (const year of published) for (const day of year.days) days.set(day.on, { ...day, isOwn: false });
  for (const change of changes)
    days.set(change.on, { ...change, name: change.name ?? days.get(change.on)?.name ?? null, isOwn: true });
  return {
    country,
    days: [...days.values()].sort((a, b) => a.on.localeCompare(b.on)),
    knownYears: published.filter(({ isKnown }) => isKnown).map(({ year }) => year),
  };
}

/** What working days are counted by. */
export function countingCalendar({ days }: Pick<ListedCalendar, 'days'>): WorkingCalendar {
  return {
    holidays: new Set(days.filter(({ isWorking }) => !isWorking).map(({ on }) => on)),
    makeUpDays: new Set(days.filter(({ isWorking }) => isWorking).map(({ on }) => on)),
  };
}

/** Years from one day to the other whose holidays nobody has published yet; none where no country was chosen. */
export function unknownYears(
  from: IsoDate,
  to: IsoDate,
  { country, knownYears }: Pick<ListedCalendar, 'country' | 'knownYears'>,
): number[] {
  if (country === null) return [];
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, at) => first + at);
  return years.filter((year) => !knownYears.includes(year));
}

/** Whether a weekday is worked where nothing else is said. */
export function isWeekday(date: IsoDate): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6;
}
