import { type Expression, sql } from 'kysely';
import { customFieldOf } from '../custom-field/rule.ts';
import { type CustomValues, customSortValue, customValuesOf } from '../custom-field/value-query.ts';
import type { HealthBand, HealthModel } from '../health/model.ts';
import { shownScore, usualRules } from '../health/model.ts';
import type { UngradedReason } from '../health/score.ts';
import { type LifecycleStage, lifecycleStages } from '../lifecycle/rule.ts';
import { accountMaturities } from '../maturity/account-maturity-query.ts';
import type { Reader } from '../schema.ts';
import { type SegmentKey, schemeOf } from '../segment/rule.ts';
import { segmentIn, segmentNames, segmentPosition } from '../segment/slice-query.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';
import {
  type AccountFilter,
  type AccountGroup,
  type AccountProperty,
  accountGroups,
  accountsIn,
} from './filter-query.ts';
import type { AccountSort } from './list-column.ts';

export type AccountOrder = {
  readonly sort: AccountSort;
  readonly descending: boolean;
  readonly group: AccountGroup | null;
};

export type AccountLine = {
  id: number;
  key: string | null;
  name: string;
  stage: LifecycleStage | null;
  tier: string | null;
  owner: string | null;
  region: string | null;
  industry: string | null;
  size: 'small' | 'mid' | 'large' | null;
  tags: readonly string[];
  /** In minor units of the base currency; null where a rate is missing. */
  arrMinor: number | null;
  renewalOn: IsoDate | null;
  noticeOn: IsoDate | null;
  lastTouchedOn: IsoDate | null;
  /** Null while it is not scored: no active customer. */
  health: AccountLineHealth | null;
  nextTask: { title: string; dueOn: IsoDate | null } | null;
  /** The stage of its latest maturity assessment; null when there is none. */
  maturity: Bilingual | null;
  /** The names of the segments it is in. */
  segments: Readonly<Record<SegmentKey, string>>;
  custom: CustomValues;
};

export type AccountLineHealth = {
  readonly band: HealthBand | null;
  readonly ungraded: UngradedReason | null;
  /** As shown, a whole number. */
  readonly score: number | null;
  readonly trend: 'up' | 'down' | null;
  readonly coverage: number;
};

/** One page of the list: groups in their order, rows in theirs, ties by name. */
export async function listAccounts(
  db: Reader,
  filter: AccountFilter,
  order: AccountOrder,
  page: { readonly offset: number; readonly limit: number },
): Promise<AccountLine[]> {
  const rows = await accountsIn(db, filter)
    .select(['account.id', 'key', 'name', 'stage', 'tier', 'owner', 'region', 'industry', 'size'])
    .select('tags')
    .select(['arr_minor as arrMinor', 'renewal_on as renewalOn', 'notice_on as noticeOn'])
    .select('last_touched_on as lastTouchedOn')
    .orderBy(orderOf(order))
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [health, tasks, maturities, segments, custom] = await Promise.all([
    healthLines(db, ids),
    nextTasks(db, ids),
    accountMaturities(db, ids),
    segmentNames(db, ids),
    customValuesOf(db, ids),
  ]);
  return rows.map((row) => ({
    ...row,
    tags: JSON.parse(row.tags) as string[],
    health: health.get(row.id) ?? null,
    nextTask: tasks.get(row.id) ?? null,
    maturity: maturities.get(row.id) ?? null,
    segments: segments.get(row.id) ?? {},
    custom: custom.get(row.id) ?? {},
  }));
}

export type AccountTotals = {
  readonly count: number;
  /** The sum of what is known. */
  readonly arrMinor: number;
  /** How many accounts the sum leaves out because a rate or an end is missing. */
  readonly arrUnknown: number;
};
/** The key of a segment is its id. */
export type AccountGroupTotals = AccountTotals & { readonly key: string | null };

/** The sums of the whole list and of each group, and how many renewals fall into the days from today on. */
export async function accountTotals(
  db: Reader,
  filter: AccountFilter,
  group: AccountGroup | null,
  today: IsoDate,
): Promise<AccountTotals & { renewingSoon: number; groups: AccountGroupTotals[] }> {
  const sums = [
    sql<number>`count(*)`.as('count'),
    sql<number>`coalesce(sum(arr_minor), 0)`.as('arrMinor'),
    sql<number>`count(*) - count(arr_minor)`.as('arrUnknown'),
  ] as const;
  const soon = addDays(today, renewalHorizonDays);
  const whole = await accountsIn(db, filter)
    .select([
      ...sums,
      sql<number>`count(*) filter (where renewal_on between ${today} and ${soon})`.as('soon'),
    ])
    .executeTakeFirstOrThrow();
  const { soon: renewingSoon, ...totals } = whole;
  if (group === null) return { ...totals, renewingSoon, groups: [] };
  const groups = await accountsIn(db, filter)
    .select([...sums, sql<string | null>`cast(${groupValue(group)} as text)`.as('key')])
    .groupBy(groupValue(group))
    .orderBy(groupOrder(group))
    .execute();
  return { ...totals, renewingSoon, groups };
}

