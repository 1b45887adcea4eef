import { currentHealth } from '../../../db/health/status-query.ts';
import { bookProcedure } from '../trpc.ts';

/** For everything that says how healthy an account is: what was scored yesterday is wrong today. */
export const healthProcedure = bookProcedure.use(async ({ ctx, next }) => {
  await currentHealth(ctx.book);
  return next();
});
