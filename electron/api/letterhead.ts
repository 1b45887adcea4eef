import { z } from 'zod';
import { letterhead, setLetterhead } from '../../db/letterhead/query.ts';
import type { StageTaken } from '../../db/letterhead/rule.ts';
import { record } from '../../db/record.ts';
import { logoFrom } from '../files/deck/picture.ts';
import { lookOf } from '../files/deck/template.ts';
import { stageOf } from '../files/deck/template-stage.ts';
import type { Service } from '../service.ts';
import { bookProcedure, router } from './trpc.ts';
import { uploaded } from './uploaded.ts';

const upload = z.object({ upload: z.uuid() });

export const letterheadRouter = router({
  /** The logo as it is shown, and which template the colours and fonts are from. */
  get: bookProcedure.query(async ({ ctx: { book } }) => {
    const { logo, template } = await letterhead(book.db);
    return {
      logo: logo && `data:image/${logo.type};base64,${logo.picture}`,
      template: template && { name: template.name, ...template.look, ...taken(template.stage) },
    };
  }),

  takeLogo: bookProcedure.input(upload).mutation(async ({ ctx: { service, book }, input }) => {
    const { bytes } = await take(service, input.upload);
    const logo = logoFrom(bytes);
    await record(book, { key: 'letterhead.edit' }, (trx) => setLetterhead(trx, { logo }));
  }),

  takeTemplate: bookProcedure.input(upload).mutation(async ({ ctx: { service, book }, input }) => {
    const { bytes, name } = await take(service, input.upload);
    const template = { name, look: lookOf(bytes), stage: stageOf(bytes) };
    await record(book, { key: 'letterhead.edit' }, (trx) => setLetterhead(trx, { template }));
  }),

  remove: bookProcedure
    .input(z.object({ part: z.enum(['logo', 'template']) }))
    .mutation(({ ctx: { book }, input: { part } }) =>
      record(book, { key: 'letterhead.edit' }, (trx) => setLetterhead(trx, { [part]: null })),
    ),
});

/** The size of the slides that come out, or why the layouts were not taken; both null for a template chosen before they were. */
function taken(stage: StageTaken | null) {
  const gap = stage && 'gap' in stage ? stage.gap : null;
  return { gap, size: stage && 'size' in stage ? stage.size : null };
}

/** The file is not needed after this. */
async function take(service: Service, id: string): Promise<{ bytes: Uint8Array; name: string }> {
  const file = await uploaded(service, id);
  await service.transfers.discard(id);
  return file;
}
