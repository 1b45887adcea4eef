import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { namesIn } from '../../db/capture/query.ts';
import { understandCapture } from '../../db/capture/rule.ts';
import { bookProcedure, router } from './trpc.ts';

export const captureRouter = router({
  /** What a typed line means, to be shown before it is saved; names stand beside the ids they belong to. */
  understand: bookProcedure
    .input(z.object({ line: z.string().max(2_000), accountInView: z.int().nullable() }))
    .query(async ({ ctx: { book }, input: { line, accountInView } }) => {
      const names = await namesIn(book.db, line);
      const capture = understandCapture(line, { ...names, accountInView }, await today(book));
      const nameOf = (id: number) => names.accounts.find((account) => account.id === id)?.name ?? '';
      return {
        ...capture,
        accountChoices: capture.accountChoices.map((id) => ({ id, name: nameOf(id) })),
        contact: names.contacts.find(({ id }) => id === capture.contactId)?.name ?? null,
      };
    }),
});
