import { useRef } from 'react';
import type { GridLines, LineGroup } from './lines.ts';

/** The rows a user chose to do something with all at once, by key; the grid only asks for changes. */
export type GridChoice<Row> = {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** The rows from one index to another, both included; for those that are not loaded. */
  readonly rowsBetween?: (first: number, last: number) => Promise<readonly Row[]>;
};

/** How lines are chosen: one by one, from the last one to here, a group, or all. Nothing happens where rows cannot be chosen. */
export function useChoice<Row>(
  choice: GridChoice<Row> | undefined,
  {
    count,
    lines,
    groups,
    rowAt,
    rowKey,
  }: {
    count: number;
    lines: GridLines;
    groups: readonly LineGroup[] | undefined;
    rowAt: (index: number) => Row | undefined;
    rowKey: (row: Row) => string;
  },
) {
  const anchor = useRef<number | null>(null);

  async function keysBetween(first: number, last: number): Promise<string[]> {
    const loaded = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => rowAt(first + at));
    const known = loaded.filter((row) => row !== undefined);
    if (known.length === loaded.length || !choice?.rowsBetween) return known.map(rowKey);
    return (await choice.rowsBetween(first, last)).map(rowKey);
  }

  function indexOn(position: number): number | null {
    const line = position < lines.length ? lines.at(position) : undefined;
    return line?.kind === 'row' ? line.index : null;
  }

  async function setAll(first: number, last: number) {
    const keys = await keysBetween(first, last);
    const { chosen = new Set<string>() } = choice ?? {};
    const areAll = keys.every((key) => chosen.has(key));
    const next = new Set(chosen);
    for (const key of keys) {
      if (areAll) next.delete(key);
      else next.add(key);
    }
    choice?.onChoose(next);
  }

  return {
    /** Where a span of lines begins. */
    anchorAt(position: number | null) {
      anchor.current = position;
    },
    /** Adds the row on a line, or takes it off. */
    toggle(position: number) {
      const index = indexOn(position);
      const row = index === null ? undefined : rowAt(index);
      if (!choice || row === undefined) return;
      anchor.current = position;
      const next = new Set(choice.chosen);
      if (!next.delete(rowKey(row))) next.add(rowKey(row));
      choice.onChoose(next);
    },
    /** Chooses everything from the last line that was chosen or stood on to this one, and nothing else. */
    async spanTo(position: number) {
      if (!choice) return;
      anchor.current ??= position;
      const ends = [anchor.current, position].toSorted((one, other) => one - other);
      const indexes = Array.from({ length: (ends[1] ?? 0) - (ends[0] ?? 0) + 1 }, (_, at) =>
        indexOn((ends[0] ?? 0) + at),
      ).filter((index) => index !== null);
      const first = indexes[0];
      const last = indexes.at(-1);
      if (first === undefined || last === undefined) return;
      choice.onChoose(new Set(await keysBetween(first, last)));
    },
    /** All rows of a group, or none of them when all were chosen. */
    async toggleGroup(group: number) {
      const before = (groups ?? []).slice(0, group).reduce((sum, each) => sum + each.count, 0);
      await setAll(before, before + (groups?.[group]?.count ?? 0) - 1);
    },
    async toggleAll() {
      if (!choice) return;
      if (choice.chosen.size >= count) choice.onChoose(new Set());
      else choice.onChoose(new Set(await keysBetween(0, count - 1)));
    },
    /** The rows on the lines, loaded or not; for copying them. */
    async rowsOf(indexes: readonly number[]): Promise<readonly Row[]> {
      const loaded = indexes.map(rowAt);
      const known = loaded.filter((row) => row !== undefined);
      if (known.length === loaded.length || !choice?.rowsBetween) return known;
      return choice.rowsBetween(Math.min(...indexes), Math.max(...indexes));
    },
  };
}
