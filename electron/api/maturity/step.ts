import { z } from 'zod';
import {
  addStep,
  dropStep,
  editStep,
  makeTasks,
  moveStep,
  takeSteps,
} from '../../../db/maturity/step-query.ts';
import { languages } from '../../../db/types/language.ts';
import { dateOrNull, lineOrNull, one, prose, proseOrNull } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { assessmentAction as action } from './assessment-action.ts';

/** A step of the plan of the assessment `id`. */
const step = one.extend({ step: z.int() });
const stepFacts = z.object({
  step: prose,
  owner: lineOrNull,
  effort: z.int().min(1).max(3),
  fromOn: dateOrNull,
  toOn: dateOrNull,
  note: proseOrNull,
});

/** The plan that comes of an assessment. */
export const assessmentStepRouter = router({
  /** Takes proposed steps into the plan, worded in the language. */
  take: bookProcedure
    .input(one.extend({ indicators: z.array(z.string()).min(1).max(500), language: z.enum(languages) }))
    .mutation(({ ctx: { book }, input: { id, indicators, language } }) =>
      action(book, id, 'assessment.take-steps', (trx) => takeSteps(trx, id, indicators, language)),
    ),

  /** Adds a step of one's own. */
  add: bookProcedure
    .input(one.extend({ indicator: z.string(), facts: stepFacts }))
    .mutation(({ ctx: { book }, input: { id, indicator, facts } }) =>
      action(book, id, 'assessment.add-step', (trx) => addStep(trx, id, indicator, facts)),
    ),

  edit: bookProcedure
    .input(step.extend({ facts: stepFacts }))
    .mutation(({ ctx: { book }, input }) =>
      action(book, input.id, 'assessment.edit-step', (trx) =>
        editStep(trx, input.id, input.step, input.facts),
      ),
    ),

  move: bookProcedure
    .input(step.extend({ direction: z.enum(['up', 'down']) }))
    .mutation(({ ctx: { book }, input }) =>
      action(book, input.id, 'assessment.move-step', (trx) =>
        moveStep(trx, input.id, input.step, input.direction),
      ),
    ),

  drop: bookProcedure
    .input(step)
    .mutation(({ ctx: { book }, input }) =>
      action(book, input.id, 'assessment.drop-step', (trx) => dropStep(trx, input.id, input.step)),
    ),

  /** A task of every step that has none yet. */
  makeTasks: bookProcedure
    .input(one)
    .mutation(({ ctx: { book }, input: { id } }) =>
      action(book, id, 'assessment.make-tasks', (trx) => makeTasks(trx, id)),
    ),
});
