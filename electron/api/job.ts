import { z } from 'zod';
import { procedure, router } from './trpc.ts';

const byJob = z.object({ id: z.uuid() });

export const jobRouter = router({
  /** How far a job is; null when nobody knows of it any more. */
  state: procedure.input(byJob).query(({ ctx: { service }, input }) => service.jobs.state(input.id)),
  cancel: procedure.input(byJob).mutation(({ ctx: { service }, input }) => service.jobs.cancel(input.id)),
});
