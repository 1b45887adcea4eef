import { Failure } from '../failure.ts';
import { naming } from '../name-taken.ts';
import type { Reader, Writer } from '../schema.ts';
import type { CustomFieldKind } from './rule.ts';

export type CustomChoice = { readonly id: number; readonly name: string; readonly isRetired: boolean };
export type CustomField = {
  readonly id: number;
  readonly name: string;
  readonly kind: CustomFieldKind;
  readonly isRetired: boolean;
  /** In their order; empty for every kind but a choice. */
  readonly choices: readonly CustomChoice[];
  /** How many accounts have something in it. */
  readonly used: number;
};

/** Every field in its order, the retired ones too. */
export async function listCustomFields(db: Reader): Promise<CustomField[]> {
  const [fields, choices, uses] = await Promise.all([
    db.selectFrom('custom_field').selectAll().orderBy('position').orderBy('id').execute(),
    db.selectFrom('custom_choice').selectAll().orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('custom_value')
      .select('field_id')
      .select((count) => count.fn.countAll<number>().as('used'))
      .groupBy('field_id')
      .execute(),
  ]);
  const own = Map.groupBy(choices, ({ field_id }) => field_id);
  const used = new Map(uses.map((use) => [use.field_id, use.used]));
  return fields.map(({ id, name, kind, is_retired }) => ({
    id,
    name,
    kind,
    isRetired: is_retired === 1,
    choices: (own.get(id) ?? []).map((choice) => ({
      id: choice.id,
      name: choice.name,
      isRetired: choice.is_retired === 1,
    })),
    used: used.get(id) ?? 0,
  }));
}

/** The fields that are in use, in their order. */
export async function liveCustomFields(db: Reader): Promise<CustomField[]> {
  return (await listCustomFields(db)).filter(({ isRetired }) => !isRetired);
}

/** @throws Failure record.not-found */
export async function getCustomField(db: Reader, id: number): Promise<CustomField> {
  const field = (await listCustomFields(db)).find((each) => each.id === id);
  if (!field) throw new Failure('record.not-found', { noun: 'custom_field', id });
  return field;
}

/** At the end of the fields. @throws Failure record.name-taken, by a retired field too */
export async function createCustomField(
  trx: Writer,
  { name, kind, choices }: { name: string; kind: CustomFieldKind; choices: readonly string[] },
): Promise<number> {
  const { last } = await trx
    .selectFrom('custom_field')
    .select((max) => max.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const { id } = await naming(name, () =>
    trx
      .insertInto('custom_field')
      .values({ name, kind, position: (last ?? 0) + 1 })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  if (kind === 'choice')
    await setCustomChoices(
      trx,
      id,
      choices.map((choice) => ({ id: null, name: choice })),
    );
  return id;
}

/** Values hang on the field's id, so a new name changes nothing else. @throws Failure record.not-found, record.name-taken */
export async function renameCustomField(trx: Writer, id: number, name: string): Promise<void> {
  const { numUpdatedRows } = await naming(name, () =>
    trx.updateTable('custom_field').set({ name }).where('id', '=', id).executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'custom_field', id });
}

/**
 * Makes these the choices of a field, in this order. One left out is deleted, or, where accounts have it, retired: they
 * keep it and nobody is offered it.
 * @throws Failure record.name-taken
 */
export async function setCustomChoices(
  trx: Writer,
  fieldId: number,
  choices: readonly { readonly id: number | null; readonly name: string }[],
): Promise<void> {
  const known = await trx.selectFrom('custom_choice').selectAll().where('field_id', '=', fieldId).execute();
  for (const { id } of known.filter((each) => !choices.some((choice) => choice.id === each.id))) {
    const use = await trx
      .selectFrom('custom_value')
      .select('id')
      .where('field_id', '=', fieldId)
      .where('value', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (use) await trx.updateTable('custom_choice').set({ is_retired: 1 }).where('id', '=', id).execute();
    else await trx.deleteFrom('custom_choice').where('id', '=', id).execute();
  }
  for (const [at, { id, name }] of choices.entries()) {
    // A choice written again under the name of a retired one is that one.
    const retired = known.find(
      (each) => each.is_retired === 1 && each.name.toLowerCase() === name.toLowerCase(),
    );
    const facts = { name, position: at + 1, is_retired: 0 } as const;
    const same = id ?? retired?.id ?? null;
    await naming(name, async () => {
      if (same === null)
        await trx
          .insertInto('custom_choice')
          .values({ ...facts, field_id: fieldId })
          .execute();
      else
        await trx
          .updateTable('custom_choice')
          .set(facts)
          .where('id', '=', same)
          .where('field_id', '=', fieldId)
          .execute();
    });
  }
}

/** At the end of a field's choices; one of that name that was retired is offered again. @returns its id */
export async function createCustomChoice(trx: Writer, fieldId: number, name: string): Promise<number> {
  const { choices } = await getCustomField(trx, fieldId);
  const { id } = await trx
    .insertInto('custom_choice')
    .values({ field_id: fieldId, name, position: choices.length + 1 })
    .onConflict((conflict) => conflict.columns(['field_id', 'name']).doUpdateSet({ is_retired: 0 }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts the fields in this order. */
export async function reorderCustomFields(trx: Writer, ids: readonly number[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await trx
      .updateTable('custom_field')
      .set({ position: at + 1 })
      .where('id', '=', id)
      .execute();
}

/** Takes a field out of use, or (false) brings it back with all its values. @throws Failure record.not-found */
export async function retireCustomField(trx: Writer, id: number, isRetired: boolean): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('custom_field')
    .set({ is_retired: isRetired ? 1 : 0 })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'custom_field', id });
}
