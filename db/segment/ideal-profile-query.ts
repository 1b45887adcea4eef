import { sql } from 'kysely';
import { isCustomerMaturity } from '../maturity/model-query.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import {
  type AbilityStage,
  abilityStages,
  type MotivationCriterion,
  type MotivationScores,
  motivation,
  motivationCriteria,
  type Quadrant,
  quadrantOf,
} from './ideal-profile.ts';
import type { Slice } from './rule.ts';
import { isInSlice } from './slice-query.ts';

/** How able an account is: what its latest finished maturity assessment came to. */
export type Ability = {
  readonly stage: AbilityStage;
  /** 1 to 4. */
  readonly overall: number;
  readonly assessedOn: IsoDate;
  readonly assessmentId: number;
};

/** Where an account stands against the ideal customer, and what is missing to tell. */
export type ProfileLine = {
  readonly id: number;
  readonly name: string;
  readonly arrMinor: number | null;
  readonly points: number | null;
  readonly missing: readonly MotivationCriterion[];
  readonly ability: Ability | null;
  readonly quadrant: Quadrant | null;
};

/** The accounts of the slice by name; archived and churned ones are not to be worked on. */
export async function listProfiles(db: Reader, today: IsoDate, slice: Slice = []): Promise<ProfileLine[]> {
  const [accounts, scores, abilities] = await Promise.all([
    db
      .selectFrom('account_status')
      .crossJoin('account') // SQLite keeps the order of a cross join: the list walks the index of names
      .select(['account.id', 'account.name', 'arr_minor as arrMinor'])
      .whereRef('account.id', '=', 'account_status.account_id')
      .where('archived_at', 'is', null)
      .where('status', '<>', 'churned')
      .where(isInSlice('account.id', slice))
      .orderBy('sort_name')
      .execute(),
    motivationScores(db),
    abilitiesOn(db, today),
  ]);
  return accounts.map((account) => {
    const { points, missing } = motivation(scores.get(account.id) ?? noScores);
    const ability = abilities.get(account.id) ?? null;
    return { ...account, points, missing, ability, quadrant: quadrantOf(points, ability?.stage ?? null) };
  });
}

const noScores: MotivationScores = { budget: null, authority: null, need: null, timeline: null };

/** The four scores of every account that has any. */
export async function motivationScores(db: Reader): Promise<Map<number, MotivationScores>> {
  const columns = motivationCriteria.map(
    (criterion) => sql`max(score) filter (where criterion = ${sql.lit(criterion)}) as ${sql.ref(criterion)}`,
  );
  const { rows } = await sql<MotivationScores & { accountId: number }>`
    select account_id as accountId, ${sql.join(columns)} from motivation_score group by account_id`.execute(
    db,
  );
  return new Map(rows.map(({ accountId, ...scores }) => [accountId, scores]));
}

/**
 * The ability of every account (or of one) assessed by the date. Unfinished assessments, too thin ones
 * and those that came to a stage of the user's own say nothing, so that the last one that came to a level counts.
 */
export async function abilitiesOn(
  db: Reader,
  date: IsoDate,
  accountId: number | null = null,
): Promise<Map<number, Ability>> {
  const whose = accountId === null ? sql`account_id is not null` : sql`account_id = ${accountId}`;
  const { rows } = await sql<{
    accountId: number;
    id: number;
    stage: string;
    overall: number;
    assessedOn: IsoDate;
  }>`
    select account_id as accountId, id, stage, overall_hundredths / 100.0 as overall, assessed_on as assessedOn
    from (
      select assessment.*, row_number() over (partition by account_id order by assessed_on desc, assessment.id desc) as age
      from assessment join maturity_model on maturity_model.id = model_id
      where ${whose} and ${isCustomerMaturity}
        and stage in (select value from json_each(${JSON.stringify(abilityStages)})) and assessed_on <= ${date}
    ) where age = 1`.execute(db);
  return new Map(
    rows.flatMap(({ accountId, id, stage, overall, assessedOn }) => {
      const known = abilityStages.find((each) => each === stage);
      return known ? [[accountId, { stage: known, overall, assessedOn, assessmentId: id }] as const] : [];
    }),
  );
}

/** One criterion of an account as it was scored; all null where nobody did. */
export type CriterionScore = {
  readonly score: number | null;
  readonly evidence: string | null;
  readonly scoredOn: IsoDate | null;
};

/** An account against the ideal customer with everything behind it. */
export type Profile = Omit<ProfileLine, 'id' | 'name' | 'arrMinor'> & {
  readonly criteria: Readonly<Record<MotivationCriterion, CriterionScore>>;
};

export async function getProfile(db: Reader, accountId: number, today: IsoDate): Promise<Profile> {
  const [rows, abilities] = await Promise.all([
    db.selectFrom('motivation_score').selectAll().where('account_id', '=', accountId).execute(),
    abilitiesOn(db, today, accountId),
  ]);
  const of = (criterion: MotivationCriterion): CriterionScore => {
    const row = rows.find((each) => each.criterion === criterion);
    return {
      score: row?.score ?? null,
      evidence: row?.evidence ?? null,
      scoredOn: row?.scored_on ?? null,
    };
  };
  const criteria = {
    budget: of('budget'),
    authority: of('authority'),
    need: of('need'),
    timeline: of('timeline'),
  };
  const { points, missing } = motivation({
    budget: criteria.budget.score,
    authority: criteria.authority.score,
    need: criteria.need.score,
    timeline: criteria.timeline.score,
  });
  const ability = abilities.get(accountId) ?? null;
  return { criteria, points, missing, ability, quadrant: quadrantOf(points, ability?.stage ?? null) };
}

/** Changes what is given and leaves the rest; a score carries the day it was given. */
export async function scoreCriterion(
  trx: Writer,
  accountId: number,
  criterion: MotivationCriterion,
  change: { readonly score?: number | null; readonly evidence?: string | null },
  today: IsoDate,
): Promise<void> {
  const dated = {
    ...change,
    ...(change.score !== undefined && { scored_on: change.score === null ? null : today }),
  };
  await trx
    .insertInto('motivation_score')
    .values({ account_id: accountId, criterion, score: null, evidence: null, scored_on: null, ...dated })
    .onConflict((conflict) => conflict.columns(['account_id', 'criterion']).doUpdateSet(dated))
    .execute();
}
