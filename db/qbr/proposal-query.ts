import { accountFiscalYearStart } from '../account/query.ts';
import { bookSettings } from '../book/query.ts';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Period } from '../types/period.ts';
import { type QbrKind, qbrTemplates } from './kind.ts';
import { type FiscalStart, lastPeriod } from './period.ts';

/** The period a review of this kind would be about when held on that day, and how long it takes. */
export async function proposeQbr(
  db: Reader,
  {
    kind,
    accountId,
    on,
  }: { readonly kind: QbrKind; readonly accountId: number | null; readonly on: IsoDate },
): Promise<{ readonly period: Period; readonly minutes: number }> {
  return {
    period: lastPeriod(kind, on, await fiscalStartOf(db, accountId)),
    minutes: qbrTemplates[kind].minutes,
  };
}

/** The customer's own fiscal year where it is known, else the book's. */
export async function fiscalStartOf(db: Reader, accountId: number | null): Promise<FiscalStart> {
  const own = accountId === null ? null : await accountFiscalYearStart(db, accountId);
  return own ?? (await bookSettings(db)).fiscal_year_start_month;
}
