import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import { type AccountFilter, accountsIn } from './filter-query.ts';
import { type AccountOrder, orderOf } from './list-query.ts';

/** What an account's page counts on its tabs, and folds away where there is none: by table, and which of its rows count. */
const counted = {
  note: 'true',
  contact: 'true',
  contract: 'true',
  goal: 'closed_on is null',
  value_claim: 'true',
  account_value_point: 'true',
  handoff: 'true',
  commitment: 'true',
  qbr: 'true',
  assessment: 'true',
  motivation_score: 'true',
  milestone: 'true',
  task: 'done_on is null',
} as const;
export type AccountCounts = Readonly<Record<keyof typeof counted, number>>;

/** How many records of each kind an account has. */
export async function accountCounts(db: Reader, id: number): Promise<AccountCounts> {
  const each = Object.entries(counted).map(
    ([table, condition]) => sql`
      (select count(*) from ${sql.table(table)} where account_id = ${id} and ${sql.raw(condition)}) as ${sql.ref(table)}`,
  );
  const { rows } = await sql<AccountCounts>`select ${sql.join(each)}`.execute(db);
  if (!rows[0]) throw new Error('a select without a table has one row');
  return rows[0];
}

/** An account's place in the list as it is looked at, and the ones beside it; null where it is not in it. */
export type AccountNeighbours = {
  /** From 1. */
  readonly position: number;
  readonly count: number;
  readonly previousId: number | null;
  readonly nextId: number | null;
};

export async function accountNeighbours(
  db: Reader,
  id: number,
  filter: AccountFilter,
  order: AccountOrder,
): Promise<AccountNeighbours | null> {
  const rows = await accountsIn(db, filter).select('account.id').orderBy(orderOf(order)).execute();
  const at = rows.findIndex((row) => row.id === id);
  if (at === -1) return null;
  return {
    position: at + 1,
    count: rows.length,
    previousId: rows[at - 1]?.id ?? null,
    nextId: rows[at + 1]?.id ?? null,
  };
}
