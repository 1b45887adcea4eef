import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import { listCustomFields } from './query.ts';
import { type CustomFieldKey, type CustomFilter, type CustomValue, canHold, customFieldKey } from './rule.ts';

export type CustomValues = Readonly<Record<CustomFieldKey, CustomValue>>;

/** What the accounts have in their custom fields; a field without anything is absent. */
export async function customValuesOf(
  db: Reader,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, CustomValues>> {
  return valuesWhere(db, sql`account_id in (select value from json_each(${JSON.stringify(accountIds)}))`);
}

/** `customValuesOf` every account. */
export async function allCustomValues(db: Reader): Promise<ReadonlyMap<number, CustomValues>> {
  return valuesWhere(db, sql`true`);
}

async function valuesWhere(
  db: Reader,
  whose: RawBuilder<unknown>,
): Promise<ReadonlyMap<number, CustomValues>> {
  const { rows } = await sql<CustomValue & { accountId: number; fieldId: number }>`
    select account_id as accountId, field_id as fieldId, value, currency from custom_value
    where ${whose}`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ accountId }) => accountId)].map(([id, values]) => [
      id,
      Object.fromEntries(
        values.map(({ fieldId, value, currency }) => [customFieldKey(fieldId), { value, currency }]),
      ),
    ]),
  );
}

/**
 * Writes what an account has in these fields; null empties one, and those not named stay as they are.
 * @throws Failure record.not-found, record.invalid where a field cannot hold the value
 */
export async function setCustomValues(
  trx: Writer,
  accountId: number,
  values: readonly { readonly fieldId: number; readonly value: CustomValue | null }[],
): Promise<void> {
  await writeCustomValues(
    trx,
    values.map((each) => ({ accountId, ...each })),
  );
}

/** `setCustomValues` for many accounts. @throws Failure as it does */
export async function writeCustomValues(
  trx: Writer,
  values: readonly {
    readonly accountId: number;
    readonly fieldId: number;
    readonly value: CustomValue | null;
  }[],
): Promise<void> {
  if (values.length === 0) return;
  const fields = new Map((await listCustomFields(trx)).map((field) => [field.id, field]));
  for (const { accountId, fieldId, value } of values) {
    const field = fields.get(fieldId);
    if (!field) throw new Failure('record.not-found', { noun: 'custom_field', id: fieldId });
    if (value === null) {
      await trx
        .deleteFrom('custom_value')
        .where('account_id', '=', accountId)
        .where('field_id', '=', fieldId)
        .execute();
      continue;
    }
    const choiceIds = field.choices.map(({ id }) => id);
    if (!canHold(field.kind, value, choiceIds)) throw new Failure('record.invalid', { field: field.name });
    await trx
      .insertInto('custom_value')
      .values({ field_id: fieldId, account_id: accountId, ...value })
      .onConflict((conflict) => conflict.columns(['account_id', 'field_id']).doUpdateSet(value))
      .execute();
  }
}

/** Whether the account (a column's name) passes the filter. */
export function passesCustomFilter(account: string, filter: CustomFilter): Expression<SqlBool> {
  const own = sql`select 1 from custom_value
    where custom_value.account_id = ${sql.ref(account)} and custom_value.field_id = ${filter.fieldId}`;
  if ('containing' in filter)
    return sql<SqlBool>`exists (${own} and instr(lower(value), lower(${filter.containing})) > 0)`;
  if ('among' in filter) {
    const known = filter.among.filter((value) => value !== null);
    const among = sql<SqlBool>`exists (${own} and value in (select value from json_each(${JSON.stringify(known)})))`;
    return filter.among.includes(null)
      ? sql<SqlBool>`(not exists (${own}) or ${among})`
      : sql<SqlBool>`${among}`;
  }
  const { from, to } = filter;
  return sql<SqlBool>`exists (${own} and (${from} is null or value >= ${from}) and (${to} is null or value <= ${to}))`;
}

/** What the account has in the field, as a value to sort by: a choice by its place among the choices. */
export function customSortValue(account: string, fieldId: number) {
  return sql`(select coalesce(custom_choice.position, value) from custom_value
    left join custom_choice on custom_choice.id = value and custom_choice.field_id = custom_value.field_id
    where custom_value.account_id = ${sql.ref(account)} and custom_value.field_id = ${fieldId}) collate nocase`;
}
