import { Failure } from '../failure.ts';
import type { Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { answerField, getHandoff, type HandoffAnswer } from './query.ts';
import { type AnswerSource, outvoted, type Statement } from './source.ts';
import type { HandoffField } from './template.ts';

/** Writes down what a source says beside the answer taken. A contradiction opens the question again. */
export async function stateAnswer(
  trx: Writer,
  handoffId: number,
  field: string,
  { source, answer, on }: Statement & { readonly on: IsoDate },
): Promise<void> {
  await trx
    .insertInto('handoff_statement')
    .values({ handoff_id: handoffId, field, source, answer, stated_on: on })
    .onConflict((conflict) =>
      conflict.columns(['handoff_id', 'field', 'source']).doUpdateSet({ answer, stated_on: on }),
    )
    .execute();
  await trx
    .updateTable('handoff_answer')
    .set({ source_reason: null })
    .where('handoff_id', '=', handoffId)
    .where('field', '=', field)
    .where('answer', '!=', answer)
    .execute();
}

/** Forgets what a source says. @throws Failure record.not-found */
export async function dropStatement(
  trx: Writer,
  handoffId: number,
  field: string,
  source: AnswerSource,
): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('handoff_statement')
    .where('handoff_id', '=', handoffId)
    .where('field', '=', field)
    .where('source', '=', source)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'handoff-statement', id: field });
}

/**
 * Makes what a source says the answer, to be judged anew; what was the answer until now stays beside it as its source's.
 * `others` are further parts of the answer that come with it.
 */
export async function takeAnswer(
  trx: Writer,
  handoffId: number,
  field: HandoffField,
  before: HandoffAnswer | undefined,
  taken: Statement & { readonly reason: string | null; readonly on: IsoDate },
  others: Partial<Pick<HandoffAnswer, 'evidence' | 'comment'>> = {},
): Promise<void> {
  const { source, answer, reason, on } = taken;
  const kept = outvoted(field, { answer: before?.answer ?? '', source: before?.source ?? null }, taken);
  await answerField(trx, handoffId, field.key, {
    ...others,
    answer,
    source,
    sourceReason: reason,
    ...(before?.answer !== answer && { quality: null }),
  });
  await trx
    .deleteFrom('handoff_statement')
    .where('handoff_id', '=', handoffId)
    .where('field', '=', field.key)
    .where('source', '=', source)
    .execute();
  if (!kept) return;
  await trx
    .insertInto('handoff_statement')
    .values({ handoff_id: handoffId, field: field.key, stated_on: on, ...kept })
    .onConflict((conflict) =>
      conflict.columns(['handoff_id', 'field', 'source']).doUpdateSet({ answer: kept.answer, stated_on: on }),
    )
    .execute();
}

/** Takes what a source was written down with. @throws Failure record.not-found */
export async function takeStatement(
  trx: Writer,
  handoffId: number,
  field: HandoffField,
  source: AnswerSource,
  { reason, on }: { readonly reason: string | null; readonly on: IsoDate },
): Promise<void> {
  const { answers, statements } = await getHandoff(trx, handoffId);
  const statement = statements[field.key]?.find((each) => each.source === source);
  if (!statement) throw new Failure('record.not-found', { noun: 'handoff-statement', id: field.key });
  await takeAnswer(trx, handoffId, field, answers[field.key], {
    source,
    answer: statement.answer,
    reason,
    on,
  });
}
