import type { Generated } from 'kysely';
import type { Json } from '../types/column.ts';

/** At most one row: the house's look on what leaves it. */
export interface LetterheadTable {
  id: Generated<number>;
  /** The picture, as base64: a JSON log keeps no bytes. */
  logo: string | null;
  logo_type: 'png' | 'jpeg' | null;
  /** Width over height. */
  logo_ratio: number | null;
  /** The file its theme was taken from. */
  template_name: string | null;
  /** A ThemeLook (letterhead/rule.ts). */
  theme: Json | null;
  /** A StageTaken (letterhead/rule.ts). */
  stage: Json | null;
}
