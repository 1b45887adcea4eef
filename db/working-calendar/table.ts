import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag } from '../types/column.ts';

/** Whose public holidays the book counts by; no row or no country means Monday to Friday. */
export interface WorkingCalendarTable {
  id: Generated<number>;
  /** ISO 3166-1, two letters. */
  country: string | null;
}

/** A day on which this book says otherwise than the country's list. */
export interface WorkingDayChangeTable {
  id: Generated<number>;
  day: IsoDate;
  is_working: Flag;
  name: string | null;
}
