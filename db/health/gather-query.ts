import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { bookMeasureValues } from './book-measure.ts';
import { bookFactsOf, healthRows, healthSetting } from './facts-query.ts';
import type { HealthBand } from './model.ts';
import { type ModelInForce, modelFor, modelsInForce } from './model-query.ts';
import { type HealthScore, healthScorer, type MeasureValue, type MeasureValues } from './score.ts';

/** An account with all its health follows from. */
export type HealthInput = {
  readonly id: number;
  readonly name: string;
  /** Since when it is a customer; null where nothing says. */
  readonly since: IsoDate | null;
  readonly segmentIds: readonly number[];
  readonly values: MeasureValues;
  readonly model: ModelInForce;
  /** Others whose segments it is in too. */
  readonly also: readonly ModelInForce[];
  readonly override: HealthOverride | null;
};

export type HealthOverride = {
  readonly id: number;
  readonly band: HealthBand;
  readonly reason: string;
  readonly fromOn: IsoDate;
  readonly untilOn: IsoDate;
};

/** The latest readings in force: SQL compares the day a measure was redefined, so that older ones never leave the file. */
export async function latestReadings(
  db: Reader,
  accountIds: readonly number[] | null,
): Promise<{ accountId: number; key: string; on: IsoDate; value: number }[]> {
  const among =
    accountIds === null
      ? sql`true`
      : sql`account_id in (select value from json_each(${JSON.stringify(accountIds)}))`;
  const { rows } = await sql<{ accountId: number; key: string; on: IsoDate; value: number }>`
    select account_id as accountId, key, read_on as "on", value
    from health_latest join health_measure on health_measure.id = measure_id
    where retired_on is null and (redefined_on is null or read_on >= redefined_on) and ${among}`.execute(db);
  return rows;
}

type Subject = {
  id: number;
  name: string;
  size: 'small' | 'mid' | 'large' | null;
  onboardingTo: IsoDate | null;
  segmentPerYear: number | null;
  segments: string | null;
  since: IsoDate | null;
};

/**
 * What the health of accounts follows from (null: of all active ones), a fixed number of statements however many there are. Expects
 * the account statuses to be the day's.
 */
export async function gatherHealth(
  db: Reader,
  today: IsoDate,
  accountIds: readonly number[] | null,
): Promise<HealthInput[]> {
  const among =
    accountIds === null
      ? sql`true`
      : sql`account.id in (select value from json_each(${JSON.stringify(accountIds)}))`;
  const { rows: subjects } = await sql<Subject>`
    select account.id, account.name, size, onboarding_to as onboardingTo, segmentPerYear, segments,
      coalesce(customer_since, (select min(start_on) from contract
        where contract.account_id = account.id and is_trial = 0 and amount_minor > 0)) as since
    from account left join account_status on account_status.account_id = account.id
    left join (
      select account_id, max(reviews_per_year) as segmentPerYear, group_concat(segment_id) as segments
      from segment_placement join segment on segment.id = segment_id group by account_id
    ) placed on placed.account_id = account.id
    where archived_at is null and status = 'active' and ${among}`.execute(db);
  const models = await modelsInForce(db);
  const factsOf = bookFactsOf(await healthRows(db, accountIds), await healthSetting(db));
  const readings = new Map<number, Map<string, MeasureValue>>();
  for (const { accountId, key, on, value } of await latestReadings(db, accountIds)) {
    let own = readings.get(accountId);
    if (!own) {
      own = new Map();
      readings.set(accountId, own);
    }
    own.set(key, { value, on });
  }
  const overrides = await overridesOn(db, today, accountIds);
  return subjects.map(({ segments, since, ...subject }) => {
    const segmentIds = segments?.split(',').map(Number) ?? [];
    const { first: model, also } = modelFor(models, new Set(segmentIds));
    const values: Map<string, MeasureValue> = readings.get(subject.id) ?? new Map();
    for (const [key, value] of bookMeasureValues(factsOf(subject, today), today)) values.set(key, value);
    const { id, name } = subject;
    return { id, name, since, segmentIds, values, model, also, override: overrides.get(id) ?? null };
  });
}

/** Colours set by hand that hold on a day; of several the one set last. */
async function overridesOn(db: Reader, today: IsoDate, accountIds: readonly number[] | null) {
  let query = db
    .selectFrom('health_override')
    .select(['id', 'account_id as accountId', 'band', 'reason', 'from_on as fromOn', 'until_on as untilOn'])
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .orderBy('id');
  if (accountIds !== null)
    query = query.where(
      sql<boolean>`account_id in (select value from json_each(${JSON.stringify(accountIds)}))`,
    );
  const rows = await query.execute();
  return new Map(rows.map(({ accountId, ...override }) => [accountId, override]));
}

/** Each with its score, by the model it goes by; a model is prepared once. */
export function scoreAll(
  inputs: readonly HealthInput[],
  today: IsoDate,
): { readonly input: HealthInput; readonly health: HealthScore }[] {
  const scorers = new Map<ModelInForce, ReturnType<typeof healthScorer>>();
  return inputs.map((input) => {
    let scorer = scorers.get(input.model);
    if (!scorer) {
      scorer = healthScorer(input.model.model, today);
      scorers.set(input.model, scorer);
    }
    return { input, health: scorer(input.values, input.since) };
  });
}
