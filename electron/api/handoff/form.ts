import { z } from 'zod';
import { languages } from '../../../db/types/language.ts';
import { saveExport } from '../../export/save-export.ts';
import { compareHandoffForm, handoffForm, handoffFormName, takeOverHandoffForm } from '../../handoff/form.ts';
import { one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { uploaded } from '../uploaded.ts';

/** A handoff as an Excel form: sent out, compared when it comes back, taken over. */
export const handoffFormRouter = router({
  /** The file name a form gets unless the user chooses another. */
  name: bookProcedure
    .input(one.extend({ language: z.enum(languages) }))
    .query(({ ctx: { book }, input }) => handoffFormName(book, input.id, input.language)),

  export: bookProcedure
    .input(one.extend({ language: z.enum(languages), path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input }) => {
      await saveExport(input.path, await handoffForm(book, input.id, input.language));
    }),

  /** What an uploaded form would change; writes nothing. */
  compare: bookProcedure
    .input(one.extend({ upload: z.string() }))
    .query(async ({ ctx: { book, service }, input }) =>
      compareHandoffForm(book, input.id, await uploaded(service, input.upload)),
    ),

  takeOver: bookProcedure
    .input(
      one.extend({
        upload: z.string(),
        fields: z.array(z.string()).max(500).nullable(),
        otherHandoff: z.boolean(),
      }),
    )
    .mutation(async ({ ctx: { book, service }, input: { id, upload, ...choice } }) => ({
      changed: await takeOverHandoffForm(book, id, await uploaded(service, upload), choice),
    })),
});
