import { sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import { getAccount, rowOf } from './query.ts';

/** What merging would do: which facts come over, and how many records of each table move or are let go. */
export type MergePreview = {
  /** Facts the account that stays lacks and takes from the other. */
  readonly taken: readonly { readonly field: MergedField; readonly value: string }[];
  /** Facts both have, and differently: the one that stays keeps its own. */
  readonly kept: readonly { readonly field: MergedField; readonly value: string; readonly lost: string }[];
  readonly moved: readonly { readonly table: string; readonly count: number }[];
  /** A frozen review cannot change its customer: then only the other way round works. */
  readonly isFrozen: boolean;
};

const mergedFields = [
  'key',
  'legalName',
  'industry',
  'size',
  'region',
  'tier',
  'owner',
  'salesOwner',
  'description',
  'customerSince',
] as const;
type MergedField = (typeof mergedFields)[number];

/** @throws Failure record.not-found */
export async function previewMerge(db: Reader, intoId: number, fromId: number): Promise<MergePreview> {
  const [into, from] = [await getAccount(db, intoId), await getAccount(db, fromId)];
  const differing = mergedFields.flatMap((field) => {
    const [value, lost] = [into[field], from[field]];
    return lost === null || lost === value ? [] : [{ field, value, lost }];
  });
  const moved: { table: string; count: number }[] = [];
  for (const table of await accountTables(db)) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)} where account_id = ${fromId}`.execute(db);
    if (rows[0] && rows[0].count > 0) moved.push({ table, count: rows[0].count });
  }
  return {
    taken: differing.flatMap(({ field, value, lost }) => (value === null ? [{ field, value: lost }] : [])),
    kept: differing.flatMap(({ field, value, lost }) => (value === null ? [] : [{ field, value, lost }])),
    moved,
    isFrozen: await hasFrozenReview(db, fromId),
  };
}

/**
 * Moves everything of one account to another and deletes it. Facts the other lacks come over, tags come together; where only
 * one record can be, such as a place in a scheme, the account that stays keeps its own.
 * @throws Failure record.not-found, account.frozen-review when the one that goes has a frozen review
 */
export async function mergeAccounts(trx: Writer, intoId: number, fromId: number): Promise<void> {
  const [into, from] = [await getAccount(trx, intoId), await getAccount(trx, fromId)];
  await refuseFrozen(trx, fromId, from.name);
  for (const table of await accountTables(trx))
    await sql`update or ignore ${sql.table(table)} set account_id = ${intoId} where account_id = ${fromId}`.execute(
      trx,
    );
  await trx.deleteFrom('account').where('id', '=', fromId).execute(); // before its key is taken over
  const facts = Object.fromEntries(mergedFields.map((field) => [field, into[field] ?? from[field]]));
  const tags = [...into.tags, ...from.tags.filter((tag) => !into.tags.includes(tag))];
  await trx
    .updateTable('account')
    .set({ ...rowOf({ ...facts, status: into.status }), tags: JSON.stringify(tags) })
    .where('id', '=', intoId)
    .execute();
}

/** Deletes an account with everything of it; undo brings it back. @throws Failure record.not-found, account.frozen-review */
export async function deleteAccount(trx: Writer, id: number): Promise<void> {
  const { name } = await getAccount(trx, id);
  await refuseFrozen(trx, id, name);
  await trx.deleteFrom('account').where('id', '=', id).execute();
}

async function refuseFrozen(trx: Writer, id: number, name: string): Promise<void> {
  if (await hasFrozenReview(trx, id)) throw new Failure('account.frozen-review', { name });
}

async function hasFrozenReview(db: Reader, accountId: number): Promise<boolean> {
  const frozen = await db
    .selectFrom('qbr')
    .innerJoin('qbr_freeze', 'qbr_freeze.qbr_id', 'qbr.id')
    .select('qbr.id')
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst();
  return frozen !== undefined;
}

/** Every table whose rows belong to an account, by the tables as they are. What is derived or logged is not among them. */
async function accountTables(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select t.name from pragma_table_list t
    join pragma_foreign_key_list(t.name) f on f."table" = 'account' and f."from" = 'account_id'
    join pragma_table_info(t.name) c on c.name = 'id' and c.pk = 1
    where t.schema = 'main' and t.type = 'table' order by t.name`.execute(db);
  return rows.map(({ name }) => name);
}
