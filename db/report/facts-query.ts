import { sql } from 'kysely';
import { bookSettings } from '../book/query.ts';
import { type RenewableContract, withAutomaticRenewals } from '../contract/renewal.ts';
import type { BillingPeriod } from '../contract/rule.ts';
import type { Reader } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Flag } from '../types/column.ts';
import type { ReportAccount, ReportFacts } from './engine.ts';
import { dayNumber, type Month, noEnd } from './month.ts';
import type { ReportPolicies } from './policy.ts';
import type { SliceDimension, Stretch } from './slice.ts';
import type { Subscription } from './subscription.ts';

/** Days past the report's last month that automatic renewals are followed: committed MRR looks a year ahead. */
const foresight = 430;

type ContractRow = {
  readonly id: number;
  readonly accountId: number;
  readonly line: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate | null;
  readonly isTrial: Flag;
  readonly renewsId: number | null;
  readonly autoRenews: Flag | null;
  readonly noticeDays: number | null;
  readonly noticeGivenOn: IsoDate | null;
};

/**
 * What the report is counted from: every contract as a subscription, archived accounts included, since what was paid once does
 * not vanish with the customer; the values each account is sliced by; and the rate table.
 * @param to the last month of the report
 * @param accountIds null for the whole book
 */
export async function reportFacts(
  db: Reader,
  policies: Pick<ReportPolicies, 'automaticRenewal' | 'membership'>,
  to: Month,
  accountIds: readonly number[] | null = null,
): Promise<ReportFacts> {
  const { base_currency: baseCurrency, renewal_gap_days: gapDays } = await bookSettings(db);
  const until = addDays(`${to}-01`, foresight);
  const subscriptions = await subscriptionsOf(db, policies, accountIds, until, gapDays);
  const accounts = await accountsOf(db, accountIds);
  const rates = await db
    .selectFrom('exchange_rate')
    .select(['currency', 'valid_on as validOn', 'base_per_unit as basePerUnit'])
    .execute();
  return {
    accounts,
    subscriptions,
    table: { baseCurrency, rates },
    history: policies.membership === 'as-it-was' ? await segmentHistory(db, accounts) : new Map(),
  };
}

async function subscriptionsOf(
  db: Reader,
  policies: Pick<ReportPolicies, 'automaticRenewal'>,
  accountIds: readonly number[] | null,
  until: IsoDate,
  gapDays: number,
): Promise<Map<number, Subscription[]>> {
  const among = amongAccounts(accountIds, 'account_id');
  const { rows } = await sql<ContractRow>`
    select id, account_id as accountId, trim(product) as line, amount_minor as amountMinor, currency,
      billing_period as billingPeriod, start_on as startOn, end_on as endOn, is_trial as isTrial,
      renews_contract_id as renewsId, auto_renews as autoRenews, notice_days as noticeDays,
      notice_given_on as noticeGivenOn
    from contract where ${among}
    order by account_id, start_on, id`.execute(db);
  const { rows: prices } = await sql<{ contractId: number; fromOn: IsoDate; amountMinor: number }>`
    select contract_id as contractId, from_on as fromOn, amount_minor as amountMinor
    from contract_price where ${amongAccounts(accountIds, 'account_id')} order by contract_id, from_on`.execute(
    db,
  );
  const changes = Map.groupBy(prices, ({ contractId }) => contractId);
  const found = new Map<number, Subscription[]>();
  const goesOn = policies.automaticRenewal === 'renews';
  for (const [accountId, own] of Map.groupBy(rows, (row) => row.accountId)) {
    const ends = goesOn ? renewedEnds(own, until, gapDays) : null;
    found.set(
      accountId,
      own.map((row) => ({
        id: row.id,
        accountId,
        line: row.line === '' ? null : row.line,
        amountMinor: row.amountMinor,
        currency: row.currency,
        billingPeriod: row.billingPeriod,
        startOn: row.startOn,
        endOn: ends?.has(row.id) ? (ends.get(row.id) ?? null) : row.endOn,
        isTrial: row.isTrial === 1,
        renewsId: row.renewsId,
        priceChanges: changes.get(row.id) ?? none,
      })),
    );
  }
  return found;
}
const none: Subscription['priceChanges'] = [];

/**
 * The last days of contracts that renewed by themselves, by id; null while they go on past the day asked about. One paid once for
 * its term is not among them: its price is of that term.
 */
function renewedEnds(
  own: readonly ContractRow[],
  until: IsoDate,
  gapDays: number,
): Map<number, IsoDate | null> | null {
  if (!own.some(({ autoRenews }) => autoRenews === 1)) return null;
  const contracts = own
    .filter(({ isTrial, amountMinor }) => isTrial === 0 && amountMinor > 0)
    .map(
      (row): RenewableContract => ({
        ...row,
        product: row.line,
        renewsContractId: row.renewsId,
        autoRenews: row.autoRenews === 1 && row.billingPeriod !== 'term',
      }),
    );
  const ends = new Map<number, IsoDate | null>();
  for (const { id, endOn } of withAutomaticRenewals(contracts, until, gapDays))
    ends.set(id, endOn !== null && endOn >= until ? null : endOn);
  for (const { id, endOn } of contracts) if (endOn !== null && endOn >= until) ends.set(id, endOn);
  return ends;
}

