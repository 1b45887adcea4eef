import { expect, test } from 'vitest';
import { offerDecision } from '../domain/handoff-decision.ts';
import { scoreHandoff } from '../domain/handoff-score.ts';
import { languages } from '../domain/language.ts';
import { memoryBook } from '../open.ts';
import { listHandoffs } from '../queries/handoff.ts';
import { fillSampleBook } from '../sample-book.ts';

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
    expect(facts).toEqual([
      { state: 'draft', offered: 'return', returns: 0, hasGaps: false },
      { state: 'returned', offered: 'return', returns: 2, hasGaps: false },
      { state: 'submitted', offered: 'accept-with-gaps', returns: 0, hasGaps: false },
      { state: 'accepted', offered: 'accept-with-gaps', returns: 0, hasGaps: true },
    ]);
    await book.close();
  },
);
