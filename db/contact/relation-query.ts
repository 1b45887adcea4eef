import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import { type Relation, type RelationKind, reportsInCircle } from './relationship.ts';

/** Who at an account reports to or knows whom. */
export async function listRelations(
  db: Reader,
  accountId: number,
): Promise<(Relation & { readonly id: number })[]> {
  return db
    .selectFrom('contact_relation')
    .select(['id', 'contact_id as contactId', 'other_id as otherId', 'kind'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
}

/** The names of two contacts of one account, for what is said of them. @throws Failure record.not-found */
export async function pairOf(
  db: Reader,
  contactId: number,
  otherId: number,
): Promise<{ accountId: number; name: string; other: string }> {
  const rows = await db
    .selectFrom('contact')
    .select(['id', 'name', 'account_id'])
    .where('id', 'in', [contactId, otherId])
    .execute();
  const [one, other] = [rows.find(({ id }) => id === contactId), rows.find(({ id }) => id === otherId)];
  if (!one || !other || one === other || one.account_id !== other.account_id)
    throw new Failure('record.not-found', { noun: 'contact', id: otherId });
  return { accountId: one.account_id, name: one.name, other: other.name };
}

/**
 * Says how one contact stands to another. A new superior takes the former one's place; said twice changes nothing.
 * @throws Failure record.not-found, also for two of different accounts; contact.reports-in-circle
 */
export async function relate(trx: Writer, { contactId, otherId, kind }: Relation): Promise<void> {
  const { accountId, name } = await pairOf(trx, contactId, otherId);
  const relations = await listRelations(trx, accountId);
  if (kind === 'reports-to') {
    const former = relations.find((each) => each.kind === kind && each.contactId === contactId);
    if (former?.otherId === otherId) return;
    const others = relations.filter((each) => each !== former);
    if (reportsInCircle(others, contactId, otherId)) throw new Failure('contact.reports-in-circle', { name });
    if (former) await unrelate(trx, former.id);
  }
  const row = ends({ contactId, otherId, kind });
  await trx
    .insertInto('contact_relation')
    .values({ account_id: accountId, kind, contact_id: row.contactId, other_id: row.otherId })
    .onConflict((conflict) => conflict.columns(['contact_id', 'other_id', 'kind']).doNothing())
    .execute();
}

/** @throws Failure record.not-found */
export async function unrelate(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('contact_relation')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'contact_relation', id });
}

/** Knowing somebody holds both ways: it is kept once, from the smaller id. */
function ends(relation: Relation): { contactId: number; otherId: number; kind: RelationKind } {
  const { contactId, otherId, kind } = relation;
  return kind === 'knows' && otherId < contactId
    ? { contactId: otherId, otherId: contactId, kind }
    : { contactId, otherId, kind };
}
