import type { Generated } from 'kysely';
import type { Json } from './column.ts';

/** How the columns of a file with these headings were understood; see queries/import.ts. */
export interface ImportMappingTable {
  /** A JSON array of texts. */
  headings: Json;
  noun: 'account' | 'contact' | 'contract' | 'note';
  fields: Json;
  answers: Generated<Json>;
}
