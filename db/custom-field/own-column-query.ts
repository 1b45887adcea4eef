import { nameIdentity } from '../import/plan.ts';
import type { Reader, Writer } from '../schema.ts';
import { placeByName } from '../segment/placement-query.ts';
import { schemeOf, segmentKey } from '../segment/rule.ts';
import { customFact, factAmount, newChoice, plannedColumn } from './own-column.ts';
import { type CustomField, createCustomChoice, listCustomFields } from './query.ts';
import type { CustomValue } from './rule.ts';
import { customFieldKey, customFieldOf } from './rule.ts';
import { writeCustomValues } from './value-query.ts';

type Fact = string | number;

/** What every account has in its own columns (custom-field/own-column.ts). */
export async function ownFacts(db: Reader): Promise<ReadonlyMap<number, Readonly<Record<string, Fact>>>> {
  const facts = new Map<number, Record<string, Fact>>();
  const say = (accountId: number, column: string, fact: Fact) => {
    const own = facts.get(accountId) ?? {};
    own[column] = fact;
    facts.set(accountId, own);
  };
  for (const { account_id, scheme_id, segment_id } of await db
    .selectFrom('segment_placement')
    .selectAll()
    .execute())
    say(account_id, `segment-${scheme_id}`, `#${segment_id}`);
  for (const { account_id, field_id, kind, value, currency } of await db
    .selectFrom('custom_value')
    .innerJoin('custom_field', 'custom_field.id', 'field_id')
    .select(['account_id', 'field_id', 'kind', 'value', 'currency'])
    .execute())
    say(account_id, `custom-${field_id}`, customFact(kind, value, currency));
  return facts;
}

export type OwnFact = { readonly accountId: number; readonly column: string; readonly fact: Fact };

/** Writes an import's own columns: places the accounts, and fills the user's fields. What is new is made first. */
export async function writeOwnFacts(trx: Writer, facts: readonly OwnFact[]): Promise<void> {
  if (facts.length === 0) return;
  const segments = await trx.selectFrom('segment').select(['id', 'name']).execute();
  const nameOf = new Map(segments.map(({ id, name }) => [`#${id}`, name]));
  const fields = new Map((await listCustomFields(trx)).map((field) => [field.id, field]));
  const resolved = await plannedColumns(trx);
  for (const [stated, own] of Map.groupBy(facts, (each) => each.column)) {
    const column = resolved(stated);
    const schemeId = schemeOf(column);
    if (schemeId !== null) {
      const named = own.map(({ accountId, fact }) => ({
        accountId,
        segment: newName(fact) ?? nameOf.get(String(fact)) ?? null,
      }));
      await placeByName(trx, schemeId, named);
    }
    const field = fields.get(customFieldOf(column) ?? 0);
    if (field) await fill(trx, field, own);
  }
}

/** The column a planned one has become, once its scheme or field is written; any other column as it is. */
export async function plannedColumns(db: Reader): Promise<(column: string) => string> {
  const fields = await db.selectFrom('custom_field').select(['id', 'name']).execute();
  const schemes = await db.selectFrom('segmentation_scheme').select(['id', 'name']).execute();
  const keys = new Map([
    ...fields.map(({ id, name }) => [`custom ${nameIdentity(name)}`, customFieldKey(id)] as const),
    ...schemes.map(({ id, name }) => [`segment ${nameIdentity(name)}`, segmentKey(id)] as const),
  ]);
  return (column) => {
    const planned = plannedColumn(column);
    return (planned && keys.get(`${planned.is} ${nameIdentity(planned.name)}`)) ?? column;
  };
}

async function fill(trx: Writer, field: CustomField, own: readonly OwnFact[]): Promise<void> {
  const made = new Map(field.choices.map(({ id, name }) => [name, id]));
  for (const { fact } of own) {
    const name = newName(fact);
    if (name !== null && !made.has(name)) made.set(name, await createCustomChoice(trx, field.id, name));
  }
  const values = own.map(({ accountId, fact }) => ({
    accountId,
    fieldId: field.id,
    value: customValue(field, fact, made),
  }));
  await writeCustomValues(trx, values);
}

function customValue(
  { kind }: CustomField,
  fact: Fact,
  made: ReadonlyMap<string, number>,
): CustomValue | null {
  if (kind === 'money') return factAmount(String(fact));
  if (kind !== 'choice') return { value: fact, currency: null };
  const name = newName(fact);
  const id = name === null ? Number(String(fact).slice(1)) : made.get(name);
  return id === undefined ? null : { value: id, currency: null };
}

function newName(fact: Fact): string | null {
  return typeof fact === 'string' && fact.startsWith(newChoice) ? fact.slice(newChoice.length).trim() : null;
}
