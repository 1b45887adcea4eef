import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { sketchModel } from '../testing/maturity-model.ts';
import { redo, undo } from '../undo.ts';
import { aimAt, answerIndicator, finishAssessment, reopenAssessment } from './answer-query.ts';
import { indicatorsOf, type MaturityModel } from './model.ts';
import { readMaturityModel } from './model-reading.ts';
import { reshaped } from './model-shape.ts';
import { builtInModels } from './models.ts';
import {
  createAssessment,
  deleteAssessment,
  editAssessment,
  findAccountMaturity,
  finishedWithModel,
  getAssessment,
  listAssessments,
  madeBefore,
} from './query.ts';

const model = sketchModel([{ key: 'a', indicators: [1, 1] }, { key: 'b' }]);
let book: Book;
let accountId: number;

beforeEach(async () => {
  book = await memoryBook();
  accountId = await record(book, { key: 'account.create' }, async (trx) => {
    const unknown = { key: null, legal_name: null, industry: null, size: null, region: null, tier: null };
    const nobody = { owner: null, sales_owner: null, description: null };
    const { id } = await trx
      .insertInto('account')
      .values({ name: '云集供应链', ...unknown, ...nobody, customer_since: null, archived_at: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
});
afterEach(() => book.close());

type Start = { on?: string; of?: MaturityModel; company?: string };
const start = ({ on = '2026-11-05', of = model, company }: Start = {}) =>
  record(book, { key: 'assessment.create', parameters: { name: 'x' } }, (trx) =>
    createAssessment(trx, of, {
      account_id: company === undefined ? accountId : null,
      company: company ?? null,
      assessed_on: on,
      assessor: '林悦',
    }),
  );
const answer = (id: number, indicator: string, change: Parameters<typeof answerIndicator>[3]) =>
  record(book, { key: 'assessment.answer', parameters: { name: 'x' } }, (trx) =>
    answerIndicator(trx, id, indicator, change),
  );
const finish = (id: number) =>
  record(book, { key: 'assessment.finish', parameters: { name: 'x' } }, (trx) =>
    finishAssessment(trx, id, '2026-11-06'),
  );
const assess = async (levels: readonly [number, number, number], facts: Start = {}) => {
  const id = await start(facts);
  for (const [at, indicator] of ['a-1', 'a-2', 'b-1'].entries())
    await answer(id, indicator, { level: levels[at] ?? null });
  await finish(id);
  return id;
};

describe('answering', () => {
  test('keeps a level, its evidence and its confidence, each written when it was given', async () => {
    const id = await start();
    await answer(id, 'a-1', { evidence: 'Minutes of October' });
    await answer(id, 'a-1', { level: 3 });
    await answer(id, 'a-1', { confidence: 'high' });
    expect((await getAssessment(book.db, id)).answers).toEqual([
      {
        indicator: 'a-1',
        level: 3,
        applicable: true,
        reason: null,
        confidence: 'high',
        evidence: 'Minutes of October',
        note: null,
        because: null,
        figures: null,
      },
    ]);
  });

  test('not applicable takes the level away, and a level the reason', async () => {
    const id = await start();
    await answer(id, 'b-1', { level: 2 });
    await answer(id, 'b-1', { notApplicableBecause: 'No such team' });
    const [skipped] = (await getAssessment(book.db, id)).answers;
    expect(skipped).toMatchObject({ level: null, applicable: false, reason: 'No such team' });
    await answer(id, 'b-1', { level: 4 });
    const [back] = (await getAssessment(book.db, id)).answers;
    expect(back).toMatchObject({ level: 4, applicable: true, reason: null });
  });

  test('every answer is an action of its own, undone and redone alone', async () => {
    const id = await start();
    await answer(id, 'a-1', { level: 3 });
    await answer(id, 'a-2', { level: 2 });
    await undo(book);
    expect((await getAssessment(book.db, id)).answers.map(({ indicator }) => indicator)).toEqual(['a-1']);
    await redo(book);
    expect((await getAssessment(book.db, id)).answers.map(({ level }) => level)).toEqual([3, 2]);
  });

  test.each([
    ['c-9', 1],
    ['a-1', 5],
    ['a-1', 0],
  ])('%s at level %i is refused', async (indicator, level) => {
    const id = await start();
    await expect(answer(id, indicator, { level })).rejects.toMatchObject({
      code: 'assessment.outside-model',
    });
  });

  test('a finished assessment is closed until it is reopened', async () => {
    const id = await assess([2, 2, 2]);
    await expect(answer(id, 'a-1', { level: 3 })).rejects.toMatchObject({ code: 'assessment.finished' });
    await record(book, { key: 'assessment.reopen', parameters: { name: 'x' } }, (trx) =>
      reopenAssessment(trx, id),
    );
    await answer(id, 'a-1', { level: 3 });
    expect((await getAssessment(book.db, id)).result.overall).toBe(2.25);
  });
});

describe('finishing', () => {
  test('writes down what it came to, for lists', async () => {
    await assess([4, 3, 3]);
    expect(await listAssessments(book.db)).toMatchObject([
      {
        subject: '云集供应链',
        finishedOn: '2026-11-06',
        settled: 3,
        indicators: 3,
        highest: 4,
        overall: 3.25,
        stage: { key: 'fourth' },
      },
    ]);
  });

  test('with too little answered writes no overall figure', async () => {
    const id = await start();
    await answer(id, 'a-1', { level: 3 });
    await finish(id);
    expect(await listAssessments(book.db)).toMatchObject([{ settled: 1, overall: null, stage: null }]);
    await undo(book);
    expect((await getAssessment(book.db, id)).finishedOn).toBeNull();
  });
});

test('the level aimed at is set, changed and left to the rule again', async () => {
  const id = await assess([2, 2, 2]);
  const aim = (level: number | null) =>
    record(book, { key: 'assessment.aim' }, (trx) => aimAt(trx, id, 'a', level));
  await aim(3);
  await aim(4);
  expect((await getAssessment(book.db, id)).targets).toEqual({ a: 4 });
  await aim(null);
  expect((await getAssessment(book.db, id)).targets).toEqual({});
  await expect(aim(5)).rejects.toMatchObject({ code: 'assessment.outside-model' });
});

test('a model version is kept once, and an assessment keeps its own when the next comes', async () => {
  const [first, second] = [await start(), await start()];
  const later = { ...sketchModel([{ key: 'z' }]), version: 2 };
  const third = await start({ of: later });
  const versions = await Promise.all(
    [first, second, third].map(async (id) => (await getAssessment(book.db, id)).model.version),
  );
  expect(versions).toEqual([1, 1, 2]);
  const { length } = await book.db.selectFrom('maturity_model').select('id').execute();
  expect(length).toBe(2);
});

test('an earlier assessment is of the same subject and model, finished and older', async () => {
  const first = await assess([1, 1, 1], { on: '2026-01-10' });
  const second = await assess([2, 2, 2], { on: '2026-06-10' });
  const sameDay = await assess([2, 2, 3], { on: '2026-11-05' });
  const third = await start({ on: '2026-11-05' });
  const later = await assess([3, 3, 3], { on: '2026-12-01' });
  await assess([1, 1, 1], { on: '2026-02-01', of: { ...model, key: 'other' } });
  await assess([1, 1, 1], { on: '2026-02-01', company: 'Lumen' });
  await start({ on: '2026-03-01' });
  const assessment = await getAssessment(book.db, third);
  const finished = await finishedWithModel(book.db, assessment);
  expect(finished.map(({ id }) => id)).toEqual([later, sameDay, second, first]);
  expect(madeBefore(assessment, finished).map(({ id }) => id)).toEqual([sameDay, second, first]);
});

test('one made on another scale is of the same subject, but nothing to measure against', async () => {
  const document = JSON.parse(JSON.stringify({ ...model, version: 2 }));
  const shorter = readMaturityModel(reshaped(document, { action: 'remove-level', level: 4 })).model;
  if (!shorter) throw new Error('no model');
  const older = await assess([1, 1, 1], { on: '2026-01-10' });
  const newer = await assess([3, 3, 3], { on: '2026-06-10', of: shorter });
  const assessment = await getAssessment(book.db, newer);
  const finished = await finishedWithModel(book.db, assessment);
  expect(finished.map(({ id, levels }) => [id, levels])).toEqual([
    [newer, 3],
    [older, 4],
  ]);
  expect(madeBefore(assessment, finished)).toEqual([]);
});

test('a company’s assessments are told apart by its name', async () => {
  const first = await assess([1, 1, 1], { on: '2026-01-10', company: 'Lumen' });
  await assess([1, 1, 1], { on: '2026-01-11', company: 'Kestrel' });
  const second = await start({ company: 'Lumen' });
  const assessment = await getAssessment(book.db, second);
  expect(assessment).toMatchObject({ accountId: null, subject: 'Lumen' });
  expect((await finishedWithModel(book.db, assessment)).map(({ id }) => id)).toEqual([first]);
});

test('an account’s maturity on a day is its latest finished assessment until then', async () => {
  const customer = builtInModels.find(({ key }) => key === 'customer-maturity') ?? model;
  const assessAll = async (on: string, level: number) => {
    const id = await start({ on, of: customer });
    for (const { indicator } of indicatorsOf(customer)) await answer(id, indicator.key, { level });
    await finish(id);
  };
  await assessAll('2026-02-01', 1);
  await assessAll('2026-08-01', 3);
  await start({ on: '2026-10-01', of: customer });
  await assess([4, 4, 4], { on: '2026-10-01' });
  expect(await findAccountMaturity(book.db, accountId, '2026-01-31')).toBeNull();
  expect((await findAccountMaturity(book.db, accountId, '2026-07-31'))?.result.overall).toBe(1);
  expect((await findAccountMaturity(book.db, accountId, '2026-12-31'))?.result.overall).toBe(3);
});

test('the list leaves out archived accounts and can be of one account', async () => {
  const id = await start();
  const other = await start({ company: 'Lumen', on: '2026-11-06' });
  expect((await listAssessments(book.db)).map((line) => line.id)).toEqual([other, id]);
  expect((await listAssessments(book.db, accountId)).map((line) => line.id)).toEqual([id]);
  await record(book, { key: 'account.archive' }, (trx) =>
    trx.updateTable('account').set({ archived_at: '2026-11-07T00:00:00.000Z' }).execute(),
  );
  expect((await listAssessments(book.db)).map((line) => line.id)).toEqual([other]);
});

test('facts can be edited and the whole deleted; undo brings it back with its answers', async () => {
  const id = await start();
  await record(book, { key: 'assessment.edit' }, (trx) =>
    editAssessment(trx, id, { assessed_on: '2026-11-04', assessor: null }),
  );
  await answer(id, 'a-1', { level: 2 });
  await record(book, { key: 'assessment.delete', parameters: { name: 'x' } }, (trx) =>
    deleteAssessment(trx, id),
  );
  await expect(getAssessment(book.db, id)).rejects.toMatchObject({ code: 'record.not-found' });
  await undo(book);
  expect(await getAssessment(book.db, id)).toMatchObject({
    assessedOn: '2026-11-04',
    assessor: null,
    answers: [{ indicator: 'a-1', level: 2 }],
  });
});

describe('an answer by figures', () => {
  const readiness = builtInModels.find(({ key }) => key === 'cs-readiness');
  if (!readiness) throw new Error('no model');
  const answerTo = async (id: number, key: string) =>
    (await getAssessment(book.db, id)).answers.find(({ indicator }) => indicator === key);

  test('comes to its level, and is open while one is missing', async () => {
    const id = await start({ of: readiness, company: '启川' });
    await answer(id, 'ltv-to-cac', { figures: { ltv: 15_000 } });
    expect(await answerTo(id, 'ltv-to-cac')).toMatchObject({ level: null, figures: { ltv: 15_000 } });
    await answer(id, 'ltv-to-cac', { figures: { ltv: 15_000, cac: 5_000 } });
    expect(await answerTo(id, 'ltv-to-cac')).toMatchObject({
      level: 3,
      figures: { ltv: 15_000, cac: 5_000 },
    });
    await undo(book);
    expect(await answerTo(id, 'ltv-to-cac')).toMatchObject({ level: null });
  });

  test('gives way to a level chosen, and to a reason for leaving it out', async () => {
    const id = await start({ of: readiness, company: '启川' });
    await answer(id, 'ltv-to-cac', { figures: { ltv: 15_000, cac: 5_000 } });
    await answer(id, 'ltv-to-cac', { level: 1 });
    expect(await answerTo(id, 'ltv-to-cac')).toMatchObject({ level: 1, figures: null });
    await answer(id, 'payback', { figures: { cac: 1, mrr: 1, margin: 100 } });
    await answer(id, 'payback', { notApplicableBecause: '-' });
    expect(await answerTo(id, 'payback')).toMatchObject({ level: null, applicable: false, figures: null });
  });

  test('is refused where levels are asked for, and for an input the model has not', async () => {
    const id = await start({ of: readiness, company: '启川' });
    await expect(answer(id, 'others-sell', { figures: { cac: 1 } })).rejects.toMatchObject({
      code: 'assessment.outside-model',
    });
    await expect(answer(id, 'payback', { figures: { luck: 1 } })).rejects.toMatchObject({
      code: 'assessment.outside-model',
    });
  });
});
