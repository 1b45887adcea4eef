/** The lines and cells of a block copied from a spreadsheet; the line break at its end is no line. */
export function pastedBlock(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
}

type Place = { readonly row: number; readonly column: number };

/** Where a key leads from a cell of a sheet, as in Excel; null where the key stays in the cell. Tab is left to the page. */
export function stepFrom(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { row, column }: Place,
): Place | null {
  switch (key) {
    case 'Enter':
      return { row: row + (shiftKey ? -1 : 1), column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    default:
      return null;
  }
}
