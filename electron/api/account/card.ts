import { z } from 'zod';
import { languages } from '../../../db/types/language.ts';
import { accountCard, accountCardName } from '../../account/card.ts';
import { accountCardWorkbook } from '../../account/card-workbook.ts';
import { saveExport } from '../../export/save-export.ts';
import { one } from '../field.ts';
import { statusProcedure } from '../status-procedure.ts';
import { router } from '../trpc.ts';

const wanted = one.extend({ audience: z.enum(['customer', 'internal']), language: z.enum(languages) });

/** An account on one page, for the house or for the customer. */
export const accountCardRouter = router({
  printed: statusProcedure.input(wanted).query(async ({ ctx: { book }, input }) => {
    const { sections, ...card } = await accountCard(book, input);
    return { ...card, sections: sections.map(({ heading, columns, rows }) => ({ heading, columns, rows })) };
  }),

  fileName: statusProcedure
    .input(wanted)
    .query(async ({ ctx: { book }, input }) => `${await accountCardName(book, input)}.xlsx`),

  save: statusProcedure
    .input(wanted.extend({ path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input: { path, ...card } }) => {
      await saveExport(path, await accountCardWorkbook(book, card));
    }),
});
