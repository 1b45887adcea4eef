import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Flag, Instant } from '../types/column.ts';
import type { Language } from '../types/language.ts';

export interface BookTable {
  id: Generated<number>;
  name: string;
  owner: string;
  base_currency: string;
  fiscal_year_start_month: number;
  language: Language;
  time_zone: string;
  /** Days a product line may be without a contract and still count as continued; see contract/renewal.ts. */
  renewal_gap_days: Generated<number>;
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
