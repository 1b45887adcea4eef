import path from 'node:path';
import { z } from 'zod';
import { fetchFile, filePresence, measureFile, storeFile } from '../../db/attached-files.ts';
import {
  addAttachment,
  deleteAttachment,
  getAttachment,
  listAttachments,
} from '../../db/attachment/query.ts';
import { attachmentTargets } from '../../db/attachment/rule.ts';
import { today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { inWords } from '../../db/file-failure.ts';
import { record } from '../../db/record.ts';
import { clearStrayFiles, findStrayFiles } from '../../db/stray-files.ts';
import { writingFailure } from '../export/save-export.ts';
import type { Service } from '../service.ts';
import { line, one } from './field.ts';
import { bookProcedure, router } from './trpc.ts';

const owner = z.object({ table: z.enum(attachmentTargets), id: z.int(), part: line.nullish() });

export const attachmentRouter = router({
  /** The files of a record or a part of it, each with whether it still lies in the book's folder. */
  list: bookProcedure.input(z.object({ owner })).query(async ({ ctx: { service, book }, input }) => {
    const attachments = await listAttachments(book.db, input.owner);
    const { filesFolder } = service.shelf;
    return Promise.all(
      attachments.map(async ({ sha256, ...facts }) => ({
        ...facts,
        presence: await filePresence(filesFolder, sha256, facts.bytes),
      })),
    );
  }),

  /** Copies an upload into the book's folder and attaches it. @throws Failure attachment.gone, record.not-found */
  add: bookProcedure
    .input(z.object({ owner, upload: z.string() }))
    .mutation(async ({ ctx: { service, book }, input }) => {
      const { shelf, transfers } = service;
      const transfer = transfers.find(input.upload);
      if (!transfer) throw new Failure('attachment.gone');
      const { sha256, bytes } = await measureFile(transfer.path);
      const { filesFolder } = shelf;
      await storeFile(filesFolder, transfer.path, sha256).catch((error: unknown) => {
        throw inWords(error, filesFolder);
      });
      const { name, mediaType } = transfer;
      const facts = { name, mediaType, bytes, sha256, addedOn: await today(book) };
      const id = await record(book, { key: 'attachment.add', parameters: { name } }, (trx) =>
        addAttachment(trx, input.owner, facts),
      );
      await transfers.discard(input.upload);
      return { id };
    }),

  remove: bookProcedure.input(one).mutation(async ({ ctx: { book }, input }) => {
    const { name } = await getAttachment(book.db, input.id);
    await record(book, { key: 'attachment.remove', parameters: { name } }, (trx) =>
      deleteAttachment(trx, input.id),
    );
  }),

  /** Writes the file to a path. @throws Failure attachment.missing, attachment.altered, and those of writing a file */
  save: bookProcedure
    .input(one.extend({ path: z.string().min(1) }))
    .mutation(async ({ ctx: { service, book }, input }) => {
      const { name, sha256 } = await getAttachment(book.db, input.id);
      await service.destinations.refuseForeign(input.path, path.extname(name));
      const { filesFolder } = service.shelf;
      const found = await fetchFile(filesFolder, sha256, input.path).catch((error: unknown) => {
        throw writingFailure(error, input.path);
      });
      if (found !== 'there') throw new Failure(`attachment.${found}`, { name, folder: filesFolder });
    }),

  /** How many files in the book's folder nothing refers to any more, and their bytes. */
  stray: bookProcedure.query(async ({ ctx: { service, book } }) =>
    findStrayFiles(book, service.shelf.filesFolder, await backupPaths(service)),
  ),

  /** Deletes those for good: no undo, no backup needs them. @returns what was deleted */
  clearStray: bookProcedure.mutation(async ({ ctx: { service, book } }) =>
    clearStrayFiles(book, service.shelf.filesFolder, await backupPaths(service)),
  ),
});

async function backupPaths({ shelf }: Service): Promise<string[]> {
  return (await shelf.backups()).map(({ path }) => path);
}
