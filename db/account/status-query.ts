import { sql, type Transaction } from 'kysely';
import { pinyin } from 'pinyin-pro';
import { exchangeRates } from '../book/exchange-query.ts';
import { findBookSettings } from '../book/query.ts';
import { accountSilence } from '../contact/silence.ts';
import { contactTouches } from '../contact/touch-query.ts';
import { type PriceChange, priceOn } from '../contract/price.ts';
import { withAutomaticRenewals } from '../contract/renewal.ts';
import { type BillingPeriod, isLiveOn } from '../contract/rule.ts';
import {
  type ContractRun,
  contractRuns,
  type LifecycleContract,
  type LifecycleStage,
  lifecycleStage,
  nextRenewal,
  onboardingEnd,
  runStage,
} from '../lifecycle/rule.ts';
import type { Book } from '../open.ts';
import type { Reader, Schema, Writer } from '../schema.ts';
import { dateIn, type IsoDate } from '../types/calendar.ts';
import { type ExchangeRate, toBaseMinor } from '../types/exchange.ts';

/** Derives again where the accounts stand that an action touched; called by `record`, so that undo is seen too. */
export async function recomputeChangedStatuses(
  trx: Writer,
  actionId: number,
  now: Date,
  changedTables: ReadonlySet<string>,
): Promise<void> {
  const setting = await setup(trx, now);
  if (!setting) return;
  if (changedTables.has('exchange_rate') || changedTables.has('book'))
    return recomputeStatuses(trx, setting, null);
  const touched = ['account', 'contact', 'contract', 'contract_price', 'note', 'lifecycle_override'].filter(
    (table) => changedTables.has(table),
  );
  if (touched.length === 0) return;
  const { rows } = await sql<{ id: number; renamed: 0 | 1 }>`
    select id, max(renamed) as renamed from (
      select row_id as id, 1 as renamed from change where action_id = ${actionId} and table_name = 'account'
      union all
      select coalesce(json_extract(after, '$.account_id'), 0), 0 from change
        where action_id = ${actionId} and table_name in ('contact', 'contract', 'contract_price', 'note', 'lifecycle_override')
      union all
      select coalesce(json_extract(before, '$.account_id'), 0), 0 from change
        where action_id = ${actionId} and table_name in ('contact', 'contract', 'contract_price', 'note', 'lifecycle_override')
    ) group by id`.execute(trx);
  await recomputeStatuses(
    trx,
    setting,
    rows.map(({ id }) => id),
    new Set(rows.filter(({ renamed }) => renamed === 1).map(({ id }) => id)),
  );
}

/** Makes the standings today's where they are another day's. Not an action: there is nothing to undo in a new day. */
export async function currentStatuses(book: Book): Promise<void> {
  const { today } = (await setup(book.db, book.now())) ?? {};
  if (today === undefined || book.fileLoss() !== null || (await isCurrent(book.db, today))) return;
  await book.db.transaction().execute(async (trx) => {
    const setting = await setup(trx, book.now());
    if (setting && !(await isCurrent(trx, setting.today))) await recomputeStatuses(trx, setting, null);
  });
}

async function isCurrent(db: Reader, today: IsoDate): Promise<boolean> {
  const day = await db.selectFrom('status_day').select('as_of').executeTakeFirst();
  return day?.as_of === today;
}

type Setting = {
  readonly today: IsoDate;
  readonly gapDays: number;
  readonly baseCurrency: string;
  readonly rates: readonly ExchangeRate[];
};

/** Null in a book that has no settings yet. */
async function setup(db: Reader, now: Date): Promise<Setting | null> {
  const settings = await findBookSettings(db);
  if (!settings) return null;
  const rates = await exchangeRates(db);
  return {
    today: dateIn(settings.time_zone, now),
    gapDays: settings.renewal_gap_days,
    baseCurrency: settings.base_currency,
    rates,
  };
}

/**
 * Derives the standing of these accounts (null: of all) in a handful of statements, however many there are. A name that has
 * its sorting form keeps it, unless the account is among the `renamed`: pinyin is the slow part.
 */
async function recomputeStatuses(
  trx: Transaction<Schema>,
  setting: Setting,
  accountIds: readonly number[] | null,
  renamed: ReadonlySet<number> = new Set(),
): Promise<void> {
  const { subjects, contracts, touches } = await gather(trx, setting.today, accountIds);
  const people = Map.groupBy(
    await contactTouches(trx, accountIds, setting.today),
    ({ accountId }) => accountId,
  );
  const lines: unknown[] = [];
  const statuses = subjects.map(({ id, name, status, sort_name, stage_by_hand }) => {
    const own = contracts.get(id) ?? [];
    const runs = contractRuns(own, setting);
    for (const run of runs) if (run.endOn !== null) lines.push(lineStatus(id, run, setting.today));
    const silence = accountSilence(people.get(id) ?? [], touches.get(id) ?? null, setting.today);
    const next = nextRenewal(runs, setting.today);
    return [
      id,
      sort_name === null || renamed.has(id) ? sortName(name) : sort_name,
      stage_by_hand ?? lifecycleStage(own, status, setting),
      arrMinor(own, setting),
      next?.endOn ?? null,
      next?.noticeOn ?? null,
      touches.get(id) ?? null,
      onboardingEnd(runs, setting.today),
      silence.sponsor?.id ?? null,
      silence.sponsor?.touchedOn ?? null,
      silence.sponsorSilentFrom,
      silence.quietFrom,
    ];
  });
  await sql`
    insert or replace into account_status
      (account_id, sort_name, stage, arr_minor, renewal_on, notice_on, last_touched_on, onboarding_to,
        sponsor_id, sponsor_touched_on, sponsor_silent_from, quiet_from)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11
    from json_each(${JSON.stringify(statuses)})`.execute(trx);
  await sql`delete from product_line_status where ${amongAccounts(accountIds)('account_id')}`.execute(trx);
  await sql`
    insert into product_line_status
      (contract_id, account_id, product, stage, end_on, notice_on, renews_by_itself, notice_given_on)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 7
    from json_each(${JSON.stringify(lines)})`.execute(trx);
  if (accountIds !== null) return;
  await trx.deleteFrom('status_day').execute();
  await trx.insertInto('status_day').values({ as_of: setting.today }).execute();
}