/** How far ahead a renewal counts as coming; the length of the renewal stage. */
export const renewalHorizonDays = 90;

export type AccountChoices = { readonly [property in AccountProperty]: (string | null)[] } & {
  tags: string[];
};

/** Every value the accounts have, for filters and for forms that suggest what is there already. */
export async function accountChoices(db: Reader): Promise<AccountChoices> {
  const choices = await Promise.all(
    accountGroups.map(async (group) => {
      const rows = await accountsIn(db, {})
        .select(sql<string | null>`${sql.ref(group)}`.as('value'))
        .distinct()
        .orderBy(groupOrder(group))
        .execute();
      return [group, rows.map(({ value }) => value)] as const;
    }),
  );
  const tags = await sql<{ tag: string }>`
    select distinct tags.value as tag from account, json_each(account.tags) tags
    where archived_at is null order by 1 collate nocase`.execute(db);
  return {
    ...(Object.fromEntries(choices) as Record<AccountProperty, (string | null)[]>),
    tags: tags.rows.map(({ tag }) => tag),
  };
}

/** Unknown values stand last whichever way the list is sorted. */
export function orderOf({ sort, descending, group }: AccountOrder): Expression<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  const byName = sql`sort_name ${sort === 'name' ? direction : sql`asc`}, account_id ${sort === 'name' ? direction : sql`asc`}`;
  const bySort = sort === 'name' ? byName : sql`${sortColumn(sort)} ${direction} nulls last, ${byName}`;
  return group === null ? bySort : sql`${groupOrder(group)}, ${bySort}`;
}

function sortColumn(sort: Exclude<AccountSort, 'name'>) {
  const schemeId = schemeOf(sort);
  if (schemeId !== null) return segmentPosition('account_status.account_id', schemeId);
  const fieldId = customFieldOf(sort);
  if (fieldId !== null) return customSortValue('account_status.account_id', fieldId);
  switch (sort) {
    case 'health':
      return sql`(select score from health_status where health_status.account_id = account_status.account_id)`;
    case 'arr':
      return sql`arr_minor`;
    case 'renewal':
      return sql`renewal_on`;
    case 'touched':
      return sql`last_touched_on`;
    case 'stage':
    case 'size':
      return rank(sort);
    default:
      return sql`${sql.ref(sort)} collate nocase`;
  }
}

function groupValue(group: AccountGroup) {
  const schemeId = schemeOf(group);
  return schemeId === null ? sql.ref(group) : segmentIn('account_status.account_id', schemeId);
}

function groupOrder(group: AccountGroup) {
  const schemeId = schemeOf(group);
  if (schemeId !== null) return sql`${segmentPosition('account_status.account_id', schemeId)} nulls last`;
  return group === 'stage' || group === 'size'
    ? sql`${rank(group)} nulls last`
    : sql`${sql.ref(group)} collate nocase nulls last, ${sql.ref(group)}`;
}

const ranked = { stage: lifecycleStages, size: ['large', 'mid', 'small'] } as const;

/** Stages and sizes have an order of their own; the alphabet's would be nonsense. */
function rank(column: 'stage' | 'size') {
  const cases = ranked[column].map((value, at) => sql`when ${sql.lit(value)} then ${sql.lit(at)}`);
  return sql`case ${sql.ref(column)} ${sql.join(cases, sql` `)} end`;
}

/** The health of each of these accounts as of the last time it was scored. */
async function healthLines(db: Reader, accountIds: readonly number[]) {
  const { rows } = await sql<AccountLineHealth & { accountId: number; body: string | null }>`
    select account_id as accountId, band, ungraded, score, trend, coverage, body
    from health_status left join health_model_version on health_model_version.id = version_id
    where account_id in (select value from json_each(${JSON.stringify(accountIds)}))`.execute(db);
  return new Map(
    rows.map(({ accountId, body, score, ...health }) => {
      const { bands } = body === null ? usualRules : (JSON.parse(body) as HealthModel);
      return [accountId, { ...health, score: score === null ? null : shownScore(score, bands) }];
    }),
  );
}

/** For each account the open task that is due first. */
async function nextTasks(db: Reader, accountIds: readonly number[]) {
  const { rows } = await sql<{ accountId: number; title: string; dueOn: IsoDate | null }>`
    select account_id as accountId, title, due_on as dueOn from task
    where done_on is null and account_id in (select value from json_each(${JSON.stringify(accountIds)}))
    order by due_on desc nulls first, id desc`.execute(db);
  return new Map(rows.map(({ accountId, ...task }) => [accountId, task]));
}
