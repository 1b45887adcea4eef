import { sql } from 'kysely';
import { bookSettings } from '../book/query.ts';
import { type Row, type RowsById, takeBack } from '../change/row-as-of-query.ts';
import { renewableTerms } from '../contract/renewal-query.ts';
import type { Reader } from '../schema.ts';
import { addDays, addMonths, endOfDay, type IsoDate } from '../types/calendar.ts';
import { type BackTestDays, backTestDays, type EndedContract, type KnownThen } from './back-test.ts';
import { bookMeasureValues } from './book-measure.ts';
import { bookFactsOf, type HealthRows, type HealthSetting, healthSetting } from './facts-query.ts';
import type { MeasureValue } from './score.ts';

/**
 * `recorded`: what stood in the book on the day, by the change log. `dated`: also what was put in later but is dated before, such as
 * an imported history; it may flatter, and says so.
 */
export const knownBys = ['recorded', 'dated'] as const;
export type KnownBy = (typeof knownBys)[number];

/** Contracts that ended longer ago than this were another business. */
const monthsBack = 24;

/** Before the earliest contract's end: no model takes a reading older than two years. */
const oldestReadingDays = 180 + 730;

const tables = [
  'contact',
  'note',
  'goal',
  'goal_reading',
  'milestone',
  'commitment',
  'contract',
  'qbr',
  'assessment',
  'health_reading',
] as const;

/** The contracts that ended and whose outcome is known, each with what was known 30, 90 and 180 days before. */
export async function endedContracts(db: Reader, today: IsoDate, knownBy: KnownBy): Promise<EndedContract[]> {
  const since = addMonths(today, -monthsBack);
  const ended = [...(await renewableTerms(db, today))].flatMap(([accountId, terms]) =>
    terms.flatMap((term) =>
      term.endOn !== null && term.endOn >= since && term.endOn <= today && term.outcome !== 'open'
        ? [{ accountId, term, endOn: term.endOn }]
        : [],
    ),
  );
  const ids = [...new Set(ended.map(({ accountId }) => accountId))];
  const { time_zone } = await bookSettings(db);
  const setting = await healthSetting(db);
  const keys = await measureKeys(db);
  const accounts = await accountFacts(db, ids);
  const earliest = ended.map(({ endOn }) => endOn).sort()[0] ?? today;
  const rows = await rowsOfAccounts(db, ids, addDays(earliest, -oldestReadingDays));
  const changes = knownBy === 'recorded' ? await changesOf(db, ids) : new Map<number, Change[]>();
  const known = new Map<string, KnownThen | null>();
  const ends = new Map<IsoDate, string>();
  const endOf = (day: IsoDate) => {
    const at = ends.get(day) ?? endOfDay(time_zone, day).toISOString();
    ends.set(day, at);
    return at;
  };
  for (const [accountId, own] of Map.groupBy(ended, (each) => each.accountId)) {
    const account = accounts.get(accountId);
    if (!account) continue;
    const days = new Set(own.flatMap(({ endOn }) => backTestDays.map((before) => addDays(endOn, -before))));
    const back = new Rewinder(rows.get(accountId) ?? new Map(), changes.get(accountId) ?? []);
    for (const day of [...days].sort().reverse()) {
      if (knownBy === 'recorded') back.rewindTo(endOf(day));
      const isKnown = knownBy === 'dated' || (account.knownFrom ?? '') <= endOf(day);
      known.set(
        `${accountId} ${day}`,
        isKnown ? knownOn(back.tables, account, day, { setting, keys }) : null,
      );
    }
  }
  return ended.map(({ accountId, term, endOn }) => {
    const at = (before: BackTestDays) => known.get(`${accountId} ${addDays(endOn, -before)}`) ?? null;
    return {
      contractId: term.id,
      accountId,
      account: accounts.get(accountId)?.name ?? '',
      product: term.product,
      endedOn: endOn,
      outcome: term.outcome === 'renewed' ? 'renewed' : 'left',
      before: { 30: at(30), 90: at(90), 180: at(180) },
    };
  });
}

type AccountFacts = {
  id: number;
  name: string;
  size: 'small' | 'mid' | 'large' | null;
  customerSince: IsoDate | null;
  segmentPerYear: number | null;
  /** The instant it was put into the book; null where it was there from the beginning. */
  knownFrom: string | null;
};

