import { z } from 'zod';
import { bookSettings, today } from '../../../db/book/query.ts';
import { Failure } from '../../../db/failure.ts';
import { readAnswer } from '../../../db/handoff/answer.ts';
import { answerField, getHandoff, type Handoff } from '../../../db/handoff/query.ts';
import { answerSources } from '../../../db/handoff/source.ts';
import { dropStatement, stateAnswer, takeStatement } from '../../../db/handoff/source-query.ts';
import { fieldsOf, type HandoffField } from '../../../db/handoff/template.ts';
import { record } from '../../../db/record.ts';
import { one, prose, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const ofField = one.extend({ field: z.string() });
const ofSource = ofField.extend({ source: z.enum(answerSources) });

/** What different sources say of a handoff's fields, and which of them was taken. */
export const handoffSourceRouter = router({
  /** Writes down what a source says. @throws record.invalid for a text the field's type cannot hold */
  state: bookProcedure
    .input(ofSource.extend({ answer: prose }))
    .mutation(async ({ ctx: { book }, input: { id, field: key, source, answer: typed } }) => {
      const handoff = await getHandoff(book.db, id);
      const { base_currency } = await bookSettings(book.db);
      const { answer, problem } = readAnswer(fieldOf(handoff, key), typed, base_currency);
      if (problem) throw new Failure('record.invalid', { reason: problem });
      const on = await today(book);
      await record(book, action('handoff.state-answer', handoff), (trx) =>
        stateAnswer(trx, id, key, { source, answer, on }),
      );
    }),

  /** Makes what a source says the answer; what was the answer stays beside it. */
  take: bookProcedure
    .input(ofSource.extend({ reason: proseOrNull }))
    .mutation(async ({ ctx: { book }, input: { id, field: key, source, reason } }) => {
      const handoff = await getHandoff(book.db, id);
      const field = fieldOf(handoff, key);
      const on = await today(book);
      await record(book, action('handoff.take-source', handoff), (trx) =>
        takeStatement(trx, id, field, source, { reason, on }),
      );
    }),

  /** Stays with the answer there is, and says why. */
  keep: bookProcedure
    .input(ofField.extend({ reason: prose }))
    .mutation(async ({ ctx: { book }, input: { id, field: key, reason } }) => {
      const handoff = await getHandoff(book.db, id);
      const { key: field } = fieldOf(handoff, key);
      await record(book, action('handoff.take-source', handoff), (trx) =>
        answerField(trx, id, field, { sourceReason: reason }),
      );
    }),

  drop: bookProcedure.input(ofSource).mutation(async ({ ctx: { book }, input: { id, field, source } }) => {
    const handoff = await getHandoff(book.db, id);
    await record(book, action('handoff.state-answer', handoff), (trx) =>
      dropStatement(trx, id, field, source),
    );
  }),
});

/** @throws Failure record.not-found */
function fieldOf({ template }: Handoff, key: string): HandoffField {
  const field = fieldsOf(template).find((each) => each.key === key);
  if (!field) throw new Failure('record.not-found', { noun: 'handoff-field', id: key });
  return field;
}

function action(key: 'handoff.state-answer' | 'handoff.take-source', { accountName }: Handoff) {
  return { key, parameters: { account: accountName } };
}
