import { expect, test } from 'vitest';
import { builtInModels } from '../maturity/models.ts';
import { getAssessment, listAssessments } from '../maturity/query.ts';
import { memoryBook } from '../open.ts';
import { fillSampleBook } from '../sample-book.ts';
import { languages } from '../types/language.ts';

test.each(languages)('the sample book in %s shows every rule at work', async (language) => {
  const book = await memoryBook();
  await fillSampleBook(book, language, 'Asia/Shanghai');
  const lines = await listAssessments(book.db);
  const all = await Promise.all(lines.map(({ id }) => getAssessment(book.db, id)));
  const twice = Map.groupBy(lines, ({ subject }) => subject)
    .values()
    .filter(({ length }) => length > 1);
  expect([...twice].length).toBeGreaterThanOrEqual(3);
  expect(all.some(({ result }) => (result.stage?.heldDownBy ?? []).length > 0)).toBe(true);
  expect(all.some(({ result }) => result.stage?.sustainable === false)).toBe(true);
  expect(all.some(({ finishedOn, answers }) => finishedOn === null && answers.length > 0)).toBe(true);
  expect(all.some(({ answers }) => answers.some(({ applicable }) => !applicable))).toBe(true);
  expect(new Set(lines.map(({ model }) => model.key)).size).toBe(builtInModels.length);
  const stageOf = (model: string) => all.find((each) => each.model.key === model)?.result.stage?.key;
  expect(stageOf('product-value-collaboration')).toBe('product-alone');
  expect(stageOf('product-cs-alignment')).toBe('in-touch');
  expect(stageOf('cs-readiness')).toBe('growth');
  expect(stageOf('cs-organisation-type')).toBe('service');
  expect(new Set(lines.map(({ stage }) => stage?.key)).size).toBeGreaterThanOrEqual(5);
  await book.close();
});