async function accountsOf(
  db: Reader,
  accountIds: readonly number[] | null,
): Promise<Map<number, ReportAccount>> {
  const { rows } = await sql<Omit<AccountRow, 'channel'>>`
    select id, name, owner, sales_owner as salesOwner, region, industry, size, tier
    from account where ${amongAccounts(accountIds, 'id')}`.execute(db);
  const { rows: placements } = await sql<{ accountId: number; scheme: string; segment: string }>`
    select account_id as accountId, segmentation_scheme.name as scheme, segment.name as segment
    from segment_placement join segment on segment.id = segment_id
    join segmentation_scheme on segmentation_scheme.id = segment_placement.scheme_id
    where ${amongAccounts(accountIds, 'account_id')}`.execute(db);
  const { rows: own } = await sql<{ accountId: number; field: string; value: string }>`
    select custom_value.account_id as accountId, custom_field.name as field,
      coalesce(custom_choice.name, cast(custom_value.value as text)) as value
    from custom_value join custom_field on custom_field.id = custom_value.field_id
    left join custom_choice on custom_field.kind = 'choice' and custom_choice.id = custom_value.value
    where custom_field.kind in ('choice', 'text', 'yes-no') and ${amongAccounts(accountIds, 'custom_value.account_id')}`.execute(
    db,
  );
  const accounts = new Map<
    number,
    { id: number; name: string; values: Partial<Record<SliceDimension, string | null>> }
  >();
  for (const { id, name, ...values } of rows) accounts.set(id, { id, name, values });
  for (const { accountId, scheme, segment } of placements) {
    const account = accounts.get(accountId);
    if (account) account.values[`segment:${scheme}`] = segment;
  }
  for (const { accountId, field, value } of own) {
    const account = accounts.get(accountId);
    if (account) account.values[`field:${field}`] = value;
  }
  return accounts;
}

type AccountRow = { readonly id: number; readonly name: string } & Readonly<
  Record<'owner' | 'salesOwner' | 'region' | 'industry' | 'size' | 'tier' | 'channel', string | null>
>;

function amongAccounts(accountIds: readonly number[] | null, column: string) {
  return accountIds === null
    ? sql`true`
    : sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(accountIds)}))`;
}

/**
 * Which segment each account was in when, by the log of changes. Before the first change on record, or of an account never
 * moved, it is the segment known.
 */
async function segmentHistory(
  db: Reader,
  accounts: ReadonlyMap<number, ReportAccount>,
): Promise<Map<SliceDimension, Map<number, Stretch[]>>> {
  const { rows } = await sql<{
    day: IsoDate;
    accountId: number;
    scheme: string;
    was: string | null;
    is: string | null;
  }>`
    select substr(action.at, 1, 10) as day, account_id as accountId, segmentation_scheme.name as scheme,
      (select name from segment where segment.id = before ->> '$.segment_id') as was,
      (select name from segment where segment.id = after ->> '$.segment_id') as "is"
    from change join action on action.id = action_id
    join segmentation_scheme on segmentation_scheme.id = coalesce(after ->> '$.scheme_id', before ->> '$.scheme_id')
    where table_name = 'segment_placement' order by change.id`.execute(db);
  const history = new Map<SliceDimension, Map<number, Stretch[]>>();
  for (const moves of Map.groupBy(rows, ({ scheme, accountId }) => `${accountId} ${scheme}`).values()) {
    const [first] = moves;
    if (!first || !accounts.has(first.accountId)) continue;
    const dimension: SliceDimension = `segment:${first.scheme}`;
    const byAccount = history.get(dimension) ?? new Map<number, Stretch[]>();
    history.set(dimension, byAccount);
    byAccount.set(first.accountId, stretchesOf(moves));
  }
  return history;
}

/** Placed for the first time, it counts as having always been there: nobody had asked before. */
function stretchesOf(
  moves: readonly { readonly day: IsoDate; readonly was: string | null; readonly is: string | null }[],
): Stretch[] {
  const stretches: { from: number; to: number; value: string | null }[] = [];
  const [first] = moves;
  if (!first) return stretches;
  stretches.push({ from: -noEnd, to: noEnd, value: first.was ?? first.is });
  for (const { day, is } of moves) {
    const last = stretches.at(-1);
    if (!last || last.value === is) continue;
    const from = dayNumber(day);
    last.to = from - 1;
    stretches.push({ from, to: noEnd, value: is });
  }
  return stretches.filter(({ from, to }) => from <= to);
}

/** The dimensions the book can be sliced by, with the values accounts and contracts have. */
export function sliceChoices(facts: ReportFacts): { dimension: SliceDimension; values: string[] }[] {
  const found = new Map<SliceDimension, Set<string>>();
  const add = (dimension: SliceDimension, value: string | null | undefined) => {
    if (!value) return;
    const values = found.get(dimension) ?? new Set<string>();
    found.set(dimension, values);
    values.add(value);
  };
  for (const subscriptions of facts.subscriptions.values())
    for (const { line } of subscriptions) add('line', line);
  for (const { values } of facts.accounts.values())
    for (const [dimension, value] of Object.entries(values)) add(dimension as SliceDimension, value); // its keys
  return [...found].map(([dimension, values]) => ({ dimension, values: [...values].sort() }));
}
