import { z } from 'zod';
import type { ActionKey } from '../../../db/action.ts';
import { bookSettings, today } from '../../../db/book/query.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import type { Writer } from '../../../db/schema.ts';
import {
  applyMoves,
  listPlacements,
  placeAccounts,
  placementsOf,
  takeOut,
} from '../../../db/segment/placement-query.ts';
import type { RuleGroup } from '../../../db/segment/placement-rule.ts';
import { planScheme, ruleWords } from '../../../db/segment/placement-rule-query.ts';
import { readRule } from '../../../db/segment/placement-rule-reading.ts';
import type { Move } from '../../../db/segment/plan.ts';
import {
  createSegment,
  deleteSegment,
  editSegment,
  getSegment,
  reorderSegments,
} from '../../../db/segment/query.ts';
import {
  answerResearch,
  createPersona,
  deletePersona,
  editPersona,
  setSegmentValuePoints,
} from '../../../db/segment/research-query.ts';
import { researchQuestions, schemeKinds, touchModels } from '../../../db/segment/rule.ts';
import {
  createScheme,
  deleteScheme,
  editScheme,
  listSchemes,
  schemeName,
} from '../../../db/segment/scheme-query.ts';
import { line, ofAccount, one, proseOrNull } from '../field.ts';
import { statusProcedure } from '../status-procedure.ts';
import { bookProcedure, router } from '../trpc.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { idealProfileRouter } from './ideal-profile.ts';

const scheme = z.object({ name: line, kind: z.enum(schemeKinds), purpose: proseOrNull });
const rule = z.custom<RuleGroup>((source) => readRule(source).rule !== null);
const facts = z
  .object({
    name: line,
    description: proseOrNull,
    touch: z.enum(touchModels).nullable(),
    reviewsPerYear: z.int().min(2).max(52).nullable(),
    milestoneTemplateId: z.int().nullable(),
    fitEvidence: proseOrNull,
    isValidated: z.boolean(),
    rule: rule.nullable(),
  })
  .partial();
const persona = z.object({ role: line, needs: proseOrNull, scenario: proseOrNull });
const ofScheme = z.object({ schemeId: z.int() });
const ofSegment = z.object({ segmentId: z.int() });
const accountIds = z.array(z.int()).min(1).max(100_000);

