import { currentStandings } from '../../db/account/status-query.ts';
import { bookProcedure } from './trpc.ts';

/** For everything that says where an account stands: what was derived yesterday is wrong today. */
export const standingProcedure = bookProcedure.use(async ({ ctx, next }) => {
  await currentStandings(ctx.book);
  return next();
});
