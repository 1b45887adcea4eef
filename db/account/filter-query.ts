import { type Expression, type SqlBool, sql } from 'kysely';
import { threadDays } from '../contact/relationship.ts';
import type { CustomFilter } from '../custom-field/rule.ts';
import { passesCustomFilter } from '../custom-field/value-query.ts';
import type { Reader } from '../schema.ts';
import { rowsMatching } from '../search/query.ts';
import type { SegmentKey, Slice } from '../segment/rule.ts';
import { isInSlice } from '../segment/slice-query.ts';

export const accountGroups = ['tier', 'owner', 'region', 'stage', 'size', 'industry'] as const;
/** What a list can be cut by. */
export type AccountGroup = AccountProperty | SegmentKey;
export type AccountProperty = (typeof accountGroups)[number];

/** Within a list any of the values will do; null among them means that it is not known. */
export type AccountFilter = {
  readonly text?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly archived?: boolean | undefined;
  /** Only accounts that hang by one contact touched in the last 90 days. */
  readonly singleThreaded?: boolean | undefined;
  readonly slice?: Slice | undefined;
  readonly custom?: readonly CustomFilter[] | undefined;
} & { readonly [property in AccountProperty]?: readonly (string | null)[] | undefined };

/** The accounts that pass, with their standings: what a list is a page of and totals are of. */
export function accountsIn(db: Reader, filter: AccountFilter) {
  let query = db
    .selectFrom('account_status')
    .crossJoin('account') // SQLite keeps the order of a cross join: the list walks the index it is sorted by
    .whereRef('account.id', '=', 'account_status.account_id')
    .where('archived_at', filter.archived ? 'is not' : 'is', null);
  for (const group of accountGroups) {
    const values = filter[group];
    if (values) query = query.where(isAmong(group, values));
  }
  if (filter.slice) query = query.where(isInSlice('account_status.account_id', filter.slice));
  for (const each of filter.custom ?? [])
    query = query.where(passesCustomFilter('account_status.account_id', each));
  if (filter.singleThreaded) query = query.where(isSingleThreaded);
  if (filter.tags) {
    const tags = sql`(select value from json_each(${JSON.stringify(filter.tags)}))`;
    query = query.where(sql<SqlBool>`exists (select 1 from json_each(account.tags) where value in ${tags})`);
  }
  const matching = filter.text === undefined ? null : rowsMatching('account', filter.text);
  if (matching) query = query.where('account.id', 'in', matching);
  return query;
}

/** One contact touched lately and no other; the day is the one the standings are of. */
const isSingleThreaded = sql<SqlBool>`(
  select count(*) from contact, (select as_of, date(as_of, ${sql.lit(`-${threadDays} days`)}) as since from status_day)
  where contact.account_id = account_status.account_id and contact.last_touched_on between since and as_of
) = 1`;

function isAmong(group: AccountProperty, values: readonly (string | null)[]): Expression<SqlBool> {
  const column = sql.ref(group);
  const known = values.filter((value) => value !== null);
  const among = known.length > 0 ? sql<SqlBool>`${column} in (${sql.join(known)})` : sql<SqlBool>`false`;
  return values.includes(null) ? sql<SqlBool>`(${among} or ${column} is null)` : sql<SqlBool>`${among}`;
}
