import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../../../db/failure.ts';
import { indicatorsOf, type MaturityModel, mostLevels, scoringKinds } from '../../../db/maturity/model.ts';
import type { Part } from '../../../db/maturity/model-document.ts';
import {
  beginDraft,
  deleteModel,
  discardDraft,
  draftName,
  editDraft,
  getDraft,
  listDrafts,
  modelUses,
  publishDraft,
  reshapeDraft,
} from '../../../db/maturity/model-draft-query.ts';
import {
  availableModel,
  availableModels,
  copyKey,
  isBuiltIn,
  modelVersion,
} from '../../../db/maturity/model-query.ts';
import { builtInModels } from '../../../db/maturity/models.ts';
import type { Book } from '../../../db/open.ts';
import { record } from '../../../db/record.ts';
import { type Language, languages } from '../../../db/types/language.ts';
import { saveExport } from '../../export/save-export.ts';
import {
  type ModelInFile,
  modelFile,
  modelFileKinds,
  modelFileName,
  readModelFile,
} from '../../maturity/model-file.ts';
import { messagesIn } from '../../messages.ts';
import { one } from '../field.ts';
import { bookProcedure, router } from '../trpc.ts';
import { uploaded } from '../uploaded.ts';

const ofKey = z.object({ key: z.string().max(200) });
const levelNumber = z.int().min(1).max(mostLevels);
const modelEdit = z.union([
  one.extend({ path: z.string().max(500), value: z.json() }),
  one.extend({
    reshape: z.discriminatedUnion('action', [
      z.strictObject({
        action: z.literal('add-level'),
        level: levelNumber,
        key: z.string().regex(/^own-[a-z0-9]{1,20}$/),
      }),
      z.strictObject({ action: z.literal('remove-level'), level: levelNumber }),
      z.strictObject({ action: z.literal('score-by'), kind: z.enum(scoringKinds) }),
    ]),
  }),
]);
/** A version of a model or a draft, as a file of a kind in a language. */
const asFile = z.object({
  source: z.union([
    z.strictObject({ key: z.string(), version: z.int() }),
    z.strictObject({ draft: z.int() }),
  ]),
  kind: z.enum(modelFileKinds),
  language: z.enum(languages),
});

