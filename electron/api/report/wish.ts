import { z } from 'zod';
import { isMonth } from '../../../db/report/month.ts';
import { bases } from '../../../db/report/period.ts';
import { costPlaces, retentionPolicies } from '../../../db/report/policy.ts';
import { readSlice } from '../../../db/report/slice.ts';
import { currency } from '../field.ts';

export const month = z.string().refine(isMonth);

/** A slice as its text, the same as on the command line. */
export const sliceText = z
  .string()
  .max(300)
  .transform((text, context) => {
    const slice = readSlice(text);
    if (slice !== null) return slice;
    context.addIssue({ code: 'custom', message: 'not a slice' });
    return z.NEVER;
  });

const days = z.int().min(0).max(3650);

export const policies = z.object({
  reactivationDays: days.nullable(),
  gapDays: days,
  pauseDays: days,
  sameMonth: z.enum(['both', 'neither']),
  automaticRenewal: z.enum(['renews', 'ends']),
  membership: z.enum(['as-of-report', 'as-it-was']),
  currencyView: z.enum(['as-it-was', 'constant']),
  retention: z.enum(retentionPolicies),
  customerSuccessCost: z.enum(costPlaces),
  renewalCost: z.enum(costPlaces),
});

/** Which months, in what currency, of whom; null is the default. */
export const wish = z.object({
  from: month.nullable(),
  to: month.nullable(),
  currency: currency.nullable(),
  slices: z.array(sliceText).max(5),
});

export const wishOnBasis = wish.extend({ basis: z.enum(bases) });
