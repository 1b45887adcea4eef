import { z } from 'zod';
import {
  mailSender,
  mailTemplate,
  resetMailTemplate,
  setMailSender,
  setMailTemplate,
} from '../../db/mail/query.ts';
import { mailKinds } from '../../db/mail/template.ts';
import { record } from '../../db/record.ts';
import { languages } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { saveExport } from '../export/save-export.ts';
import { mailFile } from '../files/mail-file.ts';
import { line, lineOrNull, prose } from './field.ts';
import { bookProcedure, procedure, router } from './trpc.ts';

const which = z.object({ kind: z.enum(mailKinds), language: z.enum(languages) });
/** One sign before and one after the @ is all that every address has. */
const address = z
  .string()
  .trim()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/);
const mailbox = z.object({ name: z.string().trim().max(200), address: address.nullable() });

export const mailRouter = router({
  template: bookProcedure
    .input(which)
    .query(({ ctx: { book }, input }) => mailTemplate(book.db, input.kind, input.language)),

  editTemplate: bookProcedure
    .input(which.extend({ subject: line, body: prose }))
    .mutation(({ ctx: { book }, input: { kind, language, ...template } }) =>
      record(book, { key: 'mail-template.edit' }, (trx) => setMailTemplate(trx, kind, language, template)),
    ),

  resetTemplate: bookProcedure
    .input(which)
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'mail-template.reset' }, (trx) =>
        resetMailTemplate(trx, input.kind, input.language),
      ),
    ),

  sender: bookProcedure.query(({ ctx: { book } }) => mailSender(book.db)),

  editSender: bookProcedure
    .input(z.object({ title: lineOrNull, email: address.nullable(), phone: lineOrNull }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'mail-sender.edit' }, (trx) => setMailSender(trx, input)),
    ),

  /** The file name a message gets unless the user chooses another. */
  name: procedure
    .input(z.object({ subject: z.string().max(2000) }))
    .query(({ input }) => `${fileName(input.subject) || 'mail'}.eml`),

  /** Writes the message as a draft; it changes nothing in the book and sends nothing. */
  save: procedure
    .input(
      z.object({
        path: z.string().min(1),
        from: mailbox.nullable(),
        to: z.array(mailbox).max(100),
        subject: z.string().trim().min(1).max(2000),
        text: prose,
      }),
    )
    .mutation(async ({ ctx: { service }, input: { path, ...mail } }) => {
      await saveExport(path, await mailFile(mail, { writtenAt: service.now() }));
    }),
});
