import { expect, test } from 'vitest';
import { memoryBook } from '../open.ts';
import { listQbrs } from '../qbr/query.ts';
import { viewQbr } from '../qbr/view-query.ts';
import { fillSampleBook } from '../sample-book.ts';
import { languages } from '../types/language.ts';

test.each(languages)(
  'the sample book in %s has a review to finish, compared with one that is frozen',
  async (language) => {
    const book = await memoryBook({ now: () => new Date('2026-11-22T08:00:00Z') });
    await fillSampleBook(book, language, 'Asia/Shanghai');
    const [next, held] = (await listQbrs(book.db)).filter(({ account }) => /Yunji|云集/.test(account));
    expect([next?.frozenAt, held?.frozenAt !== null, held?.heldOn !== null]).toEqual([null, true, true]);
    const { content, readiness } = await viewQbr(book.db, next?.id ?? 0, '2026-11-22');
    expect(content.goals.map(({ status }) => status)).toEqual(['on-track', 'at-risk', 'achieved', 'delayed']);
    expect(content.goals.every(({ before }) => before !== null)).toBe(true);
    expect(content.value.roi).toMatchObject({ kind: 'roi' });
    expect(content.commitments.map(({ status }) => status).sort()).toEqual(['kept', 'open', 'open']);
    const gaps = new Set(readiness?.gaps.map(({ key }) => key));
    for (const key of [
      'reading-stale',
      'commitments-unscored',
      'sponsor-not-invited',
      'difficulty-missing',
    ] as const)
      expect(gaps).toContain(key);
    await book.close();
  },
);
