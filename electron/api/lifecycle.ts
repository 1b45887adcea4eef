import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { healthWords } from '../../db/health/status-query.ts';
import {
  createOverride,
  deleteOverride,
  lifecycleDay,
  lifecycleSubject,
  lifecycleSubjects,
} from '../../db/lifecycle/query.ts';
import { contractRuns, lifecycleStages, nextRenewal } from '../../db/lifecycle/rule.ts';
import { overrideOn, stageHistory } from '../../db/lifecycle/stage-history.ts';
import { listMilestones } from '../../db/milestone/query.ts';
import { timeToFirstValue } from '../../db/milestone/rule.ts';
import { record } from '../../db/record.ts';
import { addDays } from '../../db/types/calendar.ts';
import { date, line, ofAccount, ofSlice, one } from './field.ts';
import { healthProcedure } from './health/health-procedure.ts';
import { bookProcedure, router } from './trpc.ts';

/** How much of the past and of what is to come a timeline shows. */
const monthsShown = { before: 365, after: 180 };

export const lifecycleRouter = router({
  /** Where an account stands, every stage it went through, what was set by hand, and how long first value took. */
  ofAccount: bookProcedure.input(ofAccount).query(async ({ ctx: { book }, input: { accountId } }) => {
    const now = await today(book);
    const { contracts, overrides, status } = await lifecycleSubject(book.db, accountId);
    const day = await lifecycleDay(book.db, now);
    const runs = contractRuns(contracts, day);
    const renewal = nextRenewal(runs, now);
    return {
      today: now,
      history: stageHistory(contracts, status, overrides, day),
      override: overrideOn(overrides, now),
      renewal: renewal && { endOn: renewal.endOn, noticeOn: renewal.noticeOn },
      firstValue: timeToFirstValue(runs, await listMilestones(book.db, accountId), now),
    };
  }),

  /** Every account with its stages, for the board and the timeline. */
  overBook: healthProcedure.input(ofSlice).query(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    const subjects = await lifecycleSubjects(book.db, undefined, input.slice);
    const day = await lifecycleDay(book.db, now);
    const from = addDays(now, -monthsShown.before);
    const health = await healthWords(book.db);
    const accounts = subjects.map(({ id, name, contracts, overrides, status }) => {
      const spans = stageHistory(contracts, status, overrides, day);
      const renewal = nextRenewal(contractRuns(contracts, day), now);
      return {
        id,
        name,
        health: health.get(id) ?? null,
        stage: spans.at(-1)?.stage ?? null,
        days: spans.at(-1)?.days ?? null,
        isByHand: (spans.at(-1)?.reason ?? null) !== null,
        isRegression: spans.at(-1)?.isRegression ?? false,
        endOn: renewal?.endOn ?? null,
        noticeOn: renewal?.noticeOn ?? null,
        spans: spans
          .filter(({ to }) => to === null || to >= from)
          .map(({ stage, from: start, to }) => ({ stage, from: start, to })),
      };
    });
    return { today: now, from, to: addDays(now, monthsShown.after), accounts };
  }),

  /** Sets the stage by hand, for a reason and until a day. */
  override: bookProcedure
    .input(ofAccount.extend({ stage: z.enum(lifecycleStages), reason: line, fromOn: date, toOn: date }))
    .mutation(async ({ ctx: { book }, input: { accountId, ...facts } }) => {
      await record(book, { key: 'lifecycle.override' }, (trx) => createOverride(trx, accountId, facts));
    }),

  endOverride: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    await record(book, { key: 'lifecycle.end-override' }, (trx) => deleteOverride(trx, input.id));
  }),
});
