import { sql } from 'kysely';
import type { CommitmentSide } from '../commitment/rule.ts';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { FigureLine, FigureSection, InsideFigureSection } from './figure.ts';
import type { QbrSection } from './kind.ts';

/** What the parts of a review that are written line by line say, by their tables. */
export type QbrLines = {
  qbr_difficulty: { difficulty: string; lesson: string | null };
  qbr_ask: { side: CommitmentSide; ask: string; askedOf: string | null; dueOn: IsoDate | null };
  qbr_plan_line: {
    step: string;
    side: CommitmentSide;
    owner: string | null;
    dueOn: IsoDate | null;
    goalId: number | null;
  };
  qbr_attendee: {
    side: CommitmentSide;
    name: string;
    title: string | null;
    contactId: number | null;
    invitedOn: IsoDate | null;
    /** 0 or 1; null until the review was held. */
    attended: 0 | 1 | null;
  };
  qbr_agenda_line: { position: number; section: QbrSection; minutes: number; presenter: string | null };
  qbr_figure: FigureLine & { section: FigureSection };
  qbr_inside_figure: FigureLine & { section: InsideFigureSection };
};
export type QbrPart = keyof QbrLines;

const figureKeys = ['section', 'label', 'value', 'before', 'unit', 'remark', 'source', 'asOf'] as const;
const keys: { readonly [Part in QbrPart]: readonly (keyof QbrLines[Part] & string)[] } = {
  qbr_difficulty: ['difficulty', 'lesson'],
  qbr_ask: ['side', 'ask', 'askedOf', 'dueOn'],
  qbr_plan_line: ['step', 'side', 'owner', 'dueOn', 'goalId'],
  qbr_attendee: ['side', 'name', 'title', 'contactId', 'invitedOn', 'attended'],
  qbr_agenda_line: ['position', 'section', 'minutes', 'presenter'],
  qbr_figure: figureKeys,
  qbr_inside_figure: figureKeys,
};

/** The lines of one part of a review: the agenda by position, the others in the order they were added. */
export async function qbrLines<Part extends QbrPart>(
  db: Reader,
  part: Part,
  qbrId: number,
): Promise<(QbrLines[Part] & { readonly id: number })[]> {
  const columns = keys[part].map((key) => sql`${sql.ref(columnOf(key))} as ${sql.ref(key)}`);
  const order = part === 'qbr_agenda_line' ? sql`position, id` : sql`id`;
  const { rows } = await sql<QbrLines[Part] & { readonly id: number }>`
    select id, ${sql.join(columns)} from ${sql.table(part)} where qbr_id = ${qbrId} order by ${order}`.execute(
    db,
  );
  return rows;
}

/** @throws Failure qbr.frozen, record.not-found */
export async function addQbrLine<Part extends QbrPart>(
  trx: Writer,
  part: Part,
  qbrId: number,
  line: QbrLines[Part],
): Promise<void> {
  await assertOpen(trx, qbrId);
  const cells = Object.entries({ ...line, qbrId });
  await sql`insert into ${sql.table(part)} (${sql.join(cells.map(([key]) => sql.ref(columnOf(key))))})
    values (${sql.join(cells.map(([, value]) => value))})`.execute(trx);
}

/** @throws Failure qbr.frozen, record.not-found */
export async function editQbrLine<Part extends QbrPart>(
  trx: Writer,
  part: Part,
  id: number,
  line: QbrLines[Part],
): Promise<void> {
  await assertOpen(trx, await qbrOf(trx, part, id));
  const cells = Object.entries(line).map(([key, value]) => sql`${sql.ref(columnOf(key))} = ${value}`);
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

function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
