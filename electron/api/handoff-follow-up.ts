import { z } from 'zod';
import { learnFrom } from '../../db/domain/handoff-learning.ts';
import { languages } from '../../db/domain/language.ts';
import { today } from '../../db/queries/book.ts';
import { getHandoff } from '../../db/queries/handoff.ts';
import { gatherFollowUps, writeFollowUps } from '../../db/queries/handoff-follow-up.ts';
import { learnedHandoffs } from '../../db/queries/handoff-learning.ts';
import { record } from '../../db/record.ts';
import { handoffPapers, handoffPapersName, handoffPapersWorkbook } from '../output/handoff-papers.ts';
import { onboardingTitles } from '../output/onboarding-titles.ts';
import { saveExport } from '../output/save-export.ts';
import { one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const inLanguage = one.extend({ language: z.enum(languages) });

export const handoffFollowUpRouter = router({
  /** What the answers would bring into the book, and what of it is there already; writes nothing. */
  preview: bookProcedure
    .input(inLanguage)
    .query(async ({ ctx: { book }, input: { id, language } }) =>
      gatherFollowUps(book.db, id, onboardingTitles(language), book.now(), await today(book)),
    ),

  /** Brings the chosen ones into the book as one deed; what has come to exist meanwhile is left out. */
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
    .input(inLanguage)
    .query(({ ctx: { book }, input }) => handoffPapersName(book, input.id, input.language)),

  savePapers: bookProcedure
    .input(inLanguage.extend({ path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input: { id, language, path } }) => {
      await saveExport(path, await handoffPapersWorkbook(book, id, language));
    }),
});
