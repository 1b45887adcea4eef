import { currentStatuses } from '../../db/account/status-query.ts';
import { bookProcedure } from './trpc.ts';

/** For everything that says where an account stands: what was derived yesterday is wrong today. */
export const statusProcedure = bookProcedure.use(async ({ ctx, next }) => {
  await currentStatuses(ctx.book);
  return next();
});
