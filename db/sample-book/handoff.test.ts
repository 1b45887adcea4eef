import { expect, test } from 'vitest';
import { offerDecision } from '../handoff/decision.ts';
import { learnFrom } from '../handoff/learning.ts';
import { learnedHandoffs } from '../handoff/learning-query.ts';
import { listHandoffs } from '../handoff/query.ts';
import { scoreHandoff } from '../handoff/score.ts';
import { memoryBook } from '../open.ts';
import { fillSampleBook } from '../sample-book.ts';
import { languages } from '../types/language.ts';

test.each(languages)(
  'the sample in %s shows a handoff of each kind, decided as the rule offers',
  async (language) => {
    const book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
    await fillSampleBook(book, language, 'Asia/Shanghai');
    const handoffs = await listHandoffs(book.db);
    const facts = handoffs.map(({ template, answers, state, returns, gaps }) => {
      const score = scoreHandoff(template, answers);
      return {
        state,
        offered: offerDecision(score).decision,
        returns: returns.length,
        hasGaps: gaps.length > 0,
      };
    });
    const accepted = { state: 'closed', offered: 'accept', returns: 0, hasGaps: false };
    const fixed = { state: 'closed', offered: 'accept-with-gaps', returns: 1, hasGaps: true };
    expect(facts).toEqual([
      fixed,
      fixed,
      accepted,
      accepted,
      fixed,
      accepted,
      { state: 'draft', offered: 'return', returns: 0, hasGaps: false },
      { state: 'returned', offered: 'return', returns: 2, hasGaps: false },
      { state: 'submitted', offered: 'accept-with-gaps', returns: 0, hasGaps: false },
      { state: 'accepted', offered: 'accept-with-gaps', returns: 0, hasGaps: true },
    ]);
    await book.close();
  },
);

test('the sample has handoffs to learn from: a seller with enough of them for a rank, good and bad ones', async () => {
  const book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const { sellers, bands } = learnFrom(await learnedHandoffs(book.db, '2026-11-22', 'en'));
  expect(sellers.map(({ seller, rank }) => [seller, rank])).toEqual([
    ['Zhou Ming', 1],
    ['Chen Bo', null],
  ]);
  expect(bands.map(({ cases, daysToValue }) => [cases, daysToValue.cases])).toEqual([
    [3, 3],
    [1, 0],
    [3, 3],
  ]);
  await book.close();
});
