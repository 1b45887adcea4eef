import { expect, test } from 'vitest';
import { memoryBook } from '../open.ts';
import { fillSampleBook } from '../sample-book.ts';
import { assessedSubjects, portfolioOf } from './portfolio-query.ts';
import { listAssessments } from './query.ts';

test('a portfolio has every subject once, by its latest finished assessment, beside how all of them lie', async () => {
  const book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const own = await assessedSubjects(book.db, 'customer-maturity');
  const portfolio = own && portfolioOf([{ ...own, book: null }]);
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
  expect(await assessedSubjects(book.db, 'nobody-s')).toBeNull();
  await book.close();
});

test('books side by side: one order of places, and letters that neither names nor sorting give away', async () => {
  const book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const own = await assessedSubjects(book.db, 'customer-maturity');
  if (!own) throw new Error('nobody is assessed');
  const [first] = own.subjects;
  if (!first) throw new Error('nobody is assessed');
  const better = { ...first, id: 9, subject: 'Zenith', overall: 5 };
  const unknown = { ...first, id: 3, subject: 'Zero', overall: null };
  const lines =
    portfolioOf([
      { ...own, book: null },
      { ...own, subjects: [better, unknown], book: 0 },
    ])?.lines ?? [];
  const count = own.subjects.length;
  expect(lines.map(({ book: from }) => from)).toEqual([...Array(count).fill(null), 0, 0]);
  expect(lines.find(({ subject }) => subject === 'Zenith')).toMatchObject({ place: 1, unnamed: count + 1 });
  expect(lines.find(({ subject }) => subject === 'Zero')).toMatchObject({ place: null, unnamed: count });
  expect(lines.map(({ unnamed }) => unnamed).sort((a, b) => a - b)).toEqual(lines.map((_, at) => at));
  await book.close();
});

test('scored on another scale, a subject keeps its stage and stays out of the figures', async () => {
  const book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const own = await assessedSubjects(book.db, 'customer-maturity');
  const [first] = own?.subjects ?? [];
  if (!own || !first) throw new Error('nobody is assessed');
  const longer = { ...first, subject: 'Zenith', overall: 4.5, highest: 5 };
  const portfolio = portfolioOf([
    { ...own, book: null },
    { ...own, subjects: [longer], book: 0 },
  ]);
  expect(portfolio?.lines.at(-1)).toMatchObject({
    subject: 'Zenith',
    overall: null,
    place: null,
    scores: {},
    stage: first.stage,
  });
  expect(portfolio?.overall).toEqual(portfolioOf([{ ...own, book: null }])?.overall);
  await book.close();
});
