import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { AttachmentTarget } from './rule.ts';

/** A file that belongs to a record. Its bytes lie in the book's folder of files (db/attached-files.ts) under `sha256`. */
export interface AttachmentTable {
  id: Generated<number>;
  /** The record: a row of one of the tables a file can be attached to. */
  table_name: AttachmentTarget;
  row_id: number;
  /** The part of the record it stands by, such as a handoff's field; null for the record as a whole. */
  part: string | null;
  /** The account the record is about, so that its history tells of the file; null for a record of no account. */
  account_id: number | null;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  added_on: IsoDate;
}
