import type { Generated } from 'kysely';
import type { Flag } from '../types/column.ts';
import type { CustomFieldKind } from './rule.ts';

/** A field of an account that the user added. */
export interface CustomFieldTable {
  id: Generated<number>;
  name: string;
  kind: CustomFieldKind;
  position: number;
  /** Shown nowhere any more; its values stay. */
  is_retired: Generated<Flag>;
}

export interface CustomChoiceTable {
  id: Generated<number>;
  field_id: number;
  name: string;
  position: number;
  /** Not offered any more; accounts that have it keep it. */
  is_retired: Generated<Flag>;
}

export interface CustomValueTable {
  id: Generated<number>;
  field_id: number;
  account_id: number;
  /** By the field's kind: text, a number, minor units, a day, a choice's id, or 0 and 1. */
  value: string | number;
  /** Of an amount; null for every other kind. */
  currency: string | null;
}
