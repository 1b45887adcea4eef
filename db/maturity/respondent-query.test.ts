import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { sketchModel } from '../testing/maturity-model.ts';
import { undo } from '../undo.ts';
import { answerIndicator, finishAssessment, type ResponseChange, respond } from './answer-query.ts';
import { addRespondent, agree, editRespondent, removeRespondent } from './edit-respondent-query.ts';
import { createAssessment, getAssessment } from './query.ts';

const model = sketchModel([{ key: 'a', indicators: [1, 1] }, { key: 'b' }]);
let book: Book;
let id: number;
const action = <T>(write: (trx: Writer) => Promise<T>) => record(book, { key: 'assessment.respond' }, write);
const add = (name: string) => action((trx) => addRespondent(trx, id, { name, title: null }));
const say = (respondent: number, indicator: string, change: ResponseChange) =>
  action((trx) => respond(trx, id, respondent, [[indicator, change]]));
const choose = (indicator: string, change: Parameters<typeof answerIndicator>[3]) =>
  action((trx) => answerIndicator(trx, id, indicator, change));
const levels = async () =>
  Object.fromEntries((await getAssessment(book.db, id)).answers.map((each) => [each.indicator, each.level]));

beforeEach(async () => {
  book = await memoryBook();
  id = await action((trx) =>
    createAssessment(trx, model, {
      account_id: null,
      company: 'Lumen',
      assessed_on: '2026-11-05',
      assessor: null,
    }),
  );
});
afterEach(() => book.close());

test('respondents answer apart, and nothing of it enters the result until it is chosen', async () => {
  const [mei, li] = [await add('Mei'), await add('李')];
  await say(mei, 'a-1', { level: 2 });
  await say(li, 'a-1', { level: 4 });
  await say(li, 'a-1', { evidence: 'Minutes' });
  const { respondents, spreads, answers, result } = await getAssessment(book.db, id);
  expect(respondents).toMatchObject([
    { name: 'Mei', answers: [{ indicator: 'a-1', level: 2, evidence: null }] },
    { name: '李', answers: [{ indicator: 'a-1', level: 4, evidence: 'Minutes' }] },
  ]);
  expect(spreads[0]).toMatchObject({ settled: 2, apart: 2, proposal: { level: 2 } });
  expect([answers, result.coverage.answered]).toEqual([[], 0]);
});

test('the median may be chosen as it is; another level needs a reason, which goes when the level does', async () => {
  const [mei, li] = [await add('Mei'), await add('李')];
  await say(mei, 'a-1', { level: 2 });
  await say(li, 'a-1', { level: 4 });
  await choose('a-1', { level: 2 });
  await expect(choose('a-1', { level: 3 })).rejects.toMatchObject({ code: 'assessment.reason-needed' });
  expect(await levels()).toEqual({ 'a-1': 2 });
  await choose('a-1', { level: 3, because: 'The audit saw it' });
  await choose('a-1', { note: 'x' });
  const because = async () => (await getAssessment(book.db, id)).answers[0]?.because;
  expect(await because()).toBe('The audit saw it');
  await choose('a-1', { level: 2 });
  expect(await because()).toBeNull();
  await choose('b-1', { level: 4 }); // nobody answered it: there is nothing to differ from
});

test('what all agree on is taken over at once where nothing is chosen, and one undo takes it back', async () => {
  const [mei, li] = [await add('Mei'), await add('李')];
  for (const [who, a] of [
    [mei, 1],
    [li, 3],
  ] as const) {
    await say(who, 'a-1', { level: a });
    await say(who, 'a-2', { level: 3 });
    await say(who, 'b-1', { notApplicableBecause: 'No such work' });
  }
  expect(await action((trx) => agree(trx, id))).toBe(2);
  expect((await getAssessment(book.db, id)).answers).toMatchObject([
    { indicator: 'a-2', level: 3 },
    { indicator: 'b-1', applicable: false, reason: 'No such work' },
  ]);
  expect(await action((trx) => agree(trx, id))).toBe(0);
  await undo(book);
  expect(await levels()).toEqual({});
});

test('one who has not answered yet keeps the others from agreeing', async () => {
  await say(await add('Mei'), 'a-1', { level: 2 });
  await add('李');
  expect(await action((trx) => agree(trx, id))).toBe(0);
});

test('a respondent goes with the answers given, and comes back with them', async () => {
  const mei = await add('Mei');
  await say(mei, 'a-1', { level: 2 });
  await action((trx) => removeRespondent(trx, id, mei));
  expect((await getAssessment(book.db, id)).respondents).toEqual([]);
  await undo(book);
  expect((await getAssessment(book.db, id)).respondents).toMatchObject([{ answers: [{ level: 2 }] }]);
});

test('what does not belong is refused', async () => {
  const mei = await add('Mei');
  await expect(add('mei')).rejects.toMatchObject({ code: 'record.name-taken' });
  await expect(say(mei, 'z', { level: 1 })).rejects.toMatchObject({ code: 'assessment.outside-model' });
  await expect(say(mei, 'a-1', { level: 5 })).rejects.toMatchObject({ code: 'assessment.outside-model' });
  await expect(say(99, 'a-1', { level: 1 })).rejects.toMatchObject({ code: 'record.not-found' });
  await expect(
    action((trx) => editRespondent(trx, id, 99, { name: 'Li', title: null })),
  ).rejects.toMatchObject({ code: 'record.not-found' });
  await action((trx) => finishAssessment(trx, id, '2026-11-06'));
  await expect(say(mei, 'a-1', { level: 1 })).rejects.toMatchObject({ code: 'assessment.finished' });
  await expect(add('Li')).rejects.toMatchObject({ code: 'assessment.finished' });
});
