import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../db/types/language.ts';
import { deckBytes } from './deck.ts';
import type { DeckSlide } from './slide.ts';

const labels = {
  continued: (title: string) => `${title}, continued`,
  more: (count: number) => `and ${count} more`,
};
const properties = {
  title: 'Yunji Supply review',
  author: 'Lin Yue',
  language: 'en',
  created: new Date('2026-11-22T08:00:00Z'),
  footer: 'Yunji Supply · Q3 2026',
  labels,
} as const;
const cover = { title: 'Yunji Supply', lines: ['2026-09-01 – 2026-11-30'] };

async function partsOf(slides: readonly DeckSlide[], more: Partial<Parameters<typeof deckBytes>[2]> = {}) {
  const bytes = await deckBytes(cover, slides, { ...properties, ...more });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

const chart = (kind: 'bar' | 'line' | 'radar') =>
  ({
    kind,
    title: `A ${kind}`,
    categories: ['first', 'second', 'third'],
    series: [
      { name: 'now', values: [3, null, 2] },
      { name: 'then', values: [1, 1, 1], reference: true },
    ],
  }) as const;
const everything: DeckSlide[] = [
  {
    title: 'Charts',
    blocks: [{ is: 'charts', charts: [chart('bar'), chart('line'), chart('radar')] }],
    notes: 'Say this\nand that',
  },
  {
    title: 'Words',
    blocks: [
      { is: 'text', text: 'A & B < C\u0007', style: 'lead' },
      { is: 'figures', figures: [{ label: 'on track', value: '3', tone: 'good' }] },
      {
        is: 'table',
        columns: [
          { heading: 'Goal', share: 3 },
          { heading: 'Now', share: 1, align: 'right' },
        ],
        rows: [[{ text: 'Ship sooner' }, { text: '27', tone: 'warn' }]],
      },
    ],
  },
];

test.each(languages)('is a package whose parts all name parts that are there, in %s', async (language) => {
  const parts = await partsOf(everything, { language });
  for (const [name, xml] of Object.entries(parts).filter(([part]) => part.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]+$/, '');
    for (const [, target = ''] of xml.matchAll(/Target="([^"]+)"/g)) {
      const { pathname } = new URL(target, `file:///${folder}`);
      expect(parts, `${name} → ${target}`).toHaveProperty([pathname.slice(1)]);
    }
  }
  for (const [, part = ''] of (parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g))
    expect(parts).toHaveProperty([part]);
  for (const [name, xml] of Object.entries(parts).filter(([part]) => /slides\/slide\d/.test(part))) {
    const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
  }
});

test('draws native charts that carry their figures, and leaves a gap where nothing was measured', async () => {
  const parts = await partsOf(everything);
  const charts = Object.entries(parts).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
  expect(charts.map(([, xml]) => /<c:(bar|line|radar)Chart>/.exec(xml)?.[1])).toEqual([
    'bar',
    'line',
    'radar',
  ]);
  expect(Object.keys(parts).filter((name) => name.endsWith('.xlsx'))).toHaveLength(3);
  for (const [, xml] of charts) expect(xml).not.toContain('<c:v></c:v>');
});

test('carries its title, author and day, real titles, the notes in paragraphs, and fonts for both scripts', async () => {
  const parts = await partsOf(everything);
  expect(parts['docProps/core.xml']).toContain('Lin Yue');
  expect(parts['docProps/core.xml']).toContain('2026-11-22T08:00:00Z');
  expect(parts['ppt/slides/slide2.xml']).toMatch(/type="title"[\s\S]*Charts/);
  const notes = [...(parts['ppt/notesSlides/notesSlide2.xml'] ?? '').matchAll(/<a:t>([^<]*)<\/a:t>/g)];
  expect(notes.map(([, text]) => text).slice(0, 2)).toEqual(['Say this', 'and that']);
  expect(parts['ppt/theme/theme1.xml']).toContain('<a:ea typeface="Microsoft YaHei"/>');
  expect(parts['ppt/slides/slide3.xml']).toContain('A &amp; B &lt; C</a:t>');
});

describe('long content', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [{ text: `row ${index}.` }]);
  const table = { is: 'table', columns: [{ heading: 'Row', share: 1 }], rows } as const;

  test('goes on to the slides it may take, and says how much more there is', async () => {
    const all = await partsOf([{ title: 'Long', blocks: [table], pages: 9 }]);
    const slides = Object.entries(all).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
    const text = slides.map(([, xml]) => xml).join('');
    for (const [{ text: row }] of rows as [{ text: string }][]) expect(text).toContain(`>${row}<`);
    expect(text).toContain('Long, continued');
    expect(text).not.toContain('more');

    const cut = await partsOf([{ title: 'Long', blocks: [table] }]);
    const shown = [...(cut['ppt/slides/slide2.xml'] ?? '').matchAll(/row \d+\./g)].length;
    expect(shown).toBeGreaterThan(10);
    expect(cut['ppt/slides/slide2.xml']).toContain(`and ${40 - shown} more`);
  });

  test('is refused beyond the slides a deck may have', async () => {
    const slides = everything.flatMap((slide) => [slide, slide]);
    await expect(deckBytes(cover, slides, { ...properties, most: 4 })).rejects.toThrow('5 slides');
  });
});

test('puts the logo on every layout in its own proportions', async () => {
  const logo = { picture: 'iVBORw==', type: 'png', ratio: 2 } as const;
  const parts = await partsOf(everything, { letterhead: { logo, template: null } });
  const media = Object.keys(parts).filter((name) => name.startsWith('ppt/media/'));
  expect(media.length).toBeGreaterThan(0);
  const [, width, height] = /<a:ext cx="(\d+)" cy="(\d+)"\/>/.exec(
    (parts['ppt/slideLayouts/slideLayout2.xml'] ?? '').split('<p:pic>')[1] ?? '',
  ) ?? ['', '0', '1'];
  expect(Number(width) / Number(height)).toBeCloseTo(2, 2);
});
