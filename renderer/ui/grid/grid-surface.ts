import type { CellBlock, CellPlace } from './cells.ts';
import type { GridProps } from './grid-props.ts';
import type { GridLines } from './lines.ts';
import type { CellKeys } from './use-cell-editing.tsx';
import type { useChoice } from './use-choice.ts';

/** What keys and mouse do things with: the grid as it is drawn now, and how to change it. */
export type GridSurface<Row> = {
  readonly props: GridProps<Row>;
  readonly lines: GridLines;
  /** The keys of the columns in sight, from left to right. */
  readonly columns: readonly string[];
  readonly cursor: number | null;
  /** The column the cursor is in; null while it is on the row as a whole. */
  readonly column: string | null;
  /** The other corner of the block of cells; null while there is only the cursor's cell. */
  readonly anchor: CellPlace | null;
  readonly block: CellBlock | null;
  readonly chooser: ReturnType<typeof useChoice<Row>>;
  readonly editing: CellKeys;
  /** How many rows are in sight. */
  readonly page: () => number;
  readonly rowOn: (position: number) => Row | undefined;
  readonly groupOn: (position: number) => number | null;
  readonly isFolded: (position: number) => boolean;
  readonly fold: (position: number, folded: boolean) => void;
  readonly moveTo: (position: number) => void;
  readonly setCursor: (position: number) => void;
  readonly setColumn: (column: string | null) => void;
  readonly setAnchor: (anchor: CellPlace | null) => void;
  readonly openMenu: (row: Row, x: number, y: number) => void;
  readonly placeOfLine: (line: number) => DOMRect | undefined;
};
