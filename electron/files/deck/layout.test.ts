import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../db/types/language.ts';
import { layoutPages } from './layout.ts';
import type { DeckBlock } from './slide.ts';
import { textLines } from './text-measure.ts';

const region = { x: 0.6, y: 1.4, w: 12, h: 5.3 };
const labels = { continued: (title: string) => title, more: (count: number) => `${count} more` };

const text = fc.record({
  is: fc.constant('text' as const),
  text: fc.string({ maxLength: 2500, unit: fc.constantFrom('a', ' ', '货', '\n', 'W', '。') }),
});
const table = fc.record({
  is: fc.constant('table' as const),
  columns: fc.constant([
    { heading: 'One', share: 2 },
    { heading: 'Two', share: 1 },
  ]),
  rows: fc.array(
    fc.tuple(fc.record({ text: fc.string({ maxLength: 90 }) }), fc.record({ text: fc.string() })),
    {
      maxLength: 60,
    },
  ),
});
const chart = fc.constant({ is: 'charts' as const, charts: [] });
const blocks: fc.Arbitrary<DeckBlock[]> = fc.array(fc.oneof(text, table, chart), { maxLength: 5 });

describe.each(languages)('in %s', (language) => {
  test('nothing stands outside its region, below another or on more slides than allowed', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 3 }), (given, pages) => {
        const laid = layoutPages({ title: 'T', blocks: given, pages }, region, language, labels);
        expect(laid.length).toBeLessThanOrEqual(pages);
        for (const { placed } of laid) {
          let bottom = region.y;
          for (const { box } of placed) {
            expect(box.y).toBeGreaterThanOrEqual(bottom - 1e-6);
            bottom = box.y + box.h;
            expect(bottom).toBeLessThanOrEqual(region.y + region.h + 1e-6);
          }
        }
      }),
    );
  });

  test('every row is shown or counted', () => {
    fc.assert(
      fc.property(table, (given) => {
        const laid = layoutPages({ title: 'T', blocks: [given], pages: 2 }, region, language, labels);
        const placed = laid.flatMap((page) => page.placed.map(({ block }) => block));
        const shown = placed.reduce((sum, block) => sum + (block.is === 'table' ? block.rows.length : 0), 0);
        const counted = placed.map((block) => (block.is === 'text' ? Number.parseInt(block.text, 10) : 0));
        expect(shown + counted.reduce((sum, each) => sum + each, 0)).toBe(given.rows.length);
      }),
    );
  });
});

test('lines joined are the text again, and break between words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.double({ min: 1, max: 12, noNaN: true }),
      (given, width) => {
        expect(textLines(given, width, 14).join('')).toBe(given);
      },
    ),
  );
  expect(textLines('one two three', 0.85, 14)).toEqual(['one two ', 'three']);
});

test('a short table is written larger only while no word of it is broken', () => {
  const tableOf = (heading: string): DeckBlock => ({
    is: 'table',
    columns: [
      { heading: 'Goal', share: 9 },
      { heading, share: 1 },
    ],
    rows: [[{ text: 'Ship sooner' }, { text: '27' }]],
  });
  const points = (heading: string) =>
    layoutPages({ title: 'T', blocks: [tableOf(heading)] }, region, 'en', labels)[0]?.placed[0]?.points;
  expect(points('Now')).toBe(16);
  expect(points('Attained so')).toBeLessThan(16);
});
