import { z } from 'zod';
import type { OnboardingTask } from '../../db/domain/handoff-follow-up.ts';
import { type Language, languages } from '../../db/domain/language.ts';
import { today } from '../../db/queries/book.ts';
import { getHandoff } from '../../db/queries/handoff.ts';
import { gatherFollowUps, type TaskTitles, writeFollowUps } from '../../db/queries/handoff-follow-up.ts';
import { record } from '../../db/record.ts';
import { wordsIn } from '../words.ts';
import { one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const inLanguage = one.extend({ language: z.enum(languages) });

export const handoffFollowUpRouter = router({
  /** What the answers would bring into the book, and what of it is there already; writes nothing. */
  preview: bookProcedure
    .input(inLanguage)
    .query(async ({ ctx: { book }, input: { id, language } }) =>
      gatherFollowUps(book.db, id, taskTitles(language), book.now(), await today(book)),
    ),

  /** Brings the chosen ones into the book as one deed; what has come to exist meanwhile is left out. */
  create: bookProcedure
    .input(inLanguage.extend({ keys: z.array(z.string().max(21_000)).max(1000) }))
    .mutation(async ({ ctx: { book }, input: { id, language, keys } }) => {
      const now = await today(book);
      const titles = taskTitles(language);
      const wanted = new Set(keys);
      const all = await gatherFollowUps(book.db, id, titles, book.now(), now);
      const chosen = all.filter(({ key, exists }) => !exists && wanted.has(key));
      const { accountName: account } = await getHandoff(book.db, id);
      await record(book, { key: 'handoff.follow-up', parameters: { account, count: chosen.length } }, (trx) =>
        writeFollowUps(trx, id, chosen, titles, now),
      );
      return { created: chosen.length };
    }),
});

/** Of both languages, so that a task made in the other one is recognised. */
function taskTitles(language: Language): TaskTitles {
  const ordered = [language, ...languages.filter((each) => each !== language)];
  return ordered.map((each) => {
    const t = wordsIn(each);
    const title = (task: OnboardingTask) => t(`handoff.followUp.task.${task}`);
    return {
      'prepare-kickoff': title('prepare-kickoff'),
      'hold-kickoff': title('hold-kickoff'),
      'send-recap': title('send-recap'),
      'confirm-goal': title('confirm-goal'),
      'review-month': title('review-month'),
    };
  });
}
