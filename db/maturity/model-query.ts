import { type Selectable, type SqlBool, sql } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { MaturityModel } from './model.ts';
import { readMaturityModel } from './model-reading.ts';
import { builtInModels } from './models.ts';
import type { MaturityModelTable } from './table.ts';

/** The row of this model version, written on first use, so that an assessment keeps the version it was made with. */
export async function storeModel(trx: Writer, model: MaturityModel): Promise<number> {
  const { key, version } = model;
  const kept = await trx
    .selectFrom('maturity_model')
    .select('id')
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  if (kept) return kept.id;
  const { id } = await trx
    .insertInto('maturity_model')
    .values({ key, version, body: JSON.stringify(model) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Whether a row of maturity_model is of the built-in model of customers' maturity, or of a copy of it, which measures the
 * same in the user's own words. A copy is known by its key: see `copyKey`.
 */
export const isCustomerMaturity = sql<SqlBool>`(maturity_model.key = 'customer-maturity'
  or maturity_model.key glob ${`customer-maturity-${'[0-9a-f]'.repeat(8)}`})`;

/** The key of a copy: that of the model it was made from, and eight hex digits of its own. Never shown. */
export function copyKey(of: string, own: string): string {
  return `${of}-${own.slice(0, 8)}`;
}

/** The model versions this book has used, by their row. */
export async function storedModels(db: Reader): Promise<ReadonlyMap<number, MaturityModel>> {
  const rows = await db.selectFrom('maturity_model').selectAll().execute();
  return new Map(rows.map((row) => [row.id, modelOf(row)]));
}

/** The models an assessment may be started with: the built-in ones, and the latest version of each the user wrote. */
export async function availableModels(db: Reader): Promise<readonly MaturityModel[]> {
  const own = [...(await storedModels(db)).values()].filter(({ key }) => !isBuiltIn(key));
  const latest = new Map(own.toSorted((a, b) => a.version - b.version).map((model) => [model.key, model]));
  return [...builtInModels, ...latest.values()];
}

/** @throws Failure record.not-found */
export async function availableModel(db: Reader, key: string): Promise<MaturityModel> {
  const model = (await availableModels(db)).find((each) => each.key === key);
  if (!model) throw new Failure('record.not-found', { noun: 'maturity_model', id: key });
  return model;
}

/** A version of a model: one the book keeps, or the one an assessment is started with. @throws Failure record.not-found */
export async function modelVersion(db: Reader, key: string, version: number): Promise<MaturityModel> {
  const kept = await db
    .selectFrom('maturity_model')
    .selectAll()
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  if (kept) return modelOf(kept);
  const model = await availableModel(db, key);
  if (model.version !== version) throw new Failure('record.not-found', { noun: 'maturity_model', id: key });
  return model;
}

export function isBuiltIn(key: string): boolean {
  return builtInModels.some((model) => model.key === key);
}

export async function storedModel(db: Reader, id: number): Promise<MaturityModel> {
  return modelOf(
    await db.selectFrom('maturity_model').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

/**
 * Models read before, by the text they are kept as: a version never changes, and every answer, list and chart asks for its
 * model again. The one read longest ago makes room.
 */
const readBefore = new Map<string, MaturityModel>();
const mostReadBefore = 50;

function modelOf({ key, version, body }: Selectable<MaturityModelTable>): MaturityModel {
  const known = readBefore.get(body);
  if (known) return known;
  const { model, problems } = readMaturityModel(JSON.parse(body));
  if (!model) throw new TypeError(`maturity model ${key} ${version} is damaged: ${JSON.stringify(problems)}`);
  readBefore.set(body, model);
  const [oldest] = readBefore.keys();
  if (readBefore.size > mostReadBefore && oldest !== undefined) readBefore.delete(oldest);
  return model;
}
