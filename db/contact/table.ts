import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { ContactRole } from './stakeholder.ts';

export interface ContactTable {
  id: Generated<number>;
  account_id: number;
  name: string;
  title: string | null;
  role: ContactRole | null;
  /** 1 (none) to 5 (decides). */
  influence: number | null;
  /** −2 (against us) to +2 (for us). */
  sentiment: number | null;
  email: string | null;
  phone: string | null;
  languages: string | null;
  last_touched_on: IsoDate | null;
}
