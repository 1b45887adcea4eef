import { expect, test } from 'vitest';
import { memoryBook } from '../open.ts';
import { fillSampleBook } from '../sample-book.ts';
import { listAssessments } from './assessment.ts';
import { maturityPortfolio } from './maturity-portfolio.ts';

test('a portfolio has every subject once, by its latest finished assessment, beside how all of them lie', async () => {
  const book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const portfolio = await maturityPortfolio(book.db, 'customer-maturity');
  const finished = (await listAssessments(book.db)).filter(
    ({ model, finishedOn }) => model.key === 'customer-maturity' && finishedOn !== null,
  );
  const latest = [...Map.groupBy(finished, ({ subject }) => subject).values()].map(([line]) => line?.id);
  expect(portfolio?.lines.map(({ id }) => id).sort()).toEqual(latest.sort());
  expect(portfolio?.dimensions.map(({ key }) => key)).toEqual(['cognition', 'strategy', 'people', 'tools']);
  for (const { scores, overall, stage } of portfolio?.lines ?? []) {
    const known = Object.values(scores).filter((score) => score !== null);
    expect(overall).toBeCloseTo(known.reduce((sum, score) => sum + score, 0) / known.length, 1);
    expect(stage).not.toBeNull();
  }
  expect(portfolio?.overall?.count).toBe(latest.length);
  expect(await maturityPortfolio(book.db, 'nobody-s')).toBeNull();
  await book.close();
});
