import type { Insertable, Selectable, Updateable } from 'kysely';
import { Failure } from '../failure.ts';
import type { TableOf } from '../kernel/define.ts';
import type { Reader, Writer } from '../schema.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { commitment } from './noun.ts';
import type { CommitmentStatus } from './rule.ts';

type CommitmentTable = TableOf<typeof commitment>;
export type CommitmentEntry = Selectable<CommitmentTable>;

/** An account's commitments: open ones first, by the day they are due, those without one last. */
export async function listCommitments(db: Reader, accountId: number): Promise<CommitmentEntry[]> {
  return db
    .selectFrom('commitment')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy((eb) => eb('status', '<>', 'open'))
    .orderBy((eb) => eb('due_on', 'is', null))
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}

/** A commitment with its account, and what it was said in while that still exists. */
export type LedgerEntry = CommitmentEntry & {
  readonly accountName: string;
  readonly foundIn: 'handoff' | 'qbr' | 'renewal' | null;
};

/** The commitments of every account that is not archived: open ones first, by the day they are due, those without one last. */
export async function listLedger(db: Reader, slice: Slice = []): Promise<LedgerEntry[]> {
  return db
    .selectFrom('commitment')
    .innerJoin('account', 'account.id', 'commitment.account_id')
    .leftJoin('handoff', (join) =>
      join.onRef('handoff.id', '=', 'commitment.source_id').on('commitment.source_noun', '=', 'handoff'),
    )
    .leftJoin('qbr', (join) =>
      join.onRef('qbr.id', '=', 'commitment.source_id').on('commitment.source_noun', '=', 'qbr'),
    )
    .selectAll('commitment')
    .select('account.name as accountName')
    .select((eb) =>
      eb
        .case()
        .when('handoff.id', 'is not', null)
        .then(eb.val<'handoff'>('handoff'))
        .when('qbr.id', 'is not', null)
        .then(eb.val<'qbr'>('qbr'))
        .when('commitment.source_noun', '=', 'renewal')
        .then(eb.val<'renewal'>('renewal'))
        .else(null)
        .end()
        .as('foundIn'),
    )
    .where('account.archived_at', 'is', null)
    .where(isInSlice('commitment.account_id', slice))
    .orderBy((eb) => eb('commitment.status', '<>', 'open'))
    .orderBy((eb) => eb('commitment.due_on', 'is', null))
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .execute();
}

export async function createCommitment(
  trx: Writer,
  entry: Omit<Insertable<CommitmentTable>, 'id' | 'status' | 'scored_on'>,
): Promise<number> {
  const { id } = await trx
    .insertInto('commitment')
    .values({ ...entry, status: 'open', scored_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editCommitment(
  trx: Writer,
  id: number,
  change: Omit<Updateable<CommitmentTable>, 'id' | 'account_id' | 'status' | 'scored_on'>,
): Promise<void> {
  await update(trx, id, change);
}

/** Says what became of it, or that it is open again. @throws Failure record.not-found */
export async function scoreCommitment(
  trx: Writer,
  id: number,
  status: CommitmentStatus,
  today: IsoDate,
): Promise<void> {
  await update(trx, id, { status, scored_on: status === 'open' ? null : today });
}

/** @throws Failure record.not-found */
export async function deleteCommitment(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('commitment')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'commitment', id });
}

async function update(trx: Writer, id: number, change: Updateable<CommitmentTable>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('commitment')
    .set(change)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'commitment', id });
}
