/** Rows that belong together under a heading line. The rows come in the order of the groups. */
export type LineGroup = { readonly key: string; readonly count: number };

export type Line =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'row'; readonly index: number };

/** What a grid draws from top to bottom: rows, and before each group its heading. */
export type GridLines = {
  readonly length: number;
  /** The line at a position, 0 … length − 1. */
  at(position: number): Line;
  /** The position of a group's heading, for a line that lies in it. */
  headingOf(position: number): number | null;
};

/** Lines of `count` rows without groups. */
export function plainLines(count: number): GridLines {
  return { length: count, at: (index) => ({ kind: 'row', index }), headingOf: () => null };
}

/** Lines of grouped rows; a collapsed group shows its heading only. */
export function groupedLines(groups: readonly LineGroup[], collapsed: ReadonlySet<string>): GridLines {
  const starts: number[] = [];
  const firstRows: number[] = [];
  let length = 0;
  let rows = 0;
  for (const { key, count } of groups) {
    starts.push(length);
    firstRows.push(rows);
    length += 1 + (collapsed.has(key) ? 0 : count);
    rows += count;
  }
  const groupAt = (position: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    length,
    at(position) {
      const group = groupAt(position);
      const within = position - (starts[group] ?? 0);
      return within === 0
        ? { kind: 'group', group }
        : { kind: 'row', index: (firstRows[group] ?? 0) + within - 1 };
    },
    headingOf: (position) => starts[groupAt(position)] ?? null,
  };
}

/** Where a key takes the cursor among `length` lines, `page` of them in sight; null for a key that moves nothing. */
export function movedCursor(key: string, cursor: number | null, length: number, page: number): number | null {
  const last = length - 1;
  const to = (line: number) => Math.min(Math.max(line, 0), last);
  if (last < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return cursor === null ? 0 : to(cursor + 1);
    case 'ArrowUp':
      return cursor === null ? 0 : to(cursor - 1);
    case 'PageDown':
      return to((cursor ?? 0) + Math.max(page - 1, 1));
    case 'PageUp':
      return to((cursor ?? 0) - Math.max(page - 1, 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
