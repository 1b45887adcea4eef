import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import { directionsOf } from './measure.ts';
import { listMeasures } from './measure-query.ts';
import { type HealthModel, problemsOf } from './model.ts';
import { lightTouch } from './templates.ts';

/** A model as it scores now: its latest version and whom it is for. */
export type ModelInForce = {
  /** Null of the built-in one, which holds for whom no model of the book is. */
  readonly id: number | null;
  readonly versionId: number | null;
  readonly version: number;
  readonly madeOn: IsoDate | null;
  /** Empty for everybody. */
  readonly segmentIds: readonly number[];
  readonly model: HealthModel;
};

export const builtInModel: ModelInForce = {
  id: null,
  versionId: null,
  version: 0,
  madeOn: null,
  segmentIds: [],
  model: lightTouch.model,
};

/** The models in the order an account is matched; the last one is the built-in one, unless one for everybody stands before it. */
export async function modelsInForce(db: Reader): Promise<ModelInForce[]> {
  const rows = await db
    .selectFrom('health_model')
    .innerJoin('health_model_version', 'health_model_version.model_id', 'health_model.id')
    .select([
      'health_model.id',
      'health_model_version.id as versionId',
      'version',
      'made_on as madeOn',
      'body',
    ])
    .where('retired_on', 'is', null)
    .orderBy('position')
    .orderBy('health_model.id')
    .orderBy('version')
    .execute();
  const segments = await db.selectFrom('health_model_segment').select(['model_id', 'segment_id']).execute();
  const latest = new Map(rows.map((row) => [row.id, row]));
  const models = [...latest.values()].map(
    ({ body, ...row }): ModelInForce => ({
      ...row,
      segmentIds: segments.filter(({ model_id }) => model_id === row.id).map(({ segment_id }) => segment_id),
      model: JSON.parse(body) as HealthModel,
    }),
  );
  return models.some(({ segmentIds }) => segmentIds.length === 0) ? models : [...models, builtInModel];
}

/** The model an account goes by: the first that is for one of its segments. Others that would be for it too are named. */
export function modelFor(
  models: readonly ModelInForce[],
  segmentIds: ReadonlySet<number>,
): { readonly first: ModelInForce; readonly also: readonly ModelInForce[] } {
  const fitting = models.filter(
    (each) => each.segmentIds.length === 0 || each.segmentIds.some((id) => segmentIds.has(id)),
  );
  const [first = builtInModel, ...also] = fitting;
  return { first, also: also.filter((each) => each.segmentIds.length > 0) };
}

/**
 * Saves a model: a new one, or the next version of one there is.
 * @throws Failure health.model-unsound naming the first problem; record.not-found
 */
export async function saveModel(
  trx: Writer,
  id: number | null,
  { model, segmentIds }: Pick<ModelInForce, 'model' | 'segmentIds'>,
  today: IsoDate,
): Promise<number> {
  const [problem] = problemsOf(model, directionsOf(await listMeasures(trx)));
  if (problem)
    throw new Failure('health.model-unsound', {
      problem: problem.problem,
      at: problem.measure ?? problem.group ?? '',
    });
  const modelId = id ?? (await addModel(trx));
  const { last } = await trx
    .selectFrom('health_model_version')
    .select((max) => max.fn.max('version').as('last'))
    .where('model_id', '=', modelId)
    .executeTakeFirstOrThrow();
  if (id !== null && last === null) throw new Failure('record.not-found', { noun: 'health_model', id });
  const body = JSON.stringify(model);
  await trx
    .insertInto('health_model_version')
    .values({ model_id: modelId, version: (last ?? 0) + 1, made_on: today, body })
    .execute();
  await trx.deleteFrom('health_model_segment').where('model_id', '=', modelId).execute();
  for (const segment_id of segmentIds)
    await trx.insertInto('health_model_segment').values({ model_id: modelId, segment_id }).execute();
  return modelId;
}

async function addModel(trx: Writer): Promise<number> {
  const { last } = await trx
    .selectFrom('health_model')
    .select((max) => max.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto('health_model')
    .values({ position: (last ?? 0) + 1, retired_on: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The model scores nobody any more; its accounts go by the next one, and what it scored stays. @throws Failure record.not-found */
export async function retireModel(trx: Writer, id: number, today: IsoDate): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('health_model')
    .set({ retired_on: today })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'health_model', id });
}

/** Moves a model to the front: accounts that are in the segments of several go by it. */
export async function putModelFirst(trx: Writer, id: number): Promise<void> {
  const { first } = await trx
    .selectFrom('health_model')
    .select((min) => min.fn.min('position').as('first'))
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('health_model')
    .set({ position: (first ?? 0) - 1 })
    .where('id', '=', id)
    .execute();
}
