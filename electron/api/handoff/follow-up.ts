import { z } from 'zod';
import { today } from '../../../db/book/query.ts';
import { gatherFollowUps, writeFollowUps } from '../../../db/handoff/follow-up-query.ts';
import { learnFrom } from '../../../db/handoff/learning.ts';
import { learnedHandoffs } from '../../../db/handoff/learning-query.ts';
import { getHandoff } from '../../../db/handoff/query.ts';
import { record } from '../../../db/record.ts';
import { languages } from '../../../db/types/language.ts';
import { saveExport } from '../../export/save-export.ts';
import { onboardingTitles } from '../../handoff/onboarding-titles.ts';
import { handoffPapers, handoffPapersName, handoffPapersWorkbook } from '../../handoff/papers.ts';
import { one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';

const inLanguage = one.extend({ language: z.enum(languages) });
const forAudience = inLanguage.extend({ audience: z.enum(['customer', 'internal']) });

export const handoffFollowUpRouter = router({
  /** What the answers would bring into the book, and what of it is there already; writes nothing. */
  preview: bookProcedure
    .input(inLanguage)
    .query(async ({ ctx: { book }, input: { id, language } }) =>
      gatherFollowUps(book.db, id, onboardingTitles(language), book.now(), await today(book)),
    ),

  /** Brings the chosen ones into the book as one action; what has come to exist meanwhile is left out. */
  create: bookProcedure
    .input(inLanguage.extend({ keys: z.array(z.string().max(21_000)).max(1000) }))
    .mutation(async ({ ctx: { book }, input: { id, language, keys } }) => {
      const now = await today(book);
      const titles = onboardingTitles(language);
      const wanted = new Set(keys);
      const all = await gatherFollowUps(book.db, id, titles, book.now(), now);
      const chosen = all.filter(({ key, exists }) => !exists && wanted.has(key));
      const { accountName: account } = await getHandoff(book.db, id);
      await record(book, { key: 'handoff.follow-up', parameters: { account, count: chosen.length } }, (trx) =>
        writeFollowUps(trx, id, chosen, titles, now),
      );
      return { created: chosen.length };
    }),

  /** What accepted handoffs teach: over time, by seller, by field, and against what came of them. */
  learning: bookProcedure
    .input(z.object({ language: z.enum(languages) }))
    .query(async ({ ctx: { book }, input }) =>
      learnFrom(await learnedHandoffs(book.db, await today(book), input.language)),
    ),

  /** Brief, kickoff agenda, 30-day plan and certificate in a language. */
  papers: bookProcedure
    .input(inLanguage)
    .query(({ ctx: { book }, input }) => handoffPapers(book, input.id, input.language)),

  papersName: bookProcedure
    .input(forAudience)
    .query(({ ctx: { book }, input }) => handoffPapersName(book, input.id, input.language, input.audience)),

  savePapers: bookProcedure
    .input(forAudience.extend({ path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input: { id, language, audience, path } }) => {
      await saveExport(path, await handoffPapersWorkbook(book, id, language, audience));
    }),
});
