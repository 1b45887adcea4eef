import { sql, type Transaction } from 'kysely';
import { currentStatuses } from '../account/status-query.ts';
import { findBookSettings } from '../book/query.ts';
import type { Book } from '../open.ts';
import type { Reader, Schema, Writer } from '../schema.ts';
import { addDays, dateIn, type IsoDate } from '../types/calendar.ts';
import { gatherHealth, scoreAll } from './gather-query.ts';
import type { HealthBand } from './model.ts';
import type { UngradedReason } from './score.ts';
import { exceptionPart, healthTrend, type KeptMeasure } from './trend.ts';

/** A change of these touches the health of the accounts concerned. */
const ofAccounts = new Set([
  'account',
  'contact',
  'contract',
  'note',
  'goal',
  'goal_reading',
  'milestone',
  'commitment',
  'qbr',
  'assessment',
  'health_reading',
  'health_override',
  'segment_placement',
]);
/** A change of these may touch anybody's: all scores are made anew when they are next asked for. */
const ofAll = new Set([
  'book',
  'segment',
  'health_measure',
  'health_model',
  'health_model_version',
  'health_model_segment',
]);
/** More accounts than this in one action, such as an import, are scored when they are next asked for. */
const mostAtOnce = 50;

/** Scores again what an action touched; called by `record`, so that undo is seen too. Nothing to do in a book nobody asked yet. */
export async function rescoreChanged(
  trx: Writer,
  actionId: number,
  now: Date,
  changedTables: ReadonlySet<string>,
): Promise<void> {
  const isTouched = [...changedTables].some((table) => ofAccounts.has(table) || ofAll.has(table));
  if (!isTouched) return;
  const settings = await findBookSettings(trx);
  const day = await trx.selectFrom('health_status_day').select('as_of').executeTakeFirst();
  if (!settings || !day) return;
  const today = dateIn(settings.time_zone, now);
  const ids = [...changedTables].some((table) => ofAll.has(table)) ? null : await touched(trx, actionId);
  if (ids === null || ids.length > mostAtOnce || day.as_of !== today)
    await trx.deleteFrom('health_status_day').execute();
  else if (ids.length > 0) await rescore(trx, today, ids);
}

