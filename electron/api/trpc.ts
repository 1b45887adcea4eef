import { initTRPC, TRPCError } from '@trpc/server';
import { Failure } from '../../db/failure.ts';
import type { Service } from '../service.ts';

export type Context = { readonly service: Service };

const trpc = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const failure = error.cause instanceof Failure ? error.cause : null;
    return {
      message: failure ? failure.code : shape.message,
      code: shape.code,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        /** What the page puts in words; null for a fault of ours, which is in the log. */
        failure: failure && { code: failure.code, parameters: failure.parameters },
      },
    };
  },
});

export const router = trpc.router;

/** Failures are expected answers, not faults: they leave as 400 with their code; the rest stays a 500 and is logged. */
const failuresAsAnswers = trpc.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Failure)
    throw new TRPCError({ code: 'BAD_REQUEST', cause: result.error.cause });
  return result;
});

/** Their paths are not written to, or name no file: a book to open, a place in a model. */
const writesNoPath = new Set(['book.open', 'book.forget', 'book.restore', 'maturityModel.edit']);

/** Every change that is given a path writes there, unless it stands above; the page may write only where the user said. */
const onlyWhereAllowed = trpc.middleware(async ({ ctx, type, path, getRawInput, next }) => {
  if (type === 'mutation' && !writesNoPath.has(path)) {
    const input: unknown = await getRawInput().catch(() => null); // no body, or one that its own schema refuses
    const target = typeof input === 'object' && input !== null && 'path' in input ? input.path : null;
    if (typeof target === 'string') {
      if (path === 'book.create')
        await ctx.service.destinations.refuseForeign(
          target.endsWith('.tenure') ? target : `${target}.tenure`,
        );
      else if (path !== 'attachment.save') await ctx.service.destinations.refuseForeign(target);
    }
  }
  return next();
});

export const procedure = trpc.procedure.use(failuresAsAnswers).use(onlyWhereAllowed);

/** For everything about what is in the book; refused with book.none-open when there is none. */
export const bookProcedure = procedure.use(({ ctx, next }) =>
  ctx.service.shelf.lease((book) => next({ ctx: { ...ctx, book } })),
);
