import { sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { type AttachmentOwner, type AttachmentTarget, attachmentTargets } from './rule.ts';

export type Attachment = {
  id: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  addedOn: IsoDate;
};

export type AttachmentFacts = Omit<Attachment, 'id'>;

const columns = [
  'id',
  'name',
  'media_type as mediaType',
  'size_bytes as bytes',
  'sha256',
  'added_on as addedOn',
] as const;

/** The files attached to a record or to one part of it, in the order they were added. */
export async function listAttachments(db: Reader, owner: AttachmentOwner): Promise<Attachment[]> {
  return db
    .selectFrom('attachment')
    .select(columns)
    .where('table_name', '=', owner.table)
    .where('row_id', '=', owner.id)
    .where('part', 'is', owner.part ?? null)
    .orderBy('id')
    .execute();
}

/** @throws Failure record.not-found */
export async function getAttachment(db: Reader, id: number): Promise<Attachment> {
  const attachment = await db
    .selectFrom('attachment')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!attachment) throw notFound(id);
  return attachment;
}

/** The hashes of all files of the book, each once. */
export async function attachedHashes(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('attachment').select('sha256').distinct().orderBy('sha256').execute();
  return rows.map(({ sha256 }) => sha256);
}

/** The same bytes under the same name once more are the attachment there is. @throws Failure record.not-found */
export async function addAttachment(
  trx: Writer,
  owner: AttachmentOwner,
  facts: AttachmentFacts,
): Promise<number> {
  const known = (await listAttachments(trx, owner)).find(
    ({ name, sha256 }) => name === facts.name && sha256 === facts.sha256,
  );
  if (known) return known.id;
  const { id } = await trx
    .insertInto('attachment')
    .values({
      table_name: owner.table,
      row_id: owner.id,
      part: owner.part ?? null,
      account_id: await accountOf(trx, owner),
      name: facts.name,
      media_type: facts.mediaType,
      size_bytes: facts.bytes,
      sha256: facts.sha256,
      added_on: facts.addedOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The bytes stay in the book's folder, for undo. @throws Failure record.not-found */
export async function deleteAttachment(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('attachment')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw notFound(id);
}

/**
 * Lets the attachments of records go that an action deleted; called by `record`, within the action, so that its undo brings them
 * back with their record. A row deleted and written again under its id in one action keeps its files.
 */
export async function detachDeleted(trx: Writer, actionId: number): Promise<void> {
  const gone = await trx
    .selectFrom('change')
    .select(['table_name', 'row_id', 'after'])
    .select((eb) => eb.fn.max('id').as('last')) // SQLite takes `after` from the row with the largest id
    .where('action_id', '=', actionId)
    .where('table_name', 'in', attachmentTargets)
    .groupBy(['table_name', 'row_id'])
    .having('after', 'is', null)
    .execute();
  for (const { table_name, row_id } of gone)
    await trx
      .deleteFrom('attachment')
      .where('table_name', '=', table_name as AttachmentTarget)
      .where('row_id', '=', row_id)
      .execute();
}

async function accountOf(db: Reader, { table, id }: AttachmentOwner): Promise<number | null> {
  const column = sql.ref(table === 'account' ? 'id' : 'account_id');
  const { rows } = await sql<{ account: number | null }>`
    select ${column} as account from ${sql.table(table)} where id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Failure('record.not-found', { noun: table, id });
  return row.account;
}

function notFound(id: number): Failure {
  return new Failure('record.not-found', { noun: 'attachment', id });
}
