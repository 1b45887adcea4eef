import type { Language } from '../../../db/types/language.ts';
import {
  basePoints,
  cellMargin,
  columnWidths,
  headingCells,
  heightOf,
  leastChart,
  lineHeight,
  pointsOf,
  rowHeight,
  type Table,
} from './block-size.ts';
import type { DeckBlock, DeckBox, DeckSlide } from './slide.ts';
import { textLines, wordsOf } from './text-measure.ts';

/** A block where it stands, at the size of its text in points. */
export type PlacedBlock = { readonly block: DeckBlock; readonly box: DeckBox; readonly points: number };

/** One slide as it is written. */
export type DeckPage = {
  readonly title: string;
  readonly placed: readonly PlacedBlock[];
  readonly notes: string | undefined;
};

/** The words layout needs: a slide that goes on, and how many lines or rows did not fit. */
export type LayoutWords = {
  readonly continued: (title: string) => string;
  readonly more: (count: number) => string;
};

const gap = 0.16;
/** From comfortable to the least that is read from the second row; short tables are written larger, texts stay at their size. */
const scales = [1.35, 1.15, 1, 0.9, 0.8] as const;

/**
 * The slides a slide's content takes: its text shrinks a little before it goes on to the next slide, and what does not fit the
 * slides it may take is counted, never cut off at an edge.
 */
export function layoutPages(
  slide: DeckSlide,
  region: DeckBox,
  language: Language,
  labels: LayoutWords,
): DeckPage[] {
  const most = slide.pages ?? 1;
  let flowed: PlacedBlock[][] = [];
  for (const scale of scales) {
    if (
      scale !== scales.at(-1) &&
      slide.blocks.some((block) => breaksWord(block, region.w, pointsOf(block, scale), scale > 1))
    )
      continue;
    flowed = flow(slide.blocks, region, scale, language);
    if (flowed.length <= 1) break;
  }
  const pages = flowed.slice(0, most);
  const left = flowed.slice(most).flat();
  const last = pages.at(-1);
  if (left.length > 0 && last) {
    const count = left.reduce((sum, { block }) => sum + (block.is === 'table' ? block.rows.length : 1), 0);
    pages[pages.length - 1] = withRemark(last, labels.more, count, region, language);
  }
  if (pages.length === 0) pages.push([]);
  return pages.map((placed, index) => ({
    title: index === 0 ? slide.title : labels.continued(slide.title),
    placed,
    notes: index === 0 ? slide.notes : undefined,
  }));
}

/**
 * Whether a word of the table's heading, or of `all` of it, is wider than its column, with room for the bold of a heading:
 * larger is not worth that.
 */
function breaksWord(block: DeckBlock, width: number, points: number, all: boolean): boolean {
  if (block.is !== 'table') return false;
  const widths = columnWidths(block, width);
  const room = (index: number) => ((widths[index] ?? 1) - 2 * cellMargin.side) / 1.15;
  return [headingCells(block), ...(all ? block.rows : [])].some((row) =>
    row.some(({ text }, index) =>
      wordsOf(text).some((word) => textLines(word, room(index), points).length > 1),
    ),
  );
}

/** Puts the blocks below one another, and on further pages where they do not fit. */
function flow(
  blocks: readonly DeckBlock[],
  region: DeckBox,
  scale: number,
  language: Language,
): PlacedBlock[][] {
  const pages: PlacedBlock[][] = [[]];
  let top = 0;
  const place = (block: DeckBlock, height: number, points: number) => {
    const box = { x: region.x, y: region.y + top, w: region.w, h: height };
    pages.at(-1)?.push({ block, box, points });
    top += height + gap;
  };
  const turn = () => {
    pages.push([]);
    top = 0;
  };
  const least = (block: DeckBlock) =>
    block.is === 'charts' ? leastChart : heightOf(block, region.w, pointsOf(block, scale), language);
  blocks.forEach((block, index) => {
    const points = pointsOf(block, scale);
    const room = () => region.h - top;
    if (block.is === 'charts') {
      if (room() < leastChart) turn();
      const after = blocks.slice(index + 1).reduce((sum, each) => sum + least(each) + gap, 0);
      const height = room() - after >= leastChart ? room() - after : room();
      place(block, height, points);
      return;
    }
    let rest: DeckBlock | null = block;
    while (rest !== null) {
      const height = heightOf(rest, region.w, points, language);
      if (height <= room()) {
        place(rest, height, points);
        return;
      }
      const [head, tail]: [DeckBlock | null, DeckBlock | null] = split(
        rest,
        room(),
        region.w,
        points,
        language,
      );
      if (head) place(head, heightOf(head, region.w, points, language), points);
      rest = tail;
      if (rest !== null) turn();
    }
  });
  return pages.filter((placed, index) => placed.length > 0 || index === 0);
}

