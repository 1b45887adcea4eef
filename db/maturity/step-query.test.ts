import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { finishTask, listTasksFrom } from '../task/query.ts';
import { sketchModel } from '../testing/maturity-model.ts';
import { undo } from '../undo.ts';
import { answerIndicator, finishAssessment } from './answer-query.ts';
import { createAssessment } from './query.ts';
import {
  addStep,
  dropStep,
  editStep,
  listSteps,
  makeTasks,
  moveStep,
  type StepFacts,
  takeSteps,
} from './step-query.ts';
import { viewAssessment } from './view-query.ts';

const model = sketchModel([{ key: 'a', indicators: [3, 2, 1] }]);
let book: Book;
let id: number;
const action = <T>(write: (trx: Writer) => Promise<T>) =>
  record(book, { key: 'assessment.edit-step' }, write);
const take = (...indicators: string[]) => action((trx) => takeSteps(trx, id, indicators, 'en'));
const order = async () => (await listSteps(book.db, id)).map(({ indicator }) => indicator);
const first = async () => {
  const [step] = await listSteps(book.db, id);
  if (!step) throw new Error('no step');
  return step;
};
const facts: StepFacts = {
  step: 'Name an owner per outcome',
  owner: 'Mei',
  effort: 3,
  fromOn: '2026-11-10',
  toOn: '2026-12-01',
  note: 'Li hesitates',
};

const assess = (assessedOn: string, level: number) =>
  action(async (trx) => {
    const made = await createAssessment(trx, model, {
      account_id: null,
      company: 'Lumen',
      assessed_on: assessedOn,
      assessor: null,
    });
    await answerIndicator(trx, made, 'a-1', { level });
    for (const indicator of ['a-2', 'a-3']) await answerIndicator(trx, made, indicator, { level: 1 });
    await finishAssessment(trx, made, assessedOn);
    return made;
  });

beforeEach(async () => {
  book = await memoryBook();
  id = await assess('2026-11-05', 1);
});
afterEach(() => book.close());

test('steps are taken the most worthwhile first, in the words of the model, once', async () => {
  await take('a-3', 'a-1');
  expect(await order()).toEqual(['a-1', 'a-3']);
  expect(await first()).toMatchObject({ step: 'text', effort: 2, owner: null, fromOn: null, taskId: null });
  await take('a-1', 'a-2');
  expect(await order()).toEqual(['a-1', 'a-3', 'a-2']);
  await undo(book);
  expect(await order()).toEqual(['a-1', 'a-3']);
});

test('a step of one’s own stands at the end, for any question that has none yet', async () => {
  await take('a-1');
  const add = (indicator: string, of = facts) => action((trx) => addStep(trx, id, indicator, of));
  await add('a-3');
  expect((await listSteps(book.db, id)).at(-1)).toMatchObject({ indicator: 'a-3', ...facts, taskId: null });
  await expect(add('a-1')).rejects.toMatchObject({ code: 'record.invalid' });
  await expect(add('z-9')).rejects.toMatchObject({ code: 'assessment.outside-model' });
  await expect(add('a-2', { ...facts, toOn: '2026-11-01' })).rejects.toMatchObject({
    code: 'record.ends-before-start',
  });
  expect(await order()).toEqual(['a-1', 'a-3']);
  await undo(book);
  expect(await order()).toEqual(['a-1']);
});

test('what no step is proposed for is refused, and nothing of it taken', async () => {
  await expect(take('a-1', 'z-9')).rejects.toMatchObject({
    code: 'assessment.outside-model',
    parameters: { indicator: 'z-9' },
  });
  expect(await order()).toEqual([]);
});

test('steps change places, the outermost stay', async () => {
  await take('a-1', 'a-2', 'a-3');
  const move = async (direction: 'up' | 'down') => {
    const [, , last] = await listSteps(book.db, id);
    await action((trx) => moveStep(trx, id, last?.id ?? 0, direction));
    return order();
  };
  expect(await move('down')).toEqual(['a-1', 'a-2', 'a-3']);
  expect(await move('up')).toEqual(['a-1', 'a-3', 'a-2']);
  await undo(book);
  expect(await order()).toEqual(['a-1', 'a-2', 'a-3']);
});

test('a step is reworded, dated and given to somebody; it never ends before it begins', async () => {
  await take('a-1');
  const { id: step } = await first();
  await action((trx) => editStep(trx, id, step, facts));
  expect(await first()).toMatchObject(facts);
  const backwards = { ...facts, toOn: '2026-11-09' };
  await expect(action((trx) => editStep(trx, id, step, backwards))).rejects.toMatchObject({
    code: 'record.ends-before-start',
  });
});

test('each step becomes one task, which follows the step, and is seen when done', async () => {
  await take('a-1', 'a-2');
  const { id: step } = await first();
  await action((trx) => makeTasks(trx, id));
  await action((trx) => makeTasks(trx, id));
  await action((trx) => editStep(trx, id, step, facts));
  const [task, ...others] = await listTasksFrom(book.db, { noun: 'assessment', id });
  expect(task).toMatchObject({ title: facts.step, owner: 'Mei', dueOn: '2026-12-01' });
  expect(others).toHaveLength(1);
  await action((trx) => finishTask(trx, task?.id ?? 0, '2026-11-30'));
  expect(await first()).toMatchObject({ doneOn: '2026-11-30' });
});

test('a dropped step takes its open task along, and undo brings both back', async () => {
  await take('a-1');
  const { id: step } = await first();
  await action((trx) => makeTasks(trx, id));
  await action((trx) => dropStep(trx, id, step));
  expect(await listTasksFrom(book.db, { noun: 'assessment', id })).toEqual([]);
  await undo(book);
  const [task] = await listTasksFrom(book.db, { noun: 'assessment', id });
  expect(await first()).toMatchObject({ taskId: task?.id });
});

test('a long step makes a task of a shorter name', async () => {
  await take('a-1');
  const { id: step } = await first();
  await action((trx) => editStep(trx, id, step, { ...facts, step: '每周一起看客户成效🙂'.repeat(40) }));
  await action((trx) => makeTasks(trx, id));
  const [task] = await listTasksFrom(book.db, { noun: 'assessment', id });
  expect(task?.title.length).toBeLessThanOrEqual(200);
  expect(task?.title.endsWith('…')).toBe(true);
});

test('a step of another assessment is not found', async () => {
  await take('a-1');
  const { id: step } = await first();
  await expect(action((trx) => dropStep(trx, id + 1, step))).rejects.toMatchObject({
    code: 'record.not-found',
  });
});

test('the next assessment tells which steps raised their indicator', async () => {
  await take('a-1', 'a-2');
  const later = await assess('2027-05-05', 3);
  const { compared, steps } = await viewAssessment(book.db, later);
  expect(steps).toEqual([]);
  expect(compared?.progress.map(({ before, now, outcome }) => [before, now, outcome])).toEqual([
    [1, 3, 'raised'],
    [1, 1, 'same'],
  ]);
});
