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

export const procedure = trpc.procedure.use(failuresAsAnswers);

/** For everything about what is in the book; refused with book.none-open when there is none. */
export const bookProcedure = procedure.use(({ ctx, next }) =>
  ctx.service.shelf.lease((book) => next({ ctx: { ...ctx, book } })),
);
