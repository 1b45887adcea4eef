import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../db/open.ts';
import type { QbrContent } from '../../db/qbr/content.ts';
import { isInsideSection, qbrKinds, qbrTemplates } from '../../db/qbr/kind.ts';
import { bookWithReview } from '../../db/testing/review.ts';
import type { Audience } from '../../db/types/audience.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { qbrDeck, reviewDeck } from './deck.ts';
import { qbrVersion } from './version.ts';

let book: Book;
let qbrId: number;
beforeEach(async () => {
  ({ book, qbrId } = await bookWithReview());
});
afterEach(() => book.close());

function partsOf(bytes: Uint8Array): [string, string][] {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]);
}
const textOf = (bytes: Uint8Array, parts: RegExp) =>
  partsOf(bytes)
    .filter(([name]) => parts.test(name))
    .flatMap(([, xml]) => [...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text]) => text))
    .join('\n');
const slides = /^ppt\/slides\/slide\d+\.xml$/;
const notes = /^ppt\/notesSlides\//;

test('tells the review in its sections’ order, with attainment and trends as native charts', async () => {
  const bytes = await qbrDeck(book, qbrId, { audience: 'customer', language: 'en' });
  const text = textOf(bytes, slides);
  for (const part of [
    'Yunji Supply · 2026-09-01 – 2026-11-30 review',
    'Buyers act on the advice every morning.',
    'Order-to-ship time (h)',
    '86%',
    '¥1,382,440',
    '19 h × 2,140 orders × 34 ¥/h',
    'Train the returns team',
    'missed',
    'Returns were never trained',
    'Name a returns lead',
  ])
    expect(text).toContain(part);
  const charts = partsOf(bytes).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  expect(charts.map(([, xml]) => /<c:(bar|line|radar)Chart>/.exec(xml)?.[1])).toEqual([
    'bar',
    'line',
    'line',
  ]);
});

test.each<[Language, string]>([
  ['en', 'Worse than the baseline. · Measured differently since 2026-10-10'],
  ['zh-CN', '比基线更差。 · 2026-10-10 起统计口径有变'],
])(
  'says beside a goal that it fell behind its start and is counted differently, in %s',
  async (language, stated) => {
    book.sqlite.exec(
      `update goal set redefined_on = '2026-10-10'; update goal_reading set value = 50 where read_on > '2026-09-01'`,
    );
    expect(textOf(await qbrDeck(book, qbrId, { audience: 'customer', language }), slides)).toContain(stated);
  },
);

test('has what to say and what may be asked in the notes of the internal version only', async () => {
  const inside = await qbrDeck(book, qbrId, { audience: 'internal', language: 'en' });
  expect(textOf(inside, notes)).toMatch(/Offer returns training[\s\S]*Why did write-offs not move\?/);
  expect(textOf(inside, slides)).not.toContain('Offer returns training');
  const outside = await qbrDeck(book, qbrId, { audience: 'customer', language: 'en' });
  expect(textOf(outside, notes)).not.toMatch(/Offer returns|write-offs/);
});

test.each(languages)('is whole in %s: no word is missing', async (language) => {
  for (const audience of ['customer', 'internal'] as const) {
    const text = textOf(await qbrDeck(book, qbrId, { audience, language }), slides);
    expect(text).not.toMatch(/\b(qbr|goal|value)\.[a-z]/);
  }
});

/** The review with every section of its kind for such a reader shown and so much in each that no slide holds it. */
function overfull(content: QbrContent, audience: Audience): QbrContent {
  const many = <T>(entries: readonly T[]): T[] => Array.from({ length: 40 }, () => entries).flat();
  const long = 'Buyers act on the advice every morning, and the returns team was never trained. '.repeat(40);
  const { figures, review } = content;
  const sections = qbrTemplates[review.kind].sections.filter(
    (section) => audience === 'internal' || !isInsideSection(section),
  );
  return {
    ...content,
    sections: sections.map((section) => ({
      section,
      happened: long,
      soWhat: long,
      whatNext: long,
    })),
    goals: many(content.goals),
    value: { ...content.value, claims: many(content.value.claims) },
    commitments: many(content.commitments),
    difficulties: many(content.difficulties),
    plan: many(content.plan),
    asks: many(content.asks),
    newCommitments: many(content.newCommitments),
    attendees: many(content.attendees),
    agenda: many(content.agenda),
    figures: many(figures ?? []),
  };
}

test.each(qbrKinds)(
  'an %s has at most 15 slides, however much there is, and says what it leaves out',
  async (kind) => {
    const versions = languages.flatMap((language) =>
      (['customer', 'internal'] as const).map((audience) => ({ audience, language })),
    );
    for (const { audience, language } of versions) {
      const version = await qbrVersion(book, qbrId, { audience, language });
      const review = { ...version.content.review, kind };
      const content = overfull({ ...version.content, review }, audience);
      const bytes = await reviewDeck({ ...version, content }, { author: 'Lin Yue', created: book.now() });
      const count = partsOf(bytes).filter(([name]) => slides.test(name)).length;
      expect(count).toBeLessThanOrEqual(15);
      if (kind === 'ebr') expect(count).toBeLessThanOrEqual(11);
      expect(textOf(bytes, slides)).toMatch(language === 'en' ? /\d+ more in the workbook/ : /另有 \d+ 项/);
    }
  },
);

test('is not written when an internal field got in', async () => {
  const inside = await qbrVersion(book, qbrId, { audience: 'internal', language: 'en' });
  const made = reviewDeck({ ...inside, audience: 'customer' }, { author: '', created: book.now() });
  await expect(made).rejects.toMatchObject({ code: 'qbr.internal-field' });
});
