import { Failure } from '../failure.ts';
import type { Writer } from '../schema.ts';
import type { Persona } from './query.ts';
import type { ResearchQuestion } from './rule.ts';

/** An empty answer takes the note away. */
export async function answerResearch(
  trx: Writer,
  segmentId: number,
  question: ResearchQuestion,
  answer: string | null,
): Promise<void> {
  if (answer === null)
    await trx
      .deleteFrom('segment_research')
      .where('segment_id', '=', segmentId)
      .where('question', '=', question)
      .execute();
  else
    await trx
      .insertInto('segment_research')
      .values({ segment_id: segmentId, question, answer })
      .onConflict((conflict) => conflict.columns(['segment_id', 'question']).doUpdateSet({ answer }))
      .execute();
}

/** The value points a segment is served with, as a whole. */
export async function setSegmentValuePoints(
  trx: Writer,
  segmentId: number,
  valuePointIds: readonly number[],
): Promise<void> {
  await trx
    .deleteFrom('segment_value_point')
    .where('segment_id', '=', segmentId)
    .$if(valuePointIds.length > 0, (query) => query.where('value_point_id', 'not in', valuePointIds))
    .execute();
  for (const value_point_id of valuePointIds)
    await trx
      .insertInto('segment_value_point')
      .values({ segment_id: segmentId, value_point_id })
      .onConflict((conflict) => conflict.columns(['segment_id', 'value_point_id']).doNothing())
      .execute();
}

/** At the end of the segment's personas. */
export async function createPersona(
  trx: Writer,
  segmentId: number,
  facts: Omit<Persona, 'id'>,
): Promise<number> {
  const { last } = await trx
    .selectFrom('persona')
    .select((max) => max.fn.max('position').as('last'))
    .where('segment_id', '=', segmentId)
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto('persona')
    .values({ ...facts, segment_id: segmentId, position: (last ?? 0) + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found */
export async function editPersona(trx: Writer, id: number, facts: Omit<Persona, 'id'>): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('persona')
    .set(facts)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'persona', id });
}

/** @throws Failure record.not-found */
export async function deletePersona(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('persona').where('id', '=', id).executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'persona', id });
}
