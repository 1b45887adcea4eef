import { z } from 'zod';
import { search } from '../../db/search/query.ts';
import { bookProcedure, router } from './trpc.ts';

export const searchRouter = router({
  find: bookProcedure
    .input(z.object({ typed: z.string().max(200), limit: z.int().min(1).max(50).default(20) }))
    .query(({ ctx: { book }, input }) => search(book.db, input.typed, input.limit)),
});
