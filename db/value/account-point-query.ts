import { sql } from 'kysely';
import type { Reader, Writer } from '../schema.ts';
import { rowsMatching } from '../search/query.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { ValueState } from './point.ts';

/** `text` finds accounts as the search does; null is all of them. */
export type MatrixFilter = { readonly slice?: Slice | undefined; readonly text: string | null };

export type MatrixCell = {
  readonly state: ValueState;
  readonly note: string | null;
  readonly changedOn: IsoDate;
  /** Whether a value claim on file stands behind it. */
  readonly hasClaim: boolean;
};

/** One account of the matrix; value points it has nothing of are absent. */
export type MatrixRow = {
  readonly id: number;
  readonly name: string;
  readonly cells: Readonly<Record<number, MatrixCell>>;
};

/** One page of the matrix accounts × value points, by name. */
export async function listMatrix(
  db: Reader,
  filter: MatrixFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<MatrixRow[]> {
  const accounts = await accountsIn(db, filter)
    .select(['account.id', 'account.name'])
    .orderBy('sort_name')
    .orderBy('account_status.account_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const cells = await cellsOf(
    db,
    accounts.map(({ id }) => id),
  );
  return accounts.map((account) => ({ ...account, cells: cells.get(account.id) ?? {} }));
}

/** How many accounts the matrix has, and how many of them are at each state of each value point. */
export async function matrixTotals(db: Reader, filter: MatrixFilter) {
  const [{ accounts }, counts] = await Promise.all([
    accountsIn(db, filter)
      .select((count) => count.fn.countAll<number>().as('accounts'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('account_value_point')
      .select(['value_point_id as valuePointId', 'state'])
      .select((count) => count.fn.countAll<number>().as('accounts'))
      .where('account_id', 'in', accountsIn(db, filter).select('account.id'))
      .groupBy(['value_point_id', 'state'])
      .execute(),
  ]);
  return { accounts, counts };
}

/** What one account has of each value point, absent where nothing. */
export async function valuePointsOf(
  db: Reader,
  accountId: number,
): Promise<Readonly<Record<number, MatrixCell>>> {
  return (await cellsOf(db, [accountId])).get(accountId) ?? {};
}

function accountsIn(db: Reader, { slice = [], text }: MatrixFilter) {
  const query = db
    .selectFrom('account_status')
    .crossJoin('account') // SQLite keeps the order of a cross join: the list walks the index of names
    .whereRef('account.id', '=', 'account_status.account_id')
    .where('archived_at', 'is', null)
    .where(isInSlice('account.id', slice));
  const matching = text === null ? null : rowsMatching('account', text);
  return matching === null ? query : query.where('account.id', 'in', matching);
}

async function cellsOf(
  db: Reader,
  accountIds: readonly number[],
): Promise<Map<number, Record<number, MatrixCell>>> {
  const { rows } = await sql<
    Omit<MatrixCell, 'hasClaim'> & { accountId: number; pointId: number; claims: 0 | 1 }
  >`
    select account_id as accountId, value_point_id as pointId, state, note, changed_on as changedOn,
      exists (select 1 from value_claim where value_claim.account_id = own.account_id
        and value_claim.value_point_id = own.value_point_id) as claims
    from account_value_point own
    where account_id in (select value from json_each(${JSON.stringify(accountIds)}))`.execute(db);
  const cells = new Map<number, Record<number, MatrixCell>>();
  for (const { accountId, pointId, claims, ...cell } of rows) {
    const own = cells.get(accountId) ?? {};
    own[pointId] = { ...cell, hasClaim: claims === 1 };
    cells.set(accountId, own);
  }
  return cells;
}

/**
 * Says how far a value point has come with an account; null takes it off. The day is kept while the state stays. What is not
 * given of the note stays.
 */
export async function setValueState(
  trx: Writer,
  accountId: number,
  valuePointId: number,
  change: { readonly state: ValueState | null; readonly note?: string | null },
  today: IsoDate,
): Promise<void> {
  const { state, note } = change;
  if (state === null) {
    await trx
      .deleteFrom('account_value_point')
      .where('account_id', '=', accountId)
      .where('value_point_id', '=', valuePointId)
      .execute();
    return;
  }
  const changed_on = sql<IsoDate>`case when account_value_point.state = ${state}
    then account_value_point.changed_on else ${today} end`;
  await trx
    .insertInto('account_value_point')
    .values({
      account_id: accountId,
      value_point_id: valuePointId,
      state,
      changed_on: today,
      note: note ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'value_point_id'])
        .doUpdateSet({ state, changed_on, ...(note !== undefined && { note }) }),
    )
    .execute();
}
