import type { Generated } from 'kysely';
import type { IsoDate } from '../domain/calendar.ts';
import type { Language } from '../domain/language.ts';
import type { Flag, Instant } from './column.ts';

export interface BookTable {
  id: Generated<number>;
  name: string;
  owner: string;
  base_currency: string;
  fiscal_year_start_month: number;
  language: Language;
  time_zone: string;
  is_sample: Generated<Flag>;
  created_at: Instant;
}

export interface ExchangeRateTable {
  id: Generated<number>;
  currency: string;
  valid_on: IsoDate;
  /** Units of the book's base currency for one unit of `currency`. */
  base_per_unit: number;
}
