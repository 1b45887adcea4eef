import type { Generated } from 'kysely';
import type { RelationKind } from './relationship.ts';

/** Who stands how to whom at a customer. `knows` holds both ways and is kept once, the smaller id first. */
export interface ContactRelationTable {
  id: Generated<number>;
  account_id: number;
  contact_id: number;
  /** Whom the contact reports to, or knows. */
  other_id: number;
  kind: RelationKind;
}