export const segmentRouter = router({
  idealProfile: idealProfileRouter,
  /** Every scheme with its segments; sums in the base currency. */
  schemes: statusProcedure.query(async ({ ctx: { book } }) => ({
    schemes: await listSchemes(book.db),
    currency: (await bookSettings(book.db)).base_currency,
  })),

  createScheme: bookProcedure.input(scheme).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'segmentation-scheme.create', parameters: { name: input.name } }, (trx) =>
      createScheme(trx, input),
    ),
  })),

  editScheme: bookProcedure
    .input(one.extend(scheme.shape))
    .mutation(({ ctx: { book }, input: { id, ...given } }) =>
      record(book, { key: 'segmentation-scheme.edit', parameters: { name: given.name } }, (trx) =>
        editScheme(trx, id, given),
      ),
    ),

  deleteScheme: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    const name = await schemeName(book.db, input.id);
    await record(book, { key: 'segmentation-scheme.delete', parameters: { name } }, (trx) =>
      deleteScheme(trx, input.id),
    );
  }),

  get: bookProcedure.input(one).query(({ ctx: { book }, input }) => getSegment(book.db, input.id)),

  create: bookProcedure.input(ofScheme.extend({ name: line })).mutation(async ({ ctx: { book }, input }) => ({
    id: await record(book, { key: 'segment.create', parameters: { name: input.name } }, (trx) =>
      createSegment(trx, input.schemeId, input.name),
    ),
  })),

  edit: bookProcedure
    .input(one.extend(facts.shape))
    .mutation(
      ({
        ctx: { book },
        input: { id, reviewsPerYear, milestoneTemplateId, fitEvidence, isValidated, ...given },
      }) =>
        change(book, id, 'segment.edit', (trx) =>
          editSegment(trx, id, {
            ...withoutUndefined(given),
            ...(reviewsPerYear !== undefined && { reviews_per_year: reviewsPerYear }),
            ...(milestoneTemplateId !== undefined && { milestone_template_id: milestoneTemplateId }),
            ...(fitEvidence !== undefined && { fit_evidence: fitEvidence }),
            ...(isValidated !== undefined && { is_validated: isValidated ? 1 : 0 }),
          }),
        ),
    ),

  delete: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input }) =>
      change(book, input.id, 'segment.delete', (trx) => deleteSegment(trx, input.id)),
    ),

  /** The order in which rules are tried. */
  reorder: bookProcedure
    .input(ofScheme.extend({ segmentIds: z.array(z.int()).max(1000) }))
    .mutation(async ({ ctx: { book }, input }) => {
      const name = await schemeName(book.db, input.schemeId);
      await record(book, { key: 'segment.reorder', parameters: { name } }, (trx) =>
        reorderSegments(trx, input.schemeId, input.segmentIds),
      );
    }),

  answerResearch: bookProcedure
    .input(ofSegment.extend({ question: z.enum(researchQuestions), answer: proseOrNull }))
    .mutation(({ ctx: { book }, input: { segmentId, question, answer } }) =>
      change(book, segmentId, 'segment.edit', (trx) => answerResearch(trx, segmentId, question, answer)),
    ),

  setValuePoints: bookProcedure
    .input(ofSegment.extend({ valuePointIds: z.array(z.int()).max(1000) }))
    .mutation(({ ctx: { book }, input: { segmentId, valuePointIds } }) =>
      change(book, segmentId, 'segment.edit', (trx) => setSegmentValuePoints(trx, segmentId, valuePointIds)),
    ),

  createPersona: bookProcedure
    .input(ofSegment.extend({ persona }))
    .mutation(({ ctx: { book }, input }) =>
      change(book, input.segmentId, 'segment.edit', (trx) =>
        createPersona(trx, input.segmentId, input.persona),
      ),
    ),

  editPersona: bookProcedure
    .input(ofSegment.extend({ id: z.int(), persona }))
    .mutation(({ ctx: { book }, input }) =>
      change(book, input.segmentId, 'segment.edit', (trx) => editPersona(trx, input.id, input.persona)),
    ),

  deletePersona: bookProcedure
    .input(ofSegment.extend({ id: z.int() }))
    .mutation(({ ctx: { book }, input }) =>
      change(book, input.segmentId, 'segment.edit', (trx) => deletePersona(trx, input.id)),
    ),

  /** Every account with its place in the scheme. */
  placements: statusProcedure
    .input(ofScheme)
    .query(({ ctx: { book }, input }) => listPlacements(book.db, input.schemeId)),

  /** Where one account is in each scheme. */
  ofAccount: bookProcedure
    .input(ofAccount)
    .query(({ ctx: { book }, input }) => placementsOf(book.db, input.accountId)),

  place: bookProcedure.input(ofSegment.extend({ accountIds })).mutation(async ({ ctx: { book }, input }) => {
    const { name } = await getSegment(book.db, input.segmentId);
    const parameters = { name, count: input.accountIds.length };
    await record(book, { key: 'segment.place', parameters }, (trx) =>
      placeAccounts(trx, input.segmentId, input.accountIds, 'hand'),
    );
  }),

  takeOut: bookProcedure.input(ofScheme.extend({ accountIds })).mutation(async ({ ctx: { book }, input }) => {
    const parameters = {
      name: await schemeName(book.db, input.schemeId),
      count: input.accountIds.length,
    };
    await record(book, { key: 'segment.take-out', parameters }, (trx) =>
      takeOut(trx, input.schemeId, input.accountIds),
    );
  }),

  /** The words there are for each field of a rule. */
  ruleWords: statusProcedure.query(({ ctx: { book } }) => ruleWords(book.db)),

  /** Who would move where, by the rules as they are or with one of them tried in a new form. */
  plan: statusProcedure
    .input(
      ofScheme.extend({
        moveAll: z.boolean(),
        draft: ofSegment.extend({ rule: rule.nullable() }).optional(),
      }),
    )
    .query(async ({ ctx: { book }, input: { schemeId, moveAll, draft } }) => {
      const { names, moves, kept, undecided, ...plan } = await planScheme(book.db, schemeId, {
        today: await today(book),
        moveAll,
        draft,
      });
      const named = <T extends { readonly accountId: number }>(lines: readonly T[]) =>
        lines.map((each) => ({ ...each, name: names.get(each.accountId) ?? '' }));
      return { ...plan, moves: named(moves), kept: named(kept), undecided: named(undecided) };
    }),

  /** Does what the rules say now. @returns how many accounts moved */
  applyRules: statusProcedure
    .input(ofScheme.extend({ moveAll: z.boolean() }))
    .mutation(async ({ ctx: { book }, input: { schemeId, moveAll } }) => {
      const { moves }: { moves: readonly Move[] } = await planScheme(book.db, schemeId, {
        today: await today(book),
        moveAll,
      });
      const parameters = { name: await schemeName(book.db, schemeId), count: moves.length };
      await record(book, { key: 'segment.apply-rules', parameters }, (trx) =>
        applyMoves(trx, schemeId, moves),
      );
      return { moved: moves.length };
    }),
});

/** An action on one segment, named by it. */
async function change<T>(
  book: Book,
  segmentId: number,
  key: ActionKey,
  write: (trx: Writer) => Promise<T>,
): Promise<T> {
  const { name } = await getSegment(book.db, segmentId);
  return record(book, { key, parameters: { name } }, write);
}