async function touched(trx: Writer, actionId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select account_id as id from change where action_id = ${actionId} and account_id is not null
    union
    select goal.account_id from change
      join goal on goal.id = coalesce(json_extract(after, '$.goal_id'), json_extract(before, '$.goal_id'))
      where action_id = ${actionId} and table_name = 'goal_reading'`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Makes the scores today's where they are another day's or a model changed. Not an action: there is nothing to undo in a new day. */
export async function currentHealth(book: Book): Promise<void> {
  await currentStatuses(book);
  const settings = await findBookSettings(book.db);
  if (!settings) return;
  const today = dateIn(settings.time_zone, book.now());
  if (await isCurrent(book.db, today)) return;
  await book.db.transaction().execute(async (trx) => {
    if (await isCurrent(trx, today)) return;
    await rescore(trx, today, null);
    await trx.deleteFrom('health_status_day').execute();
    await trx.insertInto('health_status_day').values({ as_of: today }).execute();
  });
}

async function isCurrent(db: Reader, today: IsoDate): Promise<boolean> {
  const day = await db.selectFrom('health_status_day').select('as_of').executeTakeFirst();
  return day?.as_of === today;
}

/** Days back the arrow compares with. */
const trendDays = 30;
/** A score is kept for the trend when it moved by this much since it was last kept, or its band or model did. */
const keptMove = 1;

export type EarlierScore = {
  readonly accountId: number;
  readonly onDay: IsoDate;
  readonly versionId: number | null;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly coverage: number;
  readonly bandSince: IsoDate;
  readonly detail: string;
};

/** The score of each account (null: of all) that was in force on a day; absent where none was kept by then. */
export async function scoresOn(
  db: Reader,
  day: IsoDate,
  accountIds: readonly number[] | null,
): Promise<ReadonlyMap<number, EarlierScore>> {
  const among =
    accountIds === null
      ? sql`true`
      : sql`account.id in (select value from json_each(${JSON.stringify(accountIds)}))`;
  const { rows } = await sql<EarlierScore>`
    select account_id as accountId, on_day as onDay, version_id as versionId, score, band, coverage,
      band_since as bandSince, detail
    from account cross join health_day on health_day.account_id = account.id and on_day = (
      select max(on_day) from health_day latest where latest.account_id = account.id and on_day <= ${day})
    where ${among}`.execute(db);
  return new Map(rows.map((row) => [row.accountId, row]));
}

/** Scores these accounts (null: all) and keeps what moved. Expects the account statuses to be the day's. */
async function rescore(
  trx: Transaction<Schema>,
  today: IsoDate,
  accountIds: readonly number[] | null,
): Promise<void> {
  const scored = scoreAll(await gatherHealth(trx, today, accountIds), today);
  const yesterday = await scoresOn(trx, addDays(today, -1), accountIds);
  const monthAgo = await scoresOn(trx, addDays(today, -trendDays), accountIds);
  const statuses: unknown[] = [];
  const days: unknown[] = [];
  const unmoved: number[] = [];
  for (const { input, health } of scored) {
    const { score, coverage } = health;
    const band = input.override?.band ?? health.band;
    const before = yesterday.get(input.id);
    const versionId = input.model.versionId;
    const since = before && before.band === band ? before.bandSince : today;
    const detail: KeptMeasure[] = health.contributions
      .filter(({ value }) => value !== null)
      .map(({ measure, value, points }) => ({ measure, value, points: Math.round(points * 1000) / 1000 }));
    if (health.exception)
      detail.push({ measure: exceptionPart, value: null, points: health.exception.points });
    const text = JSON.stringify(detail);
    const trend = healthTrend({ versionId, score, band }, monthAgo.get(input.id) ?? null);
    statuses.push([
      input.id,
      versionId,
      score,
      band,
      health.band,
      health.ungraded,
      coverage,
      health.oldestDays,
      trend,
      since,
      text,
    ]);
    const isMoved =
      before === undefined ||
      before.band !== band ||
      before.versionId !== versionId ||
      (before.score === null) !== (score === null) ||
      Math.abs((before.score ?? 0) - (score ?? 0)) >= keptMove;
    if (isMoved) days.push([input.id, today, versionId, score, band, coverage, since, text]);
    else unmoved.push(input.id);
  }
  const whose = accountIds ?? null;
  await (whose === null
    ? trx.deleteFrom('health_status').execute()
    : sql`delete from health_status where account_id in (select value from json_each(${JSON.stringify(whose)}))`.execute(
        trx,
      ));
  await sql`
    insert into health_status (account_id, version_id, score, band, scored_band, ungraded, coverage, oldest_days,
      trend, band_since, detail)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8, value ->> 9, value ->> 10 from json_each(${JSON.stringify(statuses)})`.execute(trx);
  await sql`delete from health_day where on_day = ${today}
    and account_id in (select value from json_each(${JSON.stringify(unmoved)}))`.execute(trx);
  await sql`
    insert or replace into health_day (account_id, on_day, version_id, score, band, coverage, band_since, detail)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
    from json_each(${JSON.stringify(days)})`.execute(trx);
}

/** Where an account stands in a word. */
export type HealthWord = {
  readonly band: HealthBand | null;
  readonly ungraded: UngradedReason | null;
};

/** The colour of every account that is scored. Expects scores to be the day's. */
export async function healthWords(db: Reader): Promise<ReadonlyMap<number, HealthWord>> {
  const rows = await db
    .selectFrom('health_status')
    .select(['account_id as accountId', 'band', 'ungraded'])
    .execute();
  return new Map(rows.map(({ accountId, ...word }) => [accountId, word]));
}

/** Active accounts that turned red on a day or since, the largest first. Expects scores to be the day's. */
export async function turnedRed(
  db: Reader,
  since: IsoDate,
): Promise<{ id: number; accountId: number; accountName: string; redSince: IsoDate }[]> {
  return (
    db
      .selectFrom('health_status')
      .innerJoin('account', 'account.id', 'health_status.account_id')
      .innerJoin('account_status', 'account_status.account_id', 'account.id')
      .select([
        'account.id',
        'account.id as accountId',
        'account.name as accountName',
        'band_since as redSince',
      ])
      .where('band', '=', 'red')
      .where('band_since', '>=', since)
      // Scored for the first time is no turn: a new book would be all news.
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('health_day')
            .select('on_day')
            .whereRef('health_day.account_id', '=', 'account.id')
            .whereRef('on_day', '<', 'band_since'),
        ),
      )
      .where('archived_at', 'is', null)
      .orderBy('arr_minor', (order) => order.desc().nullsLast())
      .execute()
  );
}
