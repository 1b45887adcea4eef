import { type RawBuilder, sql } from 'kysely';
import { type CustomValues, customValuesOf } from '../custom-field/value-query.ts';
import { Failure } from '../failure.ts';
import { type Noun, tableOf } from '../kernel/define.ts';
import { openCondition } from '../kernel/query.ts';
import type { LifecycleStage } from '../lifecycle/rule.ts';
import { nouns } from '../nouns.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';

/** What the user says of an account. */
export type AccountFacts = {
  name: string;
  /** The customer's key in another system. */
  key: string | null;
  legalName: string | null;
  industry: string | null;
  size: 'small' | 'mid' | 'large' | null;
  region: string | null;
  tier: string | null;
  owner: string | null;
  salesOwner: string | null;
  status: 'prospect' | 'active' | 'churned';
  tags: readonly string[];
  description: string | null;
  customerSince: IsoDate | null;
};

/** An account with where it stands (account/status-query.ts). */
export type Account = AccountFacts & {
  id: number;
  custom: CustomValues;
  archivedAt: string | null;
  stage: LifecycleStage | null;
  arrMinor: number | null;
  renewalOn: IsoDate | null;
  noticeOn: IsoDate | null;
  lastTouchedOn: IsoDate | null;
};

/** @throws Failure record.not-found */
export async function getAccount(db: Reader, id: number): Promise<Account> {
  const row = await db
    .selectFrom('account')
    .leftJoin('account_status', 'account_id', 'account.id')
    .select(['account.id', 'name', 'key', 'industry', 'size', 'region', 'tier', 'owner', 'status', 'tags'])
    .select(['legal_name as legalName', 'sales_owner as salesOwner', 'description'])
    .select(['customer_since as customerSince', 'archived_at as archivedAt'])
    .select(['stage', 'arr_minor as arrMinor', 'renewal_on as renewalOn', 'notice_on as noticeOn'])
    .select('last_touched_on as lastTouchedOn')
    .where('account.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound(id);
  const custom = (await customValuesOf(db, [id])).get(id) ?? {};
  return { ...row, custom, tags: JSON.parse(row.tags) as string[] };
}

/** @throws Failure account.key-taken */
export async function createAccount(trx: Writer, facts: AccountFacts): Promise<number> {
  await refuseTakenKey(trx, facts.key, null);
  const { id } = await trx
    .insertInto('account')
    .values({ ...rowOf(facts), name: facts.name, archived_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @throws Failure record.not-found, account.key-taken */
export async function editAccount(trx: Writer, id: number, facts: AccountFacts): Promise<void> {
  await refuseTakenKey(trx, facts.key, id);
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set(rowOf(facts))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw notFound(id);
}

/** Puts an account away, or (null) takes it out again. Nothing of it is lost either way. @throws Failure record.not-found */
export async function archiveAccount(trx: Writer, id: number, at: Date | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ archived_at: at?.toISOString() ?? null })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw notFound(id);
}

/** The month its own fiscal year begins with, 1–12; null where it is the book's. @throws Failure record.not-found */
export async function accountFiscalYearStart(db: Reader, id: number): Promise<number | null> {
  const account = await db
    .selectFrom('account')
    .select('fiscal_year_start_month as month')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!account) throw notFound(id);
  return account.month;
}

export async function setAccountFiscalYearStart(
  trx: Writer,
  id: number,
  month: number | null,
): Promise<void> {
  await trx.updateTable('account').set({ fiscal_year_start_month: month }).where('id', '=', id).execute();
}

/** What leaves every list together with an account that is archived, by noun; nouns without any are left out. */
export async function archivedWith(db: Reader, id: number): Promise<{ noun: string; count: number }[]> {
  const counts = belongings.map(
    ([noun, condition]) =>
      sql`select ${sql.lit(noun)} as noun, count(*) as count from ${sql.table(noun)}
        where account_id = ${id} and ${condition}`,
  );
  const { rows } = await sql<{ noun: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(
    db,
  );
  return rows.filter(({ count }) => count > 0);
}

/** What belongs to an account, and of it what still asks for attention. */
const belongings: readonly (readonly [noun: string, condition: RawBuilder<unknown>])[] = [
  ['contact', sql`true`],
  ['contract', sql`true`],
  ['note', sql`true`],
  ['task', sql`done_on is null`],
  ['handoff', sql`closed_on is null`],
  ['goal', sql`closed_on is null`],
  ['qbr', sql`held_on is null`],
  ...nouns
    .filter((noun: Noun) => noun.account !== 'none')
    .map((noun) => [tableOf(noun), openCondition(noun)] as const),
];

/** A key names one account. @throws Failure account.key-taken */
export async function refuseTakenKey(trx: Writer, key: string | null, by: number | null): Promise<void> {
  if (key === null) return;
  const other = await trx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (other && other.id !== by) throw new Failure('account.key-taken', { key, name: other.name });
}

/** The columns of the facts that are given. */
export function rowOf<Facts extends Partial<AccountFacts>>({
  legalName,
  salesOwner,
  customerSince,
  tags,
  ...same
}: Facts) {
  return {
    ...same,
    ...(legalName !== undefined && { legal_name: legalName }),
    ...(salesOwner !== undefined && { sales_owner: salesOwner }),
    ...(customerSince !== undefined && { customer_since: customerSince }),
    ...(tags !== undefined && { tags: JSON.stringify(tags) }),
  };
}

function notFound(id: number): Failure {
  return new Failure('record.not-found', { noun: 'account', id });
}
