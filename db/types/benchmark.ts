/** How figures of several subjects lie: for standing beside one of them. */
export type Benchmark = {
  readonly count: number;
  readonly lowest: number;
  /** The middle one, or the mean of the two in the middle, in hundredths. */
  readonly median: number;
  readonly highest: number;
};

/** Fewer subjects than this give one another away, and their middle says nothing. */
export const fewestInBenchmark = 3;

/** Of the known figures; null of fewer than `fewestInBenchmark`. */
export function benchmark(figures: readonly (number | null)[]): Benchmark | null {
  const known = figures.filter((figure) => figure !== null).sort((a, b) => a - b);
  const [lowest, highest] = [known[0], known.at(-1)];
  if (known.length < fewestInBenchmark || lowest === undefined || highest === undefined) return null;
  const upper = known[Math.floor(known.length / 2)] ?? highest;
  const lower = known[Math.ceil(known.length / 2) - 1] ?? lowest;
  return { count: known.length, lowest, median: Math.round((lower + upper) * 50) / 100, highest };
}

/** How many stand above, and one; equals share a place. Null where the figure is unknown. */
export function placeAmong(figures: readonly (number | null)[], figure: number | null): number | null {
  if (figure === null) return null;
  return 1 + figures.filter((other) => other !== null && other > figure).length;
}

/** A, B … Z, AA, AB …: for telling apart those who stay unnamed. From 0. */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}
