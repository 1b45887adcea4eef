import { sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { readingProblem } from './measure.ts';
import { listMeasures } from './measure-query.ts';

/** One cell of a month's sheet. Null empties it. */
export type ReadingEntry = {
  readonly accountId: number;
  readonly measureId: number;
  readonly on: IsoDate;
  readonly value: number | null;
  readonly source: string | null;
};

/**
 * Writes readings; one that is there for the day gives way to the new one, and of two in the list the later counts.
 * @throws Failure record.not-found, health.reading-refused with the measure and the reason; nothing is written then
 */
export async function writeReadings(
  trx: Writer,
  entries: readonly ReadingEntry[],
  today: IsoDate,
): Promise<{ readonly written: number }> {
  const measures = new Map((await listMeasures(trx)).map((measure) => [measure.id, measure]));
  let written = 0;
  for (const { accountId, measureId, on, value, source } of entries) {
    const measure = measures.get(measureId);
    if (!measure) throw new Failure('record.not-found', { noun: 'health_measure', id: measureId });
    const problem = value === null ? null : readingProblem(measure, value, on, today);
    if (problem !== null)
      throw new Failure('health.reading-refused', {
        measure: measure.name,
        problem,
        value: String(value),
        least: measure.least ?? '',
        most: measure.most ?? '',
        on,
      });
    if (value === null)
      await trx
        .deleteFrom('health_reading')
        .where('account_id', '=', accountId)
        .where('measure_id', '=', measureId)
        .where('read_on', '=', on)
        .execute();
    else
      await trx
        .insertInto('health_reading')
        .values({ account_id: accountId, measure_id: measureId, read_on: on, value, source })
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'measure_id', 'read_on']).doUpdateSet({ value, source }),
        )
        .execute();
    written += 1;
  }
  return { written };
}

export type ReadingRow = {
  readonly id: number;
  readonly name: string;
  /** By measure: what was read on the day, and the last reading before it. */
  readonly cells: Readonly<Record<number, { readonly value: number | null; readonly before: number | null }>>;
};

/** A day's sheet: every active account with what was read of each measure on it, and last before. */
export async function readingSheet(db: Reader, on: IsoDate): Promise<ReadingRow[]> {
  const accounts = await db
    .selectFrom('account_status')
    .crossJoin('account')
    .select(['account.id', 'account.name'])
    .whereRef('account.id', '=', 'account_status.account_id')
    .where('archived_at', 'is', null)
    .where('status', '=', 'active')
    .orderBy('sort_name')
    .execute();
  const { rows } = await sql<{
    accountId: number;
    measureId: number;
    value: number | null;
    before: number | null;
  }>`
    select account_id as accountId, measure_id as measureId,
      (select value from health_reading own
        where own.account_id = health_latest.account_id and own.measure_id = health_latest.measure_id
          and read_on = ${on}) as value,
      (select value from health_reading own
        where own.account_id = health_latest.account_id and own.measure_id = health_latest.measure_id
          and read_on < ${on} order by read_on desc limit 1) as "before"
    from health_latest`.execute(db);
  const cells = new Map<number, Record<number, { value: number | null; before: number | null }>>();
  for (const { accountId, measureId, value, before } of rows) {
    const own = cells.get(accountId) ?? {};
    cells.set(accountId, own);
    own[measureId] = { value, before };
  }
  return accounts.map((account) => ({ ...account, cells: cells.get(account.id) ?? {} }));
}
