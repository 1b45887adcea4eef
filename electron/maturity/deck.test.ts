import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { listAssessments } from '../../db/maturity/query.ts';
import { viewAssessment } from '../../db/maturity/view-query.ts';
import { memoryBook } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import { languages } from '../../db/types/language.ts';
import { assessmentDeck } from './deck.ts';

test.each(languages)(
  'every assessment of the sample becomes slides with a chart and no note, in %s',
  async (language) => {
    const book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
    try {
      await fillSampleBook(book, language, 'Asia/Shanghai');
      await record(book, { key: 'assessment.answer' }, (trx) =>
        trx.updateTable('assessment_answer').set({ note: 'MARK note' }).execute(),
      );
      const newest = new Map((await listAssessments(book.db)).map((line) => [line.model.key, line]));
      expect(newest.size).toBeGreaterThan(1);
      for (const { id } of newest.values()) {
        const view = await viewAssessment(book.db, id);
        const parts = Object.entries(
          unzipSync(await assessmentDeck(book, id, { audience: 'customer', language })),
        );
        const text = parts.map(([name, part]) => (/\.xml$/.test(name) ? strFromU8(part) : '')).join('\n');
        expect(text).toContain(view.model.name[language].replaceAll('&', '&amp;'));
        expect(text).toMatch(/<c:(radar|bar)Chart>/);
        expect(text).not.toMatch(/MARK note|>(maturity|assessment|qbr)\.[a-z]/);
      }
    } finally {
      await book.close();
    }
  },
);
