import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import {
  isBilingual,
  isPlain,
  isRecord,
  type Part,
  type PartEdit,
  partAt,
  withPart,
} from './model-document.ts';
import { storeModel } from './model-query.ts';
import { readMaturityModel } from './model-reading.ts';
import { canReshape, type Reshaping, reshaped } from './model-shape.ts';

/** A model being written. */
export type ModelDraft = { readonly id: number; readonly key: string; readonly document: Part };

/** The most a model's document may weigh, in characters: twenty times the largest that is built in. */
export const longestModel = 1_000_000;

export async function listDrafts(db: Reader): Promise<ModelDraft[]> {
  const [drafts, edits] = await Promise.all([
    db.selectFrom('maturity_model_draft').selectAll().orderBy('id').execute(),
    db.selectFrom('maturity_model_edit').selectAll().orderBy('id').execute(),
  ]);
  return drafts.map(({ id, key, body }) => ({
    id,
    key,
    document: edits
      .filter(({ draft_id }) => draft_id === id)
      .reduce((document, { path, value }) => withPart(document, path, JSON.parse(value)), JSON.parse(body)),
  }));
}

/** @throws Failure record.not-found */
export async function getDraft(db: Reader, id: number): Promise<ModelDraft> {
  const draft = (await listDrafts(db)).find((each) => each.id === id);
  if (!draft) throw new Failure('record.not-found', { noun: 'maturity_model_draft', id });
  return draft;
}

/** Begins a draft, or goes on with the one of that key. */
export async function beginDraft(trx: Writer, key: string, document: Part): Promise<number> {
  const begun = await trx
    .selectFrom('maturity_model_draft')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst();
  if (begun) return begun.id;
  const { id } = await trx
    .insertInto('maturity_model_draft')
    .values({ key, body: JSON.stringify(document) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Exchanges one part of a draft. A text or a figure is one small row; what has parts of its own is written with the whole.
 * @throws Failure record.not-found; record.invalid for a path the draft does not have, or a document grown too large
 */
export async function editDraft(trx: Writer, id: number, { path, value }: PartEdit): Promise<void> {
  const draft = await getDraft(trx, id);
  const here = partAt(draft.document, path);
  if (here === undefined || path === '' || path === 'key' || path === 'version' || path === 'format')
    throw new Failure('record.invalid', { reason: path });
  const document = withPart(draft.document, path, value);
  if (!isPlain(value) || !isPlain(here)) return writeWhole(trx, draft, document);
  bodyOf(draft, document);
  const text = JSON.stringify(value);
  await trx
    .insertInto('maturity_model_edit')
    .values({ draft_id: id, path, value: text })
    .onConflict((conflict) => conflict.columns(['draft_id', 'path']).doUpdateSet({ value: text }))
    .execute();
}

/**
 * Changes a draft's scale or scoring, with everything that follows from it.
 * @throws Failure record.not-found; record.invalid for a level that cannot come or go, or a document grown too large
 */
export async function reshapeDraft(trx: Writer, id: number, change: Reshaping): Promise<void> {
  const draft = await getDraft(trx, id);
  if (!canReshape(draft.document, change)) throw new Failure('record.invalid', { reason: draft.key });
  await writeWhole(trx, draft, reshaped(draft.document, change));
}

async function writeWhole(trx: Writer, draft: ModelDraft, document: Part): Promise<void> {
  const body = bodyOf(draft, document);
  await trx.deleteFrom('maturity_model_edit').where('draft_id', '=', draft.id).execute();
  await trx.updateTable('maturity_model_draft').set({ body }).where('id', '=', draft.id).execute();
}

/** @throws Failure record.invalid for a document grown too large */
function bodyOf({ key }: ModelDraft, document: Part): string {
  const body = JSON.stringify(document);
  if (body.length > longestModel) throw new Failure('record.invalid', { reason: key });
  return body;
}

/** @throws Failure record.not-found */
export async function discardDraft(trx: Writer, id: number): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('maturity_model_draft')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'maturity_model_draft', id });
}

/**
 * Makes the draft the next version of its model; from then on it never changes.
 * @returns the version
 * @throws Failure record.not-found; maturity-model.incomplete with the number of places that are not right yet
 */
export async function publishDraft(trx: Writer, id: number): Promise<number> {
  const { key, document } = await getDraft(trx, id);
  const { top } = await trx
    .selectFrom('maturity_model')
    .select((row) => row.fn.max('version').as('top'))
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  const version = (top ?? 0) + 1;
  const { model, problems } = readMaturityModel(
    isRecord(document) ? { ...document, key, version } : document,
  );
  if (!model) throw new Failure('maturity-model.incomplete', { count: problems.length });
  await storeModel(trx, model);
  await discardDraft(trx, id);
  return version;
}

/**
 * Takes a model the user wrote out of the book, all versions and its draft.
 * @throws Failure maturity-model.in-use with how many assessments were made with it, and the latest day
 */
export async function deleteModel(trx: Writer, key: string): Promise<void> {
  const use = (await modelUses(trx)).get(key);
  if (use?.latest) throw new Failure('maturity-model.in-use', { count: use.used, date: use.latest });
  await trx.deleteFrom('maturity_model_draft').where('key', '=', key).execute();
  await trx.deleteFrom('maturity_model').where('key', '=', key).execute();
}

/** How a model was used: in all, and version by version as far as the book keeps them, the newest first. */
export type ModelUse = {
  readonly used: number;
  /** The day of the latest assessment. */
  readonly latest: IsoDate | null;
  readonly versions: readonly { readonly version: number; readonly used: number }[];
};

/** By key, of every model the book keeps a version of. */
export async function modelUses(db: Reader): Promise<ReadonlyMap<string, ModelUse>> {
  const rows = await db
    .selectFrom('maturity_model')
    .leftJoin('assessment', 'model_id', 'maturity_model.id')
    .select(['key', 'version'])
    .select((row) => [
      row.fn.count<number>('assessment.id').as('used'),
      row.fn.max('assessed_on').as('latest'),
    ])
    .groupBy('maturity_model.id')
    .orderBy('version', 'desc')
    .execute();
  const uses = [...Map.groupBy(rows, ({ key }) => key)].map(([key, versions]): [string, ModelUse] => {
    const days = versions.flatMap(({ latest }) => latest ?? []).sort();
    const used = versions.reduce((sum, each) => sum + each.used, 0);
    return [key, { used, latest: days.at(-1) ?? null, versions }];
  });
  return new Map(uses);
}

/** What a draft is called so far, in both languages. */
export function draftName({ document, key }: ModelDraft) {
  const name = partAt(document, 'name');
  return isBilingual(name)
    ? { en: name.en || key, 'zh-CN': name['zh-CN'] || key }
    : { en: key, 'zh-CN': key };
}
