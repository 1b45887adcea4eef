import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { copyKey } from '../maturity/model-query.ts';
import { builtInModels } from '../maturity/models.ts';
import { createAssessment, findAccountMaturity } from '../maturity/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { testAccount, testSettings } from '../testing/book.ts';
import { planOf } from '../testing/query-plan.ts';
import { undo } from '../undo.ts';
import { getProfile, listProfiles, scoreCriterion } from './ideal-profile-query.ts';
import { placeAccounts } from './placement-query.ts';
import { createSegment } from './query.ts';
import type { Slice } from './rule.ts';
import { createScheme } from './scheme-query.ts';

const today = '2026-06-15';
let book: Book;
let harbor: number;
let lumen: number;

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-06-15T04:00:00Z') });
  await write((trx) => describeBook(trx, testSettings));
  harbor = await addAccount('Harbor');
  lumen = await addAccount('Lumen');
});
afterEach(() => book.close());

const write = <T>(change: (trx: Writer) => Promise<T>) => record(book, { key: 'motivation.edit' }, change);
const addAccount = (name: string) =>
  write(async (trx) => {
    const inserted = await trx
      .insertInto('account')
      .values({ ...testAccount, name })
      .returning('id')
      .executeTakeFirstOrThrow();
    return inserted.id;
  });
const score = (account: number, scores: readonly [number, number, number, number]) =>
  write(async (trx) => {
    for (const [at, criterion] of (['budget', 'authority', 'need', 'timeline'] as const).entries())
      await scoreCriterion(trx, account, criterion, { score: scores[at] ?? null }, today);
  });
/** An assessment as finishing leaves it. */
const assess = (
  account: number,
  on: string,
  stage: string | null,
  finished = true,
  key = 'customer-maturity',
) =>
  write(async (trx) => {
    const model = builtInModels.find(({ key }) => key === 'customer-maturity');
    if (!model) throw new Error('the customer maturity model is gone');
    const facts = { account_id: account, company: null, assessed_on: on, assessor: null };
    const id = await createAssessment(trx, { ...model, key }, facts);
    if (!finished) return;
    await trx
      .updateTable('assessment')
      .set({ finished_on: on, stage, overall_hundredths: stage === null ? null : 260 })
      .where('id', '=', id)
      .execute();
  });

test('an account stands where its scores and its latest assessment put it', async () => {
  await score(harbor, [2, 2, 2, 1]);
  await assess(harbor, '2026-03-01', 'low');
  await assess(harbor, '2026-05-01', 'medium');
  await assess(harbor, '2026-06-01', null); // too little answered to come to a level
  expect(await listProfiles(book.db, today)).toMatchObject([
    { name: 'Harbor', points: 7, missing: [], ability: { stage: 'medium', overall: 2.6 }, quadrant: 'ideal' },
    { name: 'Lumen', points: null, ability: null, quadrant: null },
  ]);
  expect(await listProfiles(book.db, '2026-04-01')).toMatchObject([{ quadrant: 'coach' }, {}]);
});

test('a copy of the customer maturity model counts like the model it was made from; no other model does', async () => {
  const copy = copyKey('customer-maturity', 'a1b2c3d4-0000');
  await assess(harbor, '2026-03-01', 'low');
  await assess(harbor, '2026-04-01', 'high', true, copy);
  await assess(harbor, '2026-05-01', 'a-stage-of-my-own', true, copy);
  await assess(harbor, '2026-05-02', 'low', true, 'cs-function-maturity');
  await assess(harbor, '2026-05-03', 'low', true, 'customer-maturity-lite');
  expect((await getProfile(book.db, harbor, today)).ability).toMatchObject({
    stage: 'high',
    assessedOn: '2026-04-01',
  });
  expect((await findAccountMaturity(book.db, harbor, today))?.model.key).toBe(copy);
});

test('an unfinished assessment, or one from after the date, says nothing yet', async () => {
  await assess(harbor, '2026-05-01', 'high', false);
  await assess(harbor, '2026-07-01', 'high');
  expect((await getProfile(book.db, harbor, today)).ability).toBeNull();
});

test('the list can be cut to a segment, and leaves archived and churned accounts out', async () => {
  const slice = await write(async (trx) => {
    const scheme = await createScheme(trx, { name: 'Size', kind: 'a-priori', purpose: null });
    const id = await createSegment(trx, scheme, 'Large');
    await placeAccounts(trx, id, [lumen], 'hand');
    await trx.updateTable('account').set({ status: 'churned' }).where('id', '=', harbor).execute();
    return [{ schemeId: scheme, segmentIds: [id] }];
  });
  await addAccount('Kestrel');
  const names = async (of: Slice = []) => (await listProfiles(book.db, today, of)).map(({ name }) => name);
  expect(await names()).toEqual(['Kestrel', 'Lumen']);
  expect(await names(slice)).toEqual(['Lumen']);
});

test('a score carries its day, evidence is kept apart from it, and each is undone alone', async () => {
  const need = async () => (await getProfile(book.db, harbor, today)).criteria.need;
  await write((trx) => scoreCriterion(trx, harbor, 'need', { evidence: 'Asked twice for a date' }, today));
  expect(await need()).toEqual({ score: null, evidence: 'Asked twice for a date', scoredOn: null });
  await write((trx) => scoreCriterion(trx, harbor, 'need', { score: 3 }, today));
  expect(await need()).toEqual({ score: 3, evidence: 'Asked twice for a date', scoredOn: today });
  expect(await getProfile(book.db, harbor, today)).toMatchObject({
    points: null,
    missing: ['budget', 'authority', 'timeline'],
  });
  await undo(book);
  expect(await need()).toEqual({ score: null, evidence: 'Asked twice for a date', scoredOn: null });
});

test('the profiles are read along the index of names', async () => {
  const plan = await planOf(book, 'account_status', (db) => listProfiles(db, today));
  expect(plan).toContain('USING INDEX account_status_by_name');
  expect(plan).not.toContain('TEMP B-TREE');
});
