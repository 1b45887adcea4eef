import { z } from 'zod';
import { isIsoDate } from '../../db/types/calendar.ts';
import { longestLine, longestProse } from '../../db/types/text-length.ts';

/** A line of text that must be there. */
export const line = z.string().trim().min(1).max(longestLine);
/** A line of text; blank is unknown. */
export const lineOrNull = z
  .string()
  .max(longestLine)
  .nullable()
  .transform((text) => text?.trim() || null);
/** Text of any length a person writes. */
export const prose = z.string().trim().min(1).max(longestProse);
export const proseOrNull = z
  .string()
  .max(longestProse)
  .nullable()
  .transform((text) => text?.trim() || null);
export const date = z.string().refine(isIsoDate);
export const dateOrNull = date.nullable();
/** Both days belong to it; which of them comes first is for the rules to say. */
export const period = z.object({ from: date, to: date });
export const currency = z.string().regex(/^[A-Z]{3}$/);
/** An amount in minor units, nothing negative. */
export const amountMinor = z.int().nonnegative();
export const count = z.int().nonnegative();

/** What a list is cut to by segments. */
export const slice = z
  .array(z.object({ schemeId: z.int(), segmentIds: z.array(z.int().nullable()).max(1000).readonly() }))
  .max(50)
  .readonly();
export const ofSlice = z.object({ slice: slice.optional() });

export const one = z.object({ id: z.int() });
export const ofAccount = z.object({ accountId: z.int() });
export const page = z.object({ offset: count, limit: z.int().min(1).max(500) });