async function accountFacts(db: Reader, ids: readonly number[]): Promise<Map<number, AccountFacts>> {
  const { rows } = await sql<AccountFacts>`
    select account.id, account.name, size, customer_since as customerSince,
      (select max(reviews_per_year) from segment_placement join segment on segment.id = segment_id
        where segment_placement.account_id = account.id) as segmentPerYear,
      (select action.at from change join action on action.id = action_id
        where table_name = 'account' and row_id = account.id and before is null order by change.id limit 1) as knownFrom
    from account where account.id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

async function measureKeys(db: Reader): Promise<ReadonlyMap<number, { key: string; from: IsoDate }>> {
  const rows = await db.selectFrom('health_measure').select(['id', 'key', 'redefined_on']).execute();
  return new Map(rows.map(({ id, key, redefined_on }) => [id, { key, from: redefined_on ?? '' }]));
}

async function rowsOfAccounts(
  db: Reader,
  ids: readonly number[],
  readSince: IsoDate,
): Promise<Map<number, Map<string, RowsById>>> {
  const among = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const found = new Map<number, Map<string, RowsById>>();
  for (const table of tables) {
    const { rows } =
      table === 'goal_reading'
        ? await sql<Row>`select goal_reading.*, account_id from goal_reading
            join goal on goal.id = goal_id where account_id in ${among}`.execute(db)
        : table === 'health_reading'
          ? await sql<Row>`select * from health_reading
              where account_id in ${among} and read_on >= ${readSince}`.execute(db)
          : await sql<Row>`select * from ${sql.table(table)} where account_id in ${among}`.execute(db);
    for (const row of rows) {
      const accountId = Number(row.account_id);
      const own = found.get(accountId) ?? new Map<string, RowsById>();
      found.set(accountId, own);
      const byId: RowsById = own.get(table) ?? new Map();
      own.set(table, byId.set(row.id, row));
    }
  }
  return found;
}

type Change = { accountId: number; at: string; table_name: string; row_id: number; before: string | null };

/** Every change of those rows, by account, the newest first. */
async function changesOf(db: Reader, ids: readonly number[]): Promise<Map<number, Change[]>> {
  const among = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const named = sql`(select value from json_each(${JSON.stringify(tables)}))`;
  const { rows } = await sql<Change>`
    select accountId, at, table_name, row_id, before from (
      select change.id, change.account_id as accountId, action.at, table_name, row_id, before
      from change join action on action.id = action_id
      where change.account_id in ${among} and table_name in ${named}
      union all
      select change.id, goal.account_id, action.at, table_name, row_id, before
      from change join action on action.id = action_id
        join goal on goal.id = coalesce(json_extract(after, '$.goal_id'), json_extract(before, '$.goal_id'))
      where table_name = 'goal_reading' and goal.account_id in ${among}
    ) order by id desc`.execute(db);
  return Map.groupBy(rows, ({ accountId }) => accountId);
}

/** The rows of an account, taken back in time step by step. */
class Rewinder {
  readonly tables: Map<string, RowsById>;
  readonly #changes: readonly Change[];
  #at = 0;

  constructor(rows: ReadonlyMap<string, RowsById>, changes: readonly Change[]) {
    this.tables = new Map(tables.map((table) => [table, new Map(rows.get(table))]));
    this.#changes = changes;
  }

  /** To the end of an instant, ISO 8601 in UTC; only ever further back. */
  rewindTo(instant: string): void {
    const from = this.#at;
    while ((this.#changes[this.#at]?.at ?? '') > instant) this.#at += 1;
    takeBack(this.tables, this.#changes.slice(from, this.#at));
  }
}

function knownOn(
  rows: ReadonlyMap<string, RowsById>,
  account: AccountFacts,
  day: IsoDate,
  { setting, keys }: { setting: HealthSetting; keys: ReadonlyMap<number, { key: string; from: IsoDate }> },
): KnownThen | null {
  const of = (table: string) => [...(rows.get(table)?.values() ?? [])];
  const list = <Table extends keyof HealthRows>(table: Table) => of(table) as unknown as HealthRows[Table];
  const facts = bookFactsOf(
    {
      contact: list('contact'),
      note: list('note'),
      goal: list('goal'),
      goal_reading: list('goal_reading'),
      milestone: list('milestone'),
      commitment: list('commitment'),
      contract: list('contract'),
      qbr: list('qbr'),
      assessment: list('assessment'),
    },
    setting,
  )({ ...account, onboardingTo: null }, day);
  const values: Record<string, MeasureValue> = Object.fromEntries(bookMeasureValues(facts, day));
  for (const row of of('health_reading')) {
    const measure = keys.get(Number(row.measure_id));
    const [on, value] = [String(row.read_on), Number(row.value)];
    if (!measure || on > day || on < measure.from) continue;
    const latest = values[measure.key];
    if (latest === undefined || latest.on < on) values[measure.key] = { value, on };
  }
  const since = account.customerSince ?? facts.contracts.map(({ startOn }) => startOn).sort()[0] ?? null;
  return { on: day, since, values };
}
