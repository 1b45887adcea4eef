import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { SegmentKey, Slice } from './rule.ts';

/** Whether the account (a column's name) is in the slice. Every list that names accounts is cut by this one. */
export function isInSlice(account: string, slice: Slice): Expression<SqlBool> {
  const cuts = slice.map(({ schemeId, segmentIds }) => {
    const placed = sql`select segment_id from segment_placement
      where segment_placement.account_id = ${sql.ref(account)} and segment_placement.scheme_id = ${schemeId}`;
    const known = segmentIds.filter((id) => id !== null);
    const among = sql<SqlBool>`exists (${placed} and segment_id in (select value from json_each(${JSON.stringify(known)})))`;
    return segmentIds.includes(null)
      ? sql<SqlBool>`(not exists (${placed}) or ${among})`
      : sql<SqlBool>`${among}`;
  });
  return cuts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(cuts, sql` and `)})`;
}

/** The segment the account is in by the scheme, as a value to group by. */
export function segmentIn(account: string, schemeId: number) {
  return sql<number | null>`(select segment_id from segment_placement
    where segment_placement.account_id = ${sql.ref(account)} and segment_placement.scheme_id = ${schemeId})`;
}

/** Where that segment stands among its scheme's, as a value to sort by. */
export function segmentPosition(account: string, schemeId: number) {
  return sql<number | null>`(select segment.position * 1000000 + segment.id from segment_placement
    join segment on segment.id = segment_id
    where segment_placement.account_id = ${sql.ref(account)} and segment_placement.scheme_id = ${schemeId})`;
}

/** The names of the segments each of the accounts is in, by scheme. */
export async function segmentNames(
  db: Reader,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, Readonly<Record<SegmentKey, string>>>> {
  return namesWhere(db, sql`account_id in (select value from json_each(${JSON.stringify(accountIds)}))`);
}

/** `segmentNames` of every account. */
export async function allSegmentNames(
  db: Reader,
): Promise<ReadonlyMap<number, Readonly<Record<SegmentKey, string>>>> {
  return namesWhere(db, sql`true`);
}

async function namesWhere(db: Reader, whose: RawBuilder<unknown>) {
  const { rows } = await sql<{ accountId: number; key: SegmentKey; name: string }>`
    select account_id as accountId, 'segment-' || segment_placement.scheme_id as key, name
    from segment_placement join segment on segment.id = segment_id
    where ${whose}`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([id, placed]) => [
      id,
      Object.fromEntries(placed.map(({ key, name }) => [key, name])),
    ]),
  );
}
