import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';

export interface NoteTable {
  id: Generated<number>;
  account_id: number;
  contact_id: number | null;
  kind: Generated<'note' | 'meeting' | 'call' | 'email' | 'visit'>;
  occurred_on: IsoDate;
  body: string;
}
