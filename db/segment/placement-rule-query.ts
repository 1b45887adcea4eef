import { sql } from 'kysely';
import { accountChoices } from '../account/list-query.ts';
import { lifecycleStages } from '../lifecycle/rule.ts';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { abilityStages, motivation } from './ideal-profile.ts';
import { abilitiesOn, motivationScores } from './ideal-profile-query.ts';
import type { AccountFacts, RuleGroup, WordField } from './placement-rule.ts';
import { type PlacedAccount, type PlacementPlan, planPlacement } from './plan.ts';
import { ruleOf } from './query.ts';

/**
 * Where the rules of a scheme would put the accounts of the book today.
 * @param draft a rule not saved yet, tried in place of its segment's own
 */
export async function planScheme(
  db: Reader,
  schemeId: number,
  options: {
    readonly today: IsoDate;
    readonly moveAll: boolean;
    readonly draft?: { readonly segmentId: number; readonly rule: RuleGroup | null } | undefined;
  },
): Promise<PlacementPlan & { readonly names: ReadonlyMap<number, string> }> {
  const [segments, accounts] = await Promise.all([
    db
      .selectFrom('segment')
      .select(['id', 'rule'])
      .where('scheme_id', '=', schemeId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    gatherAccounts(db, schemeId, options.today),
  ]);
  const { draft, moveAll } = options;
  const ruled = segments.map((segment) => ({
    id: segment.id,
    rule: draft?.segmentId === segment.id ? draft.rule : ruleOf(segment),
  }));
  return {
    ...planPlacement(ruled, accounts, { moveAll }),
    names: new Map(accounts.map(({ id, name }) => [id, name])),
  };
}

type AccountRow = {
  id: number;
  name: string;
  industry: string | null;
  size: string | null;
  region: string | null;
  tier: string | null;
  owner: string | null;
  salesOwner: string | null;
  status: string;
  stage: string | null;
  tags: string;
  customerSince: IsoDate | null;
  arrMinor: number | null;
  segmentId: number | null;
  placedBy: 'hand' | 'import' | 'rule' | null;
};

/** What a contract live today says; `seats` is null where one of them does not say how many. */
type LiveRow = { accountId: number; products: string; seats: number | null };

/** The facts rules ask for, of every account, in a handful of statements. */
async function gatherAccounts(
  db: Reader,
  schemeId: number,
  today: IsoDate,
): Promise<(PlacedAccount & { readonly name: string })[]> {
  const [accounts, live, points, scores, abilities] = await Promise.all([
    sql<AccountRow>`
      select account.id, name, industry, size, region, tier, owner, sales_owner as salesOwner, status, stage, tags,
        customer_since as customerSince, arr_minor as arrMinor, segment_id as segmentId, placed_by as placedBy
      from account_status cross join account on account.id = account_status.account_id
      left join segment_placement on segment_placement.account_id = account.id and scheme_id = ${schemeId}
      where archived_at is null order by sort_name`.execute(db),
    sql<LiveRow>`
      select account_id as accountId, json_group_array(product) filter (where product is not null) as products,
        case when count(*) = count(seats) then sum(seats) end as seats
      from contract
      where is_trial = 0 and start_on <= ${today} and (end_on is null or end_on >= ${today})
      group by account_id`.execute(db),
    sql<{ accountId: number; names: string }>`
      select account_id as accountId, json_group_array(name) as names
      from account_value_point join value_point on value_point.id = value_point_id group by account_id`.execute(
      db,
    ),
    motivationScores(db),
    abilitiesOn(db, today),
  ]);
  const liveOf = new Map(live.rows.map((row) => [row.accountId, row]));
  const pointsOf = new Map(points.rows.map(({ accountId, names }) => [accountId, listOf(names)]));
  return accounts.rows.map((account) => {
    const given = scores.get(account.id);
    const contracts = liveOf.get(account.id);
    const facts: AccountFacts = {
      words: {
        name: [account.name],
        industry: one(account.industry),
        size: one(account.size),
        region: one(account.region),
        tier: one(account.tier),
        owner: one(account.owner),
        'sales-owner': one(account.salesOwner),
        status: [account.status],
        stage: one(account.stage),
        ability: one(abilities.get(account.id)?.stage ?? null),
        tag: listOf(account.tags),
        product: contracts ? listOf(contracts.products) : [],
        'value-point': pointsOf.get(account.id) ?? [],
      },
      numbers: {
        'annual-revenue': account.arrMinor,
        seats: contracts ? contracts.seats : 0,
        motivation: given ? motivation(given).points : null,
      },
      dates: { 'customer-since': account.customerSince },
    };
    const { segmentId, placedBy } = account;
    const placement = segmentId === null || placedBy === null ? null : { segmentId, placedBy };
    return { id: account.id, name: account.name, facts, placement };
  });
}

function one(word: string | null): readonly string[] | null {
  return word === null ? null : [word];
}

function listOf(json: string): readonly string[] {
  return JSON.parse(json) as string[];
}

/** The words there are for each field, to be chosen from in a rule. Those of closed sets come as their keys. */
export async function ruleWords(db: Reader): Promise<Readonly<Record<WordField, readonly string[]>>> {
  const [choices, salesOwners, products, points] = await Promise.all([
    accountChoices(db),
    db
      .selectFrom('account')
      .select('sales_owner as word')
      .distinct()
      .where('sales_owner', 'is not', null)
      .orderBy('sales_owner')
      .execute(),
    db
      .selectFrom('contract')
      .select('product as word')
      .distinct()
      .where('product', 'is not', null)
      .orderBy('product')
      .execute(),
    db.selectFrom('value_point').select('name as word').orderBy('name').execute(),
  ]);
  const words = (rows: readonly { readonly word: string | null }[]) =>
    rows.flatMap(({ word }) => (word === null ? [] : [word]));
  const known = (values: readonly (string | null)[]) => values.filter((value) => value !== null);
  return {
    industry: known(choices.industry),
    size: ['large', 'mid', 'small'],
    region: known(choices.region),
    tier: known(choices.tier),
    status: ['prospect', 'active', 'churned'],
    stage: lifecycleStages,
    ability: abilityStages,
    tag: choices.tags,
    product: words(products),
    'value-point': words(points),
    owner: known(choices.owner),
    'sales-owner': words(salesOwners),
    name: [],
  };
}
