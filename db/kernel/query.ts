import { type RawBuilder, sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import { rowsMatching } from '../search/query.ts';
import type { Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';
import type { IsoDate } from '../types/calendar.ts';
import {
  columnOf,
  type Draft,
  type Field,
  type Listed,
  type Noun,
  type NounRow,
  tableOf,
  type Values,
} from './define.ts';
import {
  type Cell,
  type Cells,
  cellsOf,
  columnsOf,
  finished,
  isNeeded,
  labelColumn,
  labelsIn,
  referencesOf,
  valuesIn,
} from './field.ts';

/** What a list lets through; every part of it has to hold. */
export type RowFilter = {
  readonly accountId?: number | undefined;
  /** Words, as search understands them. */
  readonly text?: string | undefined;
  /** By field, any of the values; null among them is a row that says nothing there. */
  readonly among?: Readonly<Record<string, readonly Cell[]>> | undefined;
  /** Only rows that still ask for attention, or only those that do not. */
  readonly open?: boolean | undefined;
  readonly slice?: Slice | undefined;
};
export type RowOrder = { readonly by: string; readonly descending: boolean };
export type RowPage = { readonly offset: number; readonly limit: number };

/** Rows of archived accounts rest with them, unless one account's are asked for. */
export async function listRows<N extends Noun>(
  db: Reader,
  noun: N,
  filter: RowFilter = {},
  order: RowOrder | null = null,
  page: RowPage | null = null,
): Promise<Listed<N>[]> {
  const cut = page ? sql`limit ${page.limit} offset ${page.offset}` : sql``;
  const { rows } = await sql<StoredRow>`
    select ${selected(noun)} ${from(noun)} where ${passes(noun, filter)}
    order by ${orderOf(noun, order)} ${cut}`.execute(db);
  return rows.map((row) => listed(noun, row));
}

/** How many rows pass. */
export async function countRows(db: Reader, noun: Noun, filter: RowFilter = {}): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count ${from(noun)} where ${passes(noun, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** @throws Failure record.not-found */
export async function getRow<N extends Noun>(db: Reader, noun: N, id: number): Promise<Listed<N>> {
  const { rows } = await sql<StoredRow>`
    select ${selected(noun)} ${from(noun)} where ${own(noun, 'id')} = ${id}`.execute(db);
  if (!rows[0]) throw notFound(noun, id);
  return listed(noun, rows[0]);
}

/** What stands in a field of the noun, each value once, for filters and for forms that suggest what is there. */
export async function valuesOf(db: Reader, noun: Noun, key: string): Promise<Cell[]> {
  const column = own(noun, columnOf(key));
  const { rows } = await sql<{ value: Cell }>`
    select distinct ${column} as value ${from(noun)} where ${passes(noun, {})}
    order by ${column} collate nocase nulls last`.execute(db);
  return rows.map(({ value }) => value);
}

/** The rows a reference may name: those of the account, or all where the table belongs to none. */
export async function referenceChoices(
  db: Reader,
  field: Extract<Field, { is: 'reference' }>,
  accountId: number | null,
): Promise<{ id: number; label: string }[]> {
  const mine = field.shared ? sql`true` : sql`account_id is ${accountId}`;
  const { rows } = await sql<{ id: number; label: string }>`
    select id, coalesce(${sql.ref(field.by)}, '#' || id) as label from ${sql.table(field.to)}
    where ${mine} order by label collate nocase, id`.execute(db);
  return rows;
}

/** @throws Failure record.not-found when a reference names no row, or one of another account */
export async function createRow<N extends Noun>(
  trx: Writer,
  noun: N,
  draft: Draft<N>,
  today: IsoDate,
): Promise<number> {
  const { accountId = null, ...said } = draft as Values & { accountId?: number | null };
  const facts = finished(noun, said, { today, before: null });
  const missing = Object.entries(noun.fields).find(([key, field]) => isNeeded(field) && facts[key] === null);
  if (missing) throw new Failure('record.invalid', { noun: tableOf(noun), field: missing[0] });
  await checkReferences(trx, noun, facts, accountId);
  const cells = { ...rowCells(noun, facts), ...(noun.account !== 'none' && { account_id: accountId }) };
  const columns = Object.keys(cells).map((column) => sql.ref(column));
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(tableOf(noun))} (${sql.join(columns)})
    values (${sql.join(Object.values(cells))}) returning id`.execute(trx);
  return rows[0]?.id ?? 0;
}

/**
 * Changes what is said and computes anew what follows from it.
 * @throws Failure record.not-found
 */
export async function editRow<N extends Noun>(
  trx: Writer,
  noun: N,
  id: number,
  change: Partial<Draft<N>>,
  today: IsoDate,
): Promise<void> {
  const { accountId: moved, ...said } = change as Values & { accountId?: number | null };
  const stored = await storedRow(trx, noun, id);
  const before = valuesIn(noun, stored);
  const facts = finished(noun, { ...before, ...said }, { today, before });
  const accountId = moved === undefined ? ((stored.account_id ?? null) as number | null) : moved;
  await checkReferences(trx, noun, facts, accountId);
  const cells = { ...rowCells(noun, facts), ...(noun.account !== 'none' && { account_id: accountId }) };
  const set = Object.entries(cells).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update ${sql.table(tableOf(noun))} set ${sql.join(set)} where id = ${id}`.execute(trx);
}

/** @throws Failure record.not-found */
export async function removeRow(trx: Writer, noun: Noun, id: number): Promise<void> {
  const { numAffectedRows } = await sql`delete from ${sql.table(tableOf(noun))} where id = ${id}`.execute(
    trx,
  );
  if (numAffectedRows !== 1n) throw notFound(noun, id);
}

/** A row as a screen that knows no noun takes it. */
export function plainRow<N extends Noun>(noun: N, row: Listed<N>): NounRow {
  const { id, accountName, labels } = row;
  const flat = row as unknown as Values;
  const values = Object.fromEntries(Object.keys(noun.fields).map((key) => [key, flat[key] ?? null]));
  const accountId = noun.account === 'none' ? null : (flat.accountId as number | null);
  return { id, accountId, accountName, labels, values };
}

type StoredRow = Cells & { id: number };

async function storedRow(db: Reader, noun: Noun, id: number): Promise<StoredRow> {
  const { rows } = await sql<StoredRow>`select * from ${sql.table(tableOf(noun))} where id = ${id}`.execute(
    db,
  );
  if (!rows[0]) throw notFound(noun, id);
  return rows[0];
}

/** The compiler cannot follow a definition's keys through a row of the table; the test of every noun does. */
function listed<N extends Noun>(noun: N, row: StoredRow): Listed<N> {
  return {
    ...valuesIn(noun, row),
    id: row.id,
    ...(noun.account !== 'none' && { accountId: row.account_id }),
    accountName: row.account_name ?? null,
    labels: labelsIn(noun, row),
  } as unknown as Listed<N>;
}

function rowCells(noun: Noun, facts: Values): Cells {
  return Object.assign(
    {},
    ...Object.entries(noun.fields).map(([key, field]) => cellsOf(key, field, facts[key] ?? null)),
  ) as Cells;
}

async function checkReferences(db: Reader, noun: Noun, facts: Values, accountId: number | null) {
  for (const [key, field] of referencesOf(noun)) {
    const id = facts[key] ?? null;
    if (id === null) continue;
    const mine = field.shared ? sql`true` : sql`account_id is ${accountId}`;
    const { rows } = await sql`select 1 from ${sql.table(field.to)} where id = ${id} and ${mine}`.execute(db);
    if (rows.length === 0) throw new Failure('record.not-found', { noun: field.to, id: Number(id) });
  }
}

const joinedAs = (key: string) => `of_${columnOf(key)}`;
const own = (noun: Noun, column: string) => sql.ref(`${tableOf(noun)}.${column}`);

function selected(noun: Noun) {
  const columns = Object.entries(noun.fields).flatMap(([key, field]) => columnsOf(key, field));
  return sql.join([
    ...['id', ...(noun.account === 'none' ? [] : ['account_id']), ...columns].map((column) =>
      own(noun, column),
    ),
    ...(noun.account === 'none' ? [] : [sql`account.name as account_name`, sql`account.key as account_key`]),
    ...referencesOf(noun).map(
      ([key, field]) => sql`${sql.ref(`${joinedAs(key)}.${field.by}`)} as ${sql.ref(labelColumn(key))}`,
    ),
  ]);
}

function from(noun: Noun) {
  const account =
    noun.account === 'none' ? sql`` : sql`left join account on account.id = ${own(noun, 'account_id')}`;
  const others = referencesOf(noun).map(
    ([key, field]) =>
      sql`left join ${sql.table(field.to)} as ${sql.ref(joinedAs(key))}
        on ${sql.ref(`${joinedAs(key)}.id`)} = ${own(noun, columnOf(key))}`,
  );
  return sql`from ${sql.table(tableOf(noun))} ${account} ${others.length > 0 ? sql.join(others, sql` `) : sql``}`;
}

function passes(noun: Noun, { accountId, text, among = {}, open, slice = [] }: RowFilter) {
  const conditions: RawBuilder<unknown>[] = [];
  if (accountId !== undefined) conditions.push(sql`${own(noun, 'account_id')} = ${accountId}`);
  else if (noun.account !== 'none') conditions.push(sql`account.archived_at is null`);
  if (noun.account !== 'none' && slice.length > 0)
    conditions.push(sql`${isInSlice(`${tableOf(noun)}.account_id`, slice)}`);
  for (const [key, values] of Object.entries(among))
    if (values.length > 0 && key in noun.fields) conditions.push(isAmong(own(noun, columnOf(key)), values));
  const matching = text === undefined ? null : rowsMatching(tableOf(noun), text);
  if (matching) conditions.push(sql`${own(noun, 'id')} in ${matching}`);
  if (open !== undefined && noun.open) {
    const isOpen = openCondition(noun);
    conditions.push(open ? isOpen : sql`not ${isOpen}`);
  }
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** Whether a row of the noun still asks for attention; true for all where it declares nothing. */
export function openCondition(noun: Noun): RawBuilder<unknown> {
  if (!noun.open) return sql`true`;
  const column = own(noun, columnOf(noun.open.field));
  return noun.open.is === null
    ? sql`(${column} is null)`
    : sql`(${column} in (${sql.join(noun.open.is.map((choice) => sql.lit(choice)))}))`;
}

function isAmong(column: RawBuilder<unknown>, values: readonly Cell[]) {
  const known = values.filter((value) => value !== null);
  const among = known.length > 0 ? sql`${column} in (${sql.join(known)})` : sql`false`;
  return values.includes(null) ? sql`(${among} or ${column} is null)` : among;
}

/** What says nothing stands last either way; ties by age. Unless the user sorts, what is open comes first. */
function orderOf(noun: Noun, order: RowOrder | null) {
  const first = order || !noun.open ? [] : [sql`${openCondition(noun)} desc`];
  const wanted = order ? [order] : noun.order.map(({ by, descending = false }) => ({ by, descending }));
  const parts = wanted.flatMap(({ by, descending }) => {
    const direction = descending ? sql`desc` : sql`asc`;
    return sorted(noun, by).map((value) => sql`${value} ${direction} nulls last`);
  });
  return sql.join([...first, ...parts, own(noun, 'id')]);
}

/** Choices by their own order, amounts within their currency, everything else by its value. */
function sorted(noun: Noun, by: string): RawBuilder<unknown>[] {
  if (by === 'account') return noun.account === 'none' ? [] : [sql`account.name collate nocase`];
  const field = noun.fields[by];
  if (!field) return [];
  const column = own(noun, columnOf(by));
  switch (field.is) {
    case 'choice': {
      const cases = field.of.map((choice, at) => sql`when ${sql.lit(choice)} then ${sql.lit(at)}`);
      return [sql`case ${column} ${sql.join(cases, sql` `)} end`];
    }
    case 'money':
      return columnsOf(by, field)
        .toReversed()
        .map((name) => own(noun, name));
    case 'reference':
      return [sql`${sql.ref(`${joinedAs(by)}.${field.by}`)} collate nocase`];
    case 'line':
    case 'prose':
      return [sql`${column} collate nocase`];
    default:
      return [column];
  }
}

function notFound(noun: Noun, id: number): Failure {
  return new Failure('record.not-found', { noun: tableOf(noun), id });
}
