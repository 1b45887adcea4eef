import { read as readWorkbook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../../db/book/query.ts';
import { type Book, memoryBook } from '../../db/open.ts';
import { addQbrLine } from '../../db/qbr/line-query.ts';
import { createQbr, editQbrSection } from '../../db/qbr/query.ts';
import { viewQbr } from '../../db/qbr/view-query.ts';
import { record } from '../../db/record.ts';
import { testAccount, testSettings } from '../../db/testing/book.ts';
import type { Audience } from '../../db/types/audience.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { qbrDeck } from './deck.ts';
import { printedReview } from './version.ts';
import { qbrWorkbook } from './workbook.ts';

/** A review just begun of an account of which the book knows the name alone, with one ask and one page told in words. */
const today = '2026-11-22';
let book: Book;
let qbrId: number;
beforeEach(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T08:00:00Z`) });
  qbrId = await record(book, { key: 'qbr.create' }, async (trx) => {
    await describeBook(trx, testSettings);
    await trx
      .insertInto('account')
      .values({ ...testAccount, id: 1, name: 'Harbor' })
      .execute();
    const id = await createQbr(trx, {
      accountId: 1,
      kind: 'qbr',
      period: { from: '2026-09-01', to: '2026-11-30' },
      meetingOn: null,
      minutes: 60,
      place: null,
    });
    await addQbrLine(trx, 'qbr_ask', id, { side: 'us', ask: 'Name a lead', askedOf: null, dueOn: null });
    await editQbrSection(trx, id, { section: 'usage', happened: 'The second site went live.' });
    return id;
  });
});
afterEach(() => book.close());

const nothing: Readonly<Record<Language, string>> = {
  en: 'Nothing recorded for this period',
  'zh-CN': '本期暂无记录',
};
const textOf = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /slides\/|sharedStrings|worksheets\/sheet/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n');
const files = { workbook: qbrWorkbook, deck: qbrDeck } as const;
const written = async (form: keyof typeof files, audience: Audience, language: Language) =>
  textOf(await files[form](book, qbrId, { audience, language }));

describe.each(languages)('a review with hardly anything in it, in %s', (language) => {
  test.each(['workbook', 'deck'] as const)(
    'tells the customer in its %s what is there only',
    async (form) => {
      const outside = await written(form, 'customer', language);
      expect(outside).toContain('Name a lead');
      expect(outside).toContain('The second site went live.');
      expect(outside).not.toContain(nothing[language]);
      expect(await written(form, 'internal', language)).toContain(nothing[language]);
    },
  );
});

test('is cut to the pages with something on them, on paper as in the workbook, and says which were left out', async () => {
  const version = { audience: 'customer', language: 'en' } as const;
  const { sections } = await printedReview(book, qbrId, version);
  expect(sections.map(({ section }) => section)).toEqual(['usage', 'ask', 'agenda']);
  expect(readWorkbook(await qbrWorkbook(book, qbrId, version)).SheetNames).toEqual([
    'Summary',
    'Usage',
    'Asks and commitments',
    'Agenda and people',
  ]);
  const { leftOut } = await viewQbr(book.db, qbrId, today);
  expect(leftOut).toEqual([
    'why',
    'outcomes',
    'support',
    'commitments',
    'maturity',
    'difficulty',
    'feedback',
    'plan',
  ]);
});
