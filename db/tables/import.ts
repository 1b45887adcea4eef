import type { Generated } from 'kysely';
import type { ImportNoun } from '../domain/import-noun.ts';
import type { Json } from './column.ts';

/** How the columns of a file with these headings were understood; see queries/import.ts. */
export interface ImportMappingTable {
  /** A JSON array of texts. */
  headings: Json;
  noun: ImportNoun;
  fields: Json;
  answers: Generated<Json>;
}