type OwnContract = LifecycleContract & {
  readonly annualMinor: number | null;
  readonly currency: string;
  readonly amountMinor: number;
  readonly billingPeriod: BillingPeriod;
};

function amongAccounts(accountIds: readonly number[] | null) {
  const ids = JSON.stringify(accountIds ?? []);
  return (column: string) =>
    accountIds === null ? sql`true` : sql`${sql.ref(column)} in (select value from json_each(${ids}))`;
}

/** In the order of the columns of `product_line_status`; told by the contract that ends last. */
function lineStatus(accountId: number, run: ContractRun, today: IsoDate) {
  const last = run.contracts.findLast(({ endOn }) => endOn === run.endOn);
  const { product, endOn, noticeOn, renewsByItself, noticeGivenOn } = run;
  const stage = runStage(run, today);
  return [last?.id, accountId, product, stage, endOn, noticeOn, renewsByItself ? 1 : 0, noticeGivenOn];
}

async function gather(db: Reader, today: IsoDate, accountIds: readonly number[] | null) {
  const among = amongAccounts(accountIds);
  const { rows: subjects } = await sql<Subject>`
    select account.id, name, status, sort_name, (
      select stage from lifecycle_override
      where account_id = account.id and ${today} between from_on and to_on order by id desc limit 1
    ) as stage_by_hand from account
    left join account_status on account_status.account_id = account.id where ${among('account.id')}`.execute(
    db,
  );
  const { rows: contractRows } = await sql<ContractRow>`
    select account_id as accountId, id, product, currency, annual_minor as annualMinor, start_on as startOn,
      amount_minor as amountMinor, billing_period as billingPeriod,
      end_on as endOn, first_paid_on as firstPaidOn, notice_days as noticeDays, auto_renews as autoRenews,
      notice_given_on as noticeGivenOn, renews_contract_id as renewsContractId,
      is_trial or amount_minor = 0 as isTrial
    from contract where ${among('account_id')}`.execute(db);
  const { rows: touchRows } = await sql<{ accountId: number; day: IsoDate }>`
    select account_id as accountId, max(day) as day from (
      select account_id, last_touched_on as day from contact
        where last_touched_on <= ${today} and ${among('account_id')}
      union all
      select account_id, occurred_on from note
        where kind <> 'note' and occurred_on <= ${today} and ${among('account_id')}
    ) group by account_id`.execute(db);
  const { rows: priceRows } = await sql<PriceChange & { contractId: number }>`
    select contract_id as contractId, from_on as fromOn, amount_minor as amountMinor, seats
    from contract_price where ${among('account_id')}`.execute(db);
  const prices = Map.groupBy(priceRows, ({ contractId }) => contractId);
  const contracts = new Map<number, OwnContract[]>();
  for (const { accountId, isTrial, autoRenews, ...facts } of contractRows) {
    const own = contracts.get(accountId);
    const changes = prices.get(facts.id);
    const annualMinor = changes
      ? priceOn({ ...facts, seats: null }, changes, today).annualMinor
      : facts.annualMinor;
    const contract = { ...facts, annualMinor, isTrial: isTrial === 1, autoRenews: autoRenews === 1 };
    if (own) own.push(contract);
    else contracts.set(accountId, [contract]);
  }
  return { subjects, contracts, touches: new Map(touchRows.map(({ accountId, day }) => [accountId, day])) };
}

type Subject = {
  id: number;
  name: string;
  status: 'prospect' | 'active' | 'churned';
  sort_name: string | null;
  stage_by_hand: LifecycleStage | null;
};
type ContractRow = Omit<OwnContract, 'isTrial' | 'autoRenews'> & {
  accountId: number;
  isTrial: 0 | 1;
  autoRenews: 0 | 1 | null;
};

/** Null as soon as one live contract has no annual value or no rate: a sum that leaves something out misleads. */
function arrMinor(
  contracts: readonly OwnContract[],
  { today, gapDays, baseCurrency, rates }: Setting,
): number | null {
  let sum = 0;
  for (const contract of withAutomaticRenewals(contracts, today, gapDays)) {
    if (contract.isTrial || !isLiveOn(contract, today)) continue;
    if (contract.annualMinor === null) return null;
    const minor = toBaseMinor(contract.annualMinor, contract.currency, baseCurrency, rates, today);
    if (minor === null) return null;
    sum += minor;
  }
  return sum;
}

/** A to Z whatever the script: 云集 sorts as yun ji, Élan as elan. */
function sortName(name: string): string {
  const latin = /\p{Script=Han}/u.test(name)
    ? pinyin(name, { toneType: 'none', nonZh: 'consecutive' })
    : name;
  return latin
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}
