import { type Insertable, type Selectable, sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Schema, Writer } from '../schema.ts';

/** The parts of a review that are written line by line, by their tables. */
export type QbrPart = 'qbr_difficulty' | 'qbr_ask' | 'qbr_plan_line' | 'qbr_attendee' | 'qbr_agenda_line';

/** A line as a form gives it. */
export type QbrLine<Part extends QbrPart> = Omit<Insertable<Schema[Part]>, 'id' | 'qbr_id'>;

/** The lines of one part of a review: the agenda by position, the others in the order they were added. */
export async function qbrLines<Part extends QbrPart>(
  db: Reader,
  part: Part,
  qbrId: number,
): Promise<Selectable<Schema[Part]>[]> {
  const order = part === 'qbr_agenda_line' ? sql`position, id` : sql`id`;
  const { rows } = await sql<Selectable<Schema[Part]>>`
    select * from ${sql.table(part)} where qbr_id = ${qbrId} order by ${order}`.execute(db);
  return rows;
}

/** @throws Failure qbr.frozen, record.not-found */
export async function addQbrLine<Part extends QbrPart>(
  trx: Writer,
  part: Part,
  qbrId: number,
  line: QbrLine<Part>,
): Promise<void> {
  await assertOpen(trx, qbrId);
  const cells = Object.entries({ ...line, qbr_id: qbrId });
  await sql`insert into ${sql.table(part)} (${sql.join(cells.map(([column]) => sql.ref(column)))})
    values (${sql.join(cells.map(([, value]) => value))})`.execute(trx);
}

/** Changes what is given of a line and leaves the rest. @throws Failure qbr.frozen, record.not-found */
export async function editQbrLine<Part extends QbrPart>(
  trx: Writer,
  part: Part,
  id: number,
  line: Partial<QbrLine<Part>>,
): Promise<void> {
  await assertOpen(trx, await qbrOf(trx, part, id));
  const cells = Object.entries(line).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (cells.length > 0)
    await sql`update ${sql.table(part)} set ${sql.join(cells)} where id = ${id}`.execute(trx);
}

/** @throws Failure qbr.frozen, record.not-found */
export async function deleteQbrLine(trx: Writer, part: QbrPart, id: number): Promise<void> {
  await assertOpen(trx, await qbrOf(trx, part, id));
  await sql`delete from ${sql.table(part)} where id = ${id}`.execute(trx);
}

/** @throws Failure qbr.frozen, record.not-found */
export async function assertOpen(db: Reader, qbrId: number): Promise<void> {
  const qbr = await db
    .selectFrom('qbr')
    .leftJoin('qbr_freeze', 'qbr_freeze.qbr_id', 'qbr.id')
    .select('qbr_freeze.frozen_at')
    .where('qbr.id', '=', qbrId)
    .executeTakeFirst();
  if (!qbr) throw new Failure('record.not-found', { noun: 'qbr', id: qbrId });
  if (qbr.frozen_at !== null) throw new Failure('qbr.frozen');
}

async function qbrOf(db: Reader, part: QbrPart, id: number): Promise<number> {
  const { rows } = await sql<{ qbr_id: number }>`
    select qbr_id from ${sql.table(part)} where id = ${id}`.execute(db);
  const [line] = rows;
  if (!line) throw new Failure('record.not-found', { noun: part, id });
  return line.qbr_id;
}
