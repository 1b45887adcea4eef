import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../db/open.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { qbrDeck } from './deck.ts';
import { qbrWorkbook } from './workbook.ts';

/** A first review: nothing was read, assessed or counted before its period. */
let book: Book;
let qbrId: number;
beforeEach(async () => {
  ({ book, qbrId } = await bookWithReview());
  book.sqlite.exec(
    `delete from goal_reading where read_on < '2026-09-01'; update qbr_figure set before = null`,
  );
});
afterEach(() => book.close());

const files = { workbook: qbrWorkbook, deck: qbrDeck } as const;
const labels: Readonly<Record<Language, readonly string[]>> = {
  en: ['no earlier review to compare with', 'No goal has a reading from before this period'],
  'zh-CN': ['没有更早的数据可对比', '各目标在本期之前都没有读数'],
};
const read = async (form: keyof typeof files, language: Language) =>
  Object.entries(unzipSync(await files[form](book, qbrId, { audience: 'customer', language })))
    .filter(([name]) => /slides\/|sharedStrings|worksheets\/sheet/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n');
const cases = languages.flatMap((language) =>
  (['workbook', 'deck'] as const).map((form) => ({ form, language })),
);

test.each(cases)('the $form says in $language that there is nothing to compare with', async (each) => {
  const text = await read(each.form, each.language);
  for (const sentence of labels[each.language]) expect(text).toContain(sentence);
  expect(text).not.toContain('2026-06-01');
});

test.each(cases)(
  'the $form names in $language the goal that has nothing before, among others',
  async (each) => {
    book.sqlite.exec(
      `insert into goal_reading (goal_id, read_on, value, source) select min(id), '2026-08-20', 38, 'WMS export' from goal`,
    );
    const text = await read(each.form, each.language);
    expect(text).toContain(each.language === 'en' ? 'No reading before this period.' : '本期之前没有读数。');
    expect(text).toContain('2026-06-01');
    for (const sentence of labels[each.language]) expect(text).not.toContain(sentence);
  },
);

test.each(languages)('no slide has in %s a column for what nobody counted before', async (language) => {
  const column = language === 'en' ? '>Before<' : '>对比期<';
  book.sqlite.exec('delete from goal');
  expect(await read('deck', language)).not.toContain(column);
  book.sqlite.exec(`update qbr_figure set before = 980 where section = 'usage'`);
  expect(await read('deck', language)).toContain(column);
});
