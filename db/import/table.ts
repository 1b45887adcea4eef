import type { Generated } from 'kysely';
import type { Json } from '../types/column.ts';
import type { ImportNoun } from './noun.ts';

/** How the columns of a file with these headings were understood; see import/query.ts. */
export interface ImportMappingTable {
  /** A JSON array of texts. */
  headings: Json;
  noun: ImportNoun;
  fields: Json;
  answers: Generated<Json>;
}
