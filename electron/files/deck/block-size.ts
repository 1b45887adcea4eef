import type { Language } from '../../../db/types/language.ts';
import type { DeckBlock } from './slide.ts';
import { textLines } from './text-measure.ts';

/** Inches. A chart lower than this cannot be read. */
export const leastChart = 2.1;
export const cellMargin = { side: 0.07, top: 0.045 } as const;
const figureHeight = 1.05;

export const basePoints = { lead: 18, heading: 14, muted: 11, body: 15, table: 12 } as const;

export function pointsOf(block: DeckBlock, scale: number): number {
  const base =
    block.is === 'table'
      ? basePoints.table
      : basePoints[block.is === 'text' ? (block.style ?? 'body') : 'body'];
  return Math.round(base * (block.is === 'table' ? scale : Math.min(1, scale)) * 2) / 2;
}

export function lineHeight(points: number, language: Language): number {
  return (points * (language === 'zh-CN' ? 1.48 : 1.24)) / 72;
}

export function heightOf(block: DeckBlock, width: number, points: number, language: Language): number {
  switch (block.is) {
    case 'text':
      return textLines(block.text, width, points).length * lineHeight(points, language) + 0.06;
    case 'figures':
      return figureHeight;
    case 'charts':
      return leastChart;
    case 'table':
      return (
        rowHeight(block, headingCells(block), width, points, language) +
        block.rows.reduce((sum, row) => sum + rowHeight(block, row, width, points, language), 0)
      );
  }
}

export type Table = Extract<DeckBlock, { is: 'table' }>;
export const headingCells = ({ columns }: Table) => columns.map(({ heading }) => ({ text: heading }));

/** Widths of the columns in inches. */
export function columnWidths({ columns }: Table, width: number): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (share / shares) * width);
}

/** How tall a row of the table is. */
export function rowHeight(
  table: Table,
  row: readonly { readonly text: string }[],
  width: number,
  points: number,
  language: Language,
): number {
  const widths = columnWidths(table, width);
  const lines = row.map(
    ({ text }, index) => textLines(text, (widths[index] ?? 1) - 2 * cellMargin.side, points).length,
  );
  return Math.max(1, ...lines) * lineHeight(points, language) + 2 * cellMargin.top;
}
