import { z } from 'zod';
import { getAccount } from '../../../db/account/query.ts';
import { today } from '../../../db/book/query.ts';
import { record } from '../../../db/record.ts';
import {
  listMatrix,
  matrixTotals,
  setValueState,
  valuePointsOf,
} from '../../../db/value/account-point-query.ts';
import { proofDirections, valueStates } from '../../../db/value/point.ts';
import {
  createProposition,
  createValuePoint,
  deleteProposition,
  deleteValuePoint,
  editProposition,
  editValuePoint,
  listPropositions,
  productName,
  valuePointName,
} from '../../../db/value/proposition-query.ts';
import { line, lineOrNull, ofAccount, ofSlice, one, page, proseOrNull } from '../field.ts';
import { statusProcedure } from '../status-procedure.ts';
import { bookProcedure, router } from '../trpc.ts';

const proposition = z.object({
  product: line,
  sentence: proseOrNull,
  audience: proseOrNull,
  change: proseOrNull,
  benefit: proseOrNull,
  advantage: proseOrNull,
});
const named = z.array(line).max(100);
const point = z
  .object({
    name: line,
    propositionId: z.int().nullable(),
    description: proseOrNull,
    proofMetric: lineOrNull,
    proofUnit: lineOrNull,
    proofDirection: z.enum(proofDirections).nullable(),
    parts: z.object({ module: named, service: named, practice: named, offer: named }),
  })
  .transform(({ propositionId, proofMetric, proofUnit, proofDirection, ...rest }) => ({
    ...rest,
    proposition_id: propositionId,
    proof_metric: proofMetric,
    proof_unit: proofUnit,
    proof_direction: proofDirection,
  }));
const filter = ofSlice.extend({ text: lineOrNull });

export const valuePointRouter = router({
  /** Every product's proposition with its value points, and the points that were only named so far. */
  propositions: bookProcedure.query(({ ctx: { book } }) => listPropositions(book.db)),

  createProposition: bookProcedure.input(proposition).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'value-proposition.create', parameters: { name: input.product } }, (trx) =>
      createProposition(trx, input),
    ),
  })),

  editProposition: bookProcedure
    .input(one.extend(proposition.shape))
    .mutation(({ ctx: { book }, input: { id, ...facts } }) =>
      record(book, { key: 'value-proposition.edit', parameters: { name: facts.product } }, (trx) =>
        editProposition(trx, id, facts),
      ),
    ),

  deleteProposition: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    const name = await productName(book.db, input.id);
    await record(book, { key: 'value-proposition.delete', parameters: { name } }, (trx) =>
      deleteProposition(trx, input.id),
    );
  }),

  create: bookProcedure.input(point).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'value-point.create', parameters: { name: input.name } }, (trx) =>
      createValuePoint(trx, input),
    ),
  })),

  edit: bookProcedure
    .input(z.object({ id: z.int(), point }))
    .mutation(({ ctx: { book }, input: { id, point: facts } }) =>
      record(book, { key: 'value-point.edit', parameters: { name: facts.name } }, (trx) =>
        editValuePoint(trx, id, facts),
      ),
    ),

  delete: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    const name = await valuePointName(book.db, input.id);
    await record(book, { key: 'value-point.delete', parameters: { name } }, (trx) =>
      deleteValuePoint(trx, input.id),
    );
  }),

  /** One page of the matrix accounts × value points. */
  matrix: statusProcedure
    .input(z.object({ filter, page }))
    .query(({ ctx: { book }, input }) => listMatrix(book.db, input.filter, input.page)),

  matrixTotals: statusProcedure
    .input(z.object({ filter }))
    .query(({ ctx: { book }, input }) => matrixTotals(book.db, input.filter)),

  ofAccount: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => valuePointsOf(book.db, input.accountId)),

  /** How far a value point has come with an account; null takes it off. */
  set: bookProcedure
    .input(
      ofAccount.extend({
        valuePointId: z.int(),
        state: z.enum(valueStates).nullable(),
        note: proseOrNull.optional(),
      }),
    )
    .mutation(async ({ ctx: { book }, input: { accountId, valuePointId, state, note } }) => {
      const account = await getAccount(book.db, accountId);
      const parameters = { name: await valuePointName(book.db, valuePointId), account: account.name };
      const date = await today(book);
      await record(book, { key: 'value-point.set', parameters }, (trx) =>
        setValueState(trx, accountId, valuePointId, { state, ...(note !== undefined && { note }) }, date),
      );
    }),
});