export const maturityModelRouter = router({
  /** What assessments may be started with, how often each was used, and what is being written. */
  list: bookProcedure.query(async ({ ctx: { book } }) => {
    const [models, drafts, uses] = await Promise.all([
      availableModels(book.db),
      listDrafts(book.db),
      modelUses(book.db),
    ]);
    return {
      models: models.map((model) => {
        const { used = 0, latest = null, versions = [] } = uses.get(model.key) ?? {};
        return {
          key: model.key,
          version: model.version,
          name: model.name,
          purpose: model.purpose,
          isBuiltIn: isBuiltIn(model.key),
          indicators: indicatorsOf(model).length,
          draft: drafts.find(({ key }) => key === model.key)?.id ?? null,
          used,
          latest,
          /** Those before it that the book keeps, because assessments were made with them. */
          earlier: versions.filter(({ version }) => version !== model.version),
        };
      }),
      drafts: drafts.map((draft) => ({ id: draft.id, key: draft.key, name: draftName(draft) })),
    };
  }),

  draft: bookProcedure.input(one).query(({ ctx: { book }, input }) => getDraft(book.db, input.id)),

  /** Begins to write: a copy of a built-in model, or the next version of one's own. */
  begin: bookProcedure.input(ofKey).mutation(async ({ ctx: { book }, input }) => {
    const model = await availableModel(book.db, input.key);
    const copied = isBuiltIn(model.key) ? named(copyOf(model)) : model;
    return { id: await begin(book, 'maturity-model.begin', copied) };
  }),

  /** One part exchanged, or the scale or the scoring changed with all that follows; one action either way. */
  edit: bookProcedure.input(modelEdit).mutation(async ({ ctx: { book }, input }) => {
    const name = await nameOfDraft(book, input.id);
    await record(book, { key: 'maturity-model.edit', parameters: { name } }, (trx) =>
      'reshape' in input
        ? reshapeDraft(trx, input.id, input.reshape)
        : editDraft(trx, input.id, { path: input.path, value: input.value }),
    );
  }),

  discard: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const name = await nameOfDraft(book, id);
    await record(book, { key: 'maturity-model.discard', parameters: { name } }, (trx) =>
      discardDraft(trx, id),
    );
  }),

  publish: bookProcedure.input(one).mutation(async ({ ctx: { book }, input: { id } }) => {
    const name = await nameOfDraft(book, id);
    return {
      version: await record(book, { key: 'maturity-model.publish', parameters: { name } }, (trx) =>
        publishDraft(trx, id),
      ),
    };
  }),

  delete: bookProcedure.input(ofKey).mutation(async ({ ctx: { book }, input: { key } }) => {
    if (isBuiltIn(key)) throw new Failure('maturity-model.built-in');
    const { name } = await availableModel(book.db, key);
    await record(
      book,
      { key: 'maturity-model.delete', parameters: { name: await inWords(book, name) } },
      (trx) => deleteModel(trx, key),
    );
  }),

  fileName: bookProcedure
    .input(asFile)
    .query(async ({ ctx: { book }, input: { source, kind, language } }) =>
      modelFileName(await documentOf(book, source), kind, language),
    ),

  export: bookProcedure
    .input(asFile.extend({ path: z.string().min(1) }))
    .mutation(async ({ ctx: { book }, input: { source, kind, language, path } }) => {
      await saveExport(path, await modelFile(await documentOf(book, source), kind, language, book.now()));
    }),

  /** What a file holds, and everything that is wrong with it; writes nothing. */
  inspect: bookProcedure
    .input(z.object({ upload: z.string() }))
    .query(async ({ ctx: { service }, input }) => {
      const { model, ...rest }: ModelInFile = readModelFile(await uploaded(service, input.upload));
      return {
        ...rest,
        model: model && {
          name: model.name,
          purpose: model.purpose,
          version: model.version,
          dimensions: model.dimensions.length,
          indicators: indicatorsOf(model).length,
        },
      };
    }),

  /** Takes the model of a file in as a draft of its own. @throws Failure maturity-model.incomplete where more than texts is missing */
  import: bookProcedure.input(z.object({ upload: z.string() })).mutation(async ({ ctx, input }) => {
    const { model, problemCount } = readModelFile(await uploaded(ctx.service, input.upload));
    if (!model) throw new Failure('maturity-model.incomplete', { count: problemCount });
    return { id: await begin(ctx.book, 'maturity-model.import', await unlikeOthers(ctx.book, model)) };
  }),
});

async function begin(
  book: Book,
  action: 'maturity-model.begin' | 'maturity-model.import',
  model: MaturityModel,
): Promise<number> {
  const parameters = { name: await inWords(book, model.name) };
  return record(book, { key: action, parameters }, (trx) => beginDraft(trx, model.key, asPart(model)));
}

/** A model of one's own, whose versions count from 1. */
function copyOf(model: MaturityModel): MaturityModel {
  return { ...model, key: copyKey(model.key, randomUUID()), version: 1 };
}

/** Told apart from the one it was copied from, until it has a name of its own. */
function named(model: MaturityModel): MaturityModel {
  const nameIn = (language: Language) =>
    messagesIn(language)('maturityModel.copyOf', { name: model.name[language] });
  return { ...model, name: { en: nameIn('en'), 'zh-CN': nameIn('zh-CN') } };
}

/** A model from elsewhere never becomes a version of one that is here already. */
async function unlikeOthers(book: Book, model: MaturityModel): Promise<MaturityModel> {
  const taken = [...(await availableModels(book.db)), ...(await listDrafts(book.db)), ...builtInModels];
  return taken.some(({ key }) => key === model.key) ? copyOf(model) : { ...model, version: 1 };
}

async function documentOf(
  book: Book,
  source: { readonly key: string; readonly version: number } | { readonly draft: number },
): Promise<Part> {
  if ('draft' in source) return (await getDraft(book.db, source.draft)).document;
  return asPart(await modelVersion(book.db, source.key, source.version));
}

function asPart(model: MaturityModel): Part {
  return JSON.parse(JSON.stringify(model)) as Part;
}

async function nameOfDraft(book: Book, id: number): Promise<string> {
  return inWords(book, draftName(await getDraft(book.db, id)));
}

/** What history calls it, in the book's language where it has a name there. */
async function inWords(book: Book, name: MaturityModel['name']): Promise<string> {
  const { language } = await book.db.selectFrom('book').select('language').executeTakeFirstOrThrow();
  const [first, other] = language === 'zh-CN' ? [name['zh-CN'], name.en] : [name.en, name['zh-CN']];
  return first || other;
}
