import { z } from 'zod';
import { isIsoDate } from '../../db/domain/calendar.ts';
import { Failure } from '../../db/failure.ts';

/** A calendar date that exists. */
export const date = z.string().refine(isIsoDate);
/** A date, or null while it isn't known. */
export const maybeDate = date.nullable();

/** A short text that has to say something. */
export const line = z.string().trim().min(1).max(500);
/** Prose or a short text that may be missing; nothing but spaces is nothing. */
export const maybeText = z
  .string()
  .max(20_000)
  .nullable()
  .transform((text) => text?.trim() || null);

/** A row by its number. */
export const byId = z.object({ id: z.int() });

/** @throws Failure record.ends-before-start */
export function assertPeriod({ from_on, to_on }: { from_on: string; to_on: string }): void {
  if (to_on < from_on) throw new Failure('record.ends-before-start');
}
