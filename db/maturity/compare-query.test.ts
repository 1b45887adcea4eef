import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { sketchModel } from '../testing/maturity-model.ts';
import { answerIndicator, finishAssessment } from './answer-query.ts';
import { compareAssessments } from './compare-query.ts';
import type { MaturityModel } from './model.ts';
import { createAssessment } from './query.ts';

let book: Book;
beforeEach(async () => {
  book = await memoryBook();
});
afterEach(() => book.close());

const first = sketchModel([{ key: 'a' }, { key: 'b' }]);
const second: MaturityModel = { ...sketchModel([{ key: 'a' }, { key: 'b' }, { key: 'c' }]), version: 2 };

async function assess(on: string, levels: readonly number[], of = first, company = 'Lumen'): Promise<number> {
  return record(book, { key: 'assessment.create', parameters: { name: company } }, async (trx) => {
    const facts = { account_id: null, company, assessed_on: on, assessor: null };
    const id = await createAssessment(trx, of, facts);
    for (const [at, level] of levels.entries()) await answerIndicator(trx, id, `${'abc'[at]}-1`, { level });
    await finishAssessment(trx, id, on);
    return id;
  });
}

test('the latest four of the subject stand side by side unless others are chosen, the earliest first', async () => {
  const days = ['2025-01-01', '2025-06-01', '2026-01-01', '2026-06-01', '2026-11-01'];
  const ids: number[] = [];
  for (const [at, day] of days.entries()) ids.push(await assess(day, [1 + (at % 4), 2]));
  await assess('2026-02-01', [4, 4], first, 'Kestrel');
  const [oldest = 0, , middle = 0, , latest = 0] = ids;
  const { subject, choices, chosen, comparison } = await compareAssessments(book.db, middle);
  expect(subject).toBe('Lumen');
  expect(choices.map(({ id }) => id)).toEqual(ids);
  expect(chosen.map(({ id }) => id)).toEqual(ids.slice(1));
  expect(comparison.dimensions[0]?.scores).toEqual([2, 3, 4, 1]);
  const two = await compareAssessments(book.db, middle, [latest, oldest, 4_711]);
  expect(two.chosen.map(({ assessedOn }) => assessedOn)).toEqual(['2025-01-01', '2026-11-01']);
  expect(two.comparison.overall).toEqual({ scores: [1.5, 1.5], change: 0 });
});

test('versions of the model are told with each, and what only one asks cannot be compared', async () => {
  const before = await assess('2026-01-01', [1, 2]);
  await assess('2026-06-01', [3, 3, 4], second);
  const { model, chosen, comparison } = await compareAssessments(book.db, before);
  expect(model).toMatchObject({ key: 'sketch', highest: 4 });
  expect(chosen.map(({ version }) => version)).toEqual([1, 2]);
  expect(comparison.isSameVersion).toBe(false);
  expect(comparison.dimensions.map(({ key, differs }) => [key, differs])).toEqual([
    ['a', null],
    ['b', null],
    ['c', 'not-asked'],
  ]);
});

test('what is not there, or alone and under way, cannot be compared', async () => {
  await expect(compareAssessments(book.db, 9)).rejects.toMatchObject({ code: 'record.not-found' });
  const open = await record(book, { key: 'assessment.create', parameters: { name: 'Lumen' } }, (trx) =>
    createAssessment(trx, first, {
      account_id: null,
      company: 'Lumen',
      assessed_on: '2026-01-01',
      assessor: null,
    }),
  );
  await expect(compareAssessments(book.db, open)).rejects.toMatchObject({ code: 'record.not-found' });
});
