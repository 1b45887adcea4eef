import type { Insertable, Selectable, Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { PromiseStatus } from './rule.ts';
import type { PromiseTable } from './table.ts';

export type PromiseEntry = Selectable<PromiseTable>;

/** An account's promises: open ones first, by the day they are due, those without one last. */
export async function listPromises(db: Reader, accountId: number): Promise<PromiseEntry[]> {
  return db
    .selectFrom('promise')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy((eb) => eb('status', '<>', 'open'))
    .orderBy((eb) => eb('due_on', 'is', null))
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

/** A promise with its account, and what it was said in while that still exists. */
export type LedgerEntry = PromiseEntry & {
  readonly accountName: string;
  readonly foundIn: 'handoff' | 'qbr' | 'renewal' | null;
};

/** The promises of every account that is not archived: open ones first, by the day they are due, those without one last. */
export async function listLedger(db: Reader, slice: Slice = []): Promise<LedgerEntry[]> {
  return db
    .selectFrom('promise')
    .innerJoin('account', 'account.id', 'promise.account_id')
    .leftJoin('handoff', (join) =>
      join.onRef('handoff.id', '=', 'promise.source_id').on('promise.source_noun', '=', 'handoff'),
    )
    .leftJoin('qbr', (join) =>
      join.onRef('qbr.id', '=', 'promise.source_id').on('promise.source_noun', '=', 'qbr'),
    )
    .selectAll('promise')
    .select('account.name as accountName')
    .select((eb) =>
      eb
        .case()
        .when('handoff.id', 'is not', null)
        .then(eb.val<'handoff'>('handoff'))
        .when('qbr.id', 'is not', null)
        .then(eb.val<'qbr'>('qbr'))
        .when('promise.source_noun', '=', 'renewal')
        .then(eb.val<'renewal'>('renewal'))
        .else(null)
        .end()
        .as('foundIn'),
    )
    .where('account.archived_at', 'is', null)
    .where(isInSlice('promise.account_id', slice))
    .orderBy((eb) => eb('promise.status', '<>', 'open'))
    .orderBy((eb) => eb('promise.due_on', 'is', null))
    .orderBy('promise.due_on')
    .orderBy('promise.id')
    .execute();
}

export async function createPromise(
  trx: Writer,
  promise: Omit<Insertable<PromiseTable>, 'id' | 'status' | 'scored_on'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('promise')
    .values({ ...promise, scored_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editPromise(
  trx: Writer,
  id: number,
  change: Omit<Updateable<PromiseTable>, 'id' | 'account_id' | 'status' | 'scored_on'>,
): Promise<void> {
  await update(trx, id, change);
}

/** Says what became of it, or that it is open again. @throws Failure record.not-found */
export async function scorePromise(
  trx: Writer,
  id: number,
  status: PromiseStatus,
  today: IsoDate,
): Promise<void> {
  await update(trx, id, { status, scored_on: status === 'open' ? null : today });
}

/** @throws Failure record.not-found */
export async function deletePromise(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('promise').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'promise', id });
}

async function update(trx: Writer, id: number, change: Updateable<PromiseTable>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('promise')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'promise', id });
}
