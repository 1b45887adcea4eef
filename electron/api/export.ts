import { z } from 'zod';
import { languages } from '../../db/domain/language.ts';
import { exportedCount } from '../../db/queries/export.ts';
import { exportInWorker } from '../jobs/export-in-worker.ts';
import { bookProcedure, router } from './trpc.ts';

export const exportRouter = router({
  /** Starts writing the whole book to a workbook; see job.state. */
  book: bookProcedure
    .input(z.object({ path: z.string().min(1), language: z.enum(languages) }))
    .mutation(({ ctx: { service, book }, input }) => ({
      job: service.jobs.start(exportedCount(book), (working) =>
        exportInWorker(book, input.path, input.language, working),
      ),
    })),
});
