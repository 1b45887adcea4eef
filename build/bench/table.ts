/** One measure: the product's figure, its floor in the same run, and how they compare. */
export type Line = {
  readonly name: string;
  readonly accounts: number;
  readonly product: number;
  readonly floor: number | null;
  readonly ratio: number | null;
  /** Milliseconds unless said. */
  readonly unit?: string;
  /** What the ratio is held to, where it is. */
  readonly most?: number;
};

/** Prints measures by name, one column a size, and how the product's time grows from the smallest book to the largest. */
export function printLines(lines: readonly Line[]): void {
  const byName = Map.groupBy(lines, ({ name }) => name);
  const width = Math.max(...[...byName.keys()].map((name) => [...name].length)) + 2;
  for (const [name, measures] of byName) {
    const cells = measures.map(
      ({ accounts, product, floor, ratio, unit = 'ms' }) =>
        `${accounts}: ${figure(product)} ${unit}${floor === null ? '' : ` / ${figure(floor)} = ${ratio?.toFixed(2)}×`}`,
    );
    console.log(`${name.padEnd(width)}${cells.map((cell) => cell.padEnd(34)).join('')}${growth(measures)}`);
  }
}

/** Time per account at the largest size against the smallest: 1 is linear, below is better. */
function growth(measures: readonly Line[]): string {
  const [first, last] = [measures[0], measures.at(-1)];
  if (!first || !last || first === last) return '';
  const factor = last.product / last.accounts / (first.product / first.accounts);
  return `growth ${factor.toFixed(2)}× linear`;
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
