import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listHandoffs } from '../../db/handoff/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import { languages } from '../../db/types/language.ts';
import { handoffPapers, handoffPapersWorkbook } from './papers.ts';

let book: Book;
let id: number;
beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-05T04:00:00Z') });
  await fillSampleBook(book, 'en', 'Asia/Shanghai');
  const accepted = (await listHandoffs(book.db)).find(({ state }) => state === 'accepted');
  if (!accepted) throw new Error('the sample book has an accepted handoff');
  id = accepted.id;
});
afterEach(() => book.close());

describe.each(languages)('the papers of a handoff in %s', (language) => {
  test('are four, and what the customer gets names no risk, no detractor and no gap', async () => {
    const papers = await handoffPapers(book, id, language);
    expect(papers.map(({ key }) => key)).toEqual(['brief', 'agenda', 'plan', 'certificate']);
    const text = (internal: boolean) => JSON.stringify(papers.filter((each) => each.isInternal === internal));
    expect(text(true)).toContain('Gate keepers change every few months');
    expect(text(false)).not.toContain('Gate keepers change every few months');
    expect(text(false)).toContain('One month without a dispute at the gate');
    expect(text(false)).not.toMatch(/Zhou Ming/);
  });

  test('the plan stands in the order of its days', async () => {
    const plan = (await handoffPapers(book, id, language)).find(({ key }) => key === 'plan');
    const days = plan?.sections[0]?.rows.map(([on]) => on) ?? [];
    expect(days.length).toBeGreaterThan(3);
    expect(days).toEqual(days.toSorted());
  });

  test.each(['customer', 'internal'] as const)(
    'the %s workbook holds its own papers, and no others',
    async (audience) => {
      const workbook = read(await handoffPapersWorkbook(book, id, language, audience));
      const all = await handoffPapers(book, id, language);
      const papers = all.filter(({ isInternal }) => isInternal === (audience === 'internal'));
      expect(papers.length).toBeGreaterThan(0);
      expect(papers.length).toBeLessThan(all.length);
      expect(workbook.SheetNames).toEqual(papers.map(({ title }) => title));
      for (const { title, subtitle, isInternal, sections } of papers) {
        const internal = `${subtitle} · ${{ en: 'internal', 'zh-CN': '内部' }[language]}`;
        expect(workbook.Sheets[title]?.A2?.v).toBe(isInternal ? internal : subtitle);
        const cells = utils
          .sheet_to_json<(string | null)[]>(workbook.Sheets[title] ?? {}, { header: 1 })
          .flat();
        for (const text of sections.flatMap(({ rows }) => rows.flat()).filter(Boolean))
          expect(cells).toContain(text);
      }
    },
  );
});