/** As much of the block as fits the height, and the rest. */
function split(
  block: DeckBlock,
  height: number,
  width: number,
  points: number,
  language: Language,
): [DeckBlock | null, DeckBlock | null] {
  if (block.is === 'text') {
    const lines = textLines(block.text, width, points);
    const fit = Math.floor((height - 0.06) / lineHeight(points, language));
    if (fit < 1) return [null, block];
    const text = lines.slice(0, fit).join('').trimEnd();
    const rest = lines.slice(fit).join('').trimStart();
    return [{ ...block, text }, rest === '' ? null : { ...block, text: rest }];
  }
  if (block.is !== 'table') return [null, block];
  let used = rowHeight(block, headingCells(block), width, points, language);
  let fit = 0;
  for (const row of block.rows) {
    used += rowHeight(block, row, width, points, language);
    if (used > height) break;
    fit += 1;
  }
  if (fit === 0) return splitRow(block, height, width, points, language);
  return [
    { ...block, rows: block.rows.slice(0, fit) },
    { ...block, rows: block.rows.slice(fit) },
  ];
}

/** The first row of a table cut between lines where it alone is taller than a page; else none of it, so that it moves on whole. */
function splitRow(
  block: Table,
  height: number,
  width: number,
  points: number,
  language: Language,
): [DeckBlock | null, DeckBlock | null] {
  const [row, ...rows] = block.rows;
  const heading = rowHeight(block, headingCells(block), width, points, language);
  const lines = Math.floor((height - heading - 2 * cellMargin.top) / lineHeight(points, language));
  if (!row || lines < leastLines) return [null, block];
  const widths = columnWidths(block, width);
  const cells = row.map((cell, index) => ({
    cell,
    lines: textLines(cell.text, (widths[index] ?? 1) - 2 * cellMargin.side, points),
  }));
  const part = (from: number, to?: number) =>
    cells.map(({ cell, lines: all }) => ({ ...cell, text: all.slice(from, to).join('').trim() }));
  return [
    { ...block, rows: [part(0, lines)] },
    { ...block, rows: [part(lines), ...rows] },
  ];
}
/** Fewer lines of a row than this at a slide's foot read as a fragment. */
const leastLines = 6;

/** The page with a last line that says how much more there is, in place of rows where it needs their room. */
function withRemark(
  page: readonly PlacedBlock[],
  more: (count: number) => string,
  count: number,
  region: DeckBox,
  language: Language,
): PlacedBlock[] {
  const points = basePoints.muted;
  const height = lineHeight(points, language) + 0.06;
  const kept = [...page];
  let dropped = 0;
  const bottom = () => {
    const last = kept.at(-1);
    return last ? last.box.y + last.box.h : region.y;
  };
  while (bottom() + height > region.y + region.h) {
    const last = kept.pop();
    if (!last) break;
    if (last.block.is === 'table' && last.block.rows.length > 1) {
      const block = { ...last.block, rows: last.block.rows.slice(0, -1) };
      kept.push({
        ...last,
        block,
        box: { ...last.box, h: heightOf(block, region.w, last.points, language) },
      });
    } else if (last.block.is === 'charts')
      kept.push({ ...last, box: { ...last.box, h: last.box.h - height } });
    else if (last.block.is === 'text') {
      const [head] = split(last.block, last.box.h - height, region.w, last.points, language);
      if (head)
        kept.push({
          ...last,
          block: head,
          box: { ...last.box, h: heightOf(head, region.w, last.points, language) },
        });
    }
    dropped += 1;
  }
  const text = more(count + dropped);
  return [
    ...kept,
    {
      block: { is: 'text', text, style: 'muted' },
      box: { x: region.x, y: bottom(), w: region.w, h: height },
      points,
    },
  ];
}
