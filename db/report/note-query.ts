import type { Reader, Writer } from '../schema.ts';
import type { Month } from './month.ts';

export type ReportNote = { readonly month: Month; readonly text: string };
export type ReportTarget = { readonly figure: string; readonly month: Month; readonly value: number };

/** What people wrote on months, and what figures should be: amounts in minor units of the book's currency, rates as fractions. */
export async function notesAndTargets(db: Reader): Promise<{ notes: ReportNote[]; targets: ReportTarget[] }> {
  return {
    notes: await db.selectFrom('report_note').select(['month', 'text']).orderBy('month').execute(),
    targets: await db
      .selectFrom('report_target')
      .select(['figure', 'month', 'value'])
      .orderBy('month')
      .execute(),
  };
}

/** Writes a month's note; null takes it away. */
export async function setReportNote(trx: Writer, month: Month, text: string | null): Promise<void> {
  if (text === null) await trx.deleteFrom('report_note').where('month', '=', month).execute();
  else
    await trx
      .insertInto('report_note')
      .values({ month, text })
      .onConflict((conflict) => conflict.column('month').doUpdateSet({ text }))
      .execute();
}

/** Sets what a figure should be in a month; null takes the target away. */
export async function setReportTarget(
  trx: Writer,
  figure: string,
  month: Month,
  value: number | null,
): Promise<void> {
  if (value === null)
    await trx.deleteFrom('report_target').where('figure', '=', figure).where('month', '=', month).execute();
  else
    await trx
      .insertInto('report_target')
      .values({ figure, month, value })
      .onConflict((conflict) => conflict.columns(['figure', 'month']).doUpdateSet({ value }))
      .execute();
}
