import { Failure } from '../failure.ts';
import { naming } from '../name-taken.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { OwnMeasure } from './measure.ts';
import type { TemplateMeasure } from './templates.ts';

/** The user's own measures in their order, retired ones last. */
export async function listMeasures(db: Reader): Promise<OwnMeasure[]> {
  const rows = await db
    .selectFrom('health_measure')
    .selectAll()
    .orderBy((eb) => eb('retired_on', 'is not', null))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    nameZh: row.name_zh,
    unit: row.unit,
    direction: row.direction,
    mode: row.mode,
    least: row.least,
    most: row.most,
    redefinedOn: row.redefined_on,
    isRetired: row.retired_on !== null,
  }));
}

export type MeasureFacts = Omit<OwnMeasure, 'id' | 'key' | 'redefinedOn' | 'isRetired'>;

/** @throws Failure record.invalid where the scale is upside down */
export async function createMeasure(
  trx: Writer,
  facts: MeasureFacts,
  key: string | null = null,
): Promise<number> {
  const { last } = await trx
    .selectFrom('health_measure')
    .select((max) => max.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const { id } = await naming(facts.name, () =>
    trx
      .insertInto('health_measure')
      .values({
        ...rowOf(facts),
        key: key ?? `own-${crypto.randomUUID().slice(0, 8)}`,
        position: (last ?? 0) + 1,
        value_point_id: null,
        redefined_on: null,
        retired_on: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/**
 * Another unit or direction is another meaning: readings from before the day it changed no longer count.
 * @throws Failure record.not-found
 */
export async function editMeasure(
  trx: Writer,
  id: number,
  facts: MeasureFacts,
  today: IsoDate,
): Promise<void> {
  const before = await trx
    .selectFrom('health_measure')
    .select(['unit', 'direction'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!before) throw new Failure('record.not-found', { noun: 'health_measure', id });
  const isOther = before.unit !== facts.unit || before.direction !== facts.direction;
  await trx
    .updateTable('health_measure')
    .set({ ...rowOf(facts), ...(isOther && { redefined_on: today }) })
    .where('id', '=', id)
    .execute();
}

/** Nobody reads it any more (null: they do again); its readings stay. @throws Failure record.not-found */
export async function retireMeasure(trx: Writer, id: number, on: IsoDate | null): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('health_measure')
    .set({ retired_on: on })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'health_measure', id });
}

/** The measures a template brings along, those that are there already left as they are. */
export async function takeTemplateMeasures(trx: Writer, measures: readonly TemplateMeasure[]): Promise<void> {
  const known = new Set((await listMeasures(trx)).map(({ key }) => key));
  for (const { key, name, ...facts } of measures)
    if (!known.has(key)) await createMeasure(trx, { ...facts, name: name.en, nameZh: name['zh-CN'] }, key);
}

function rowOf({ nameZh, ...facts }: MeasureFacts) {
  if (facts.least !== null && facts.most !== null && facts.least >= facts.most)
    throw new Failure('health.scale-upside-down');
  return { ...facts, name_zh: nameZh };
}
