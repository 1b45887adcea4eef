/**
 * Milliseconds of one run of each, in turn, so that a slow moment of the machine hits both; and how they compare where neither
 * was hit: the first quarter of the times of each, in order.
 */
export type Paired = { readonly product: number; readonly floor: number; readonly ratio: number };

type Work = () => unknown;

/** Short work is repeated until the engine has compiled it and the median is worth something; long work at least so often. */
const leastRuns = 15;
const leastMilliseconds = 400;

/** Runs the product's way and the bare way in turn. What else the machine does slows single runs, never quickens them. */
export async function pair(product: Work, floor: Work): Promise<Paired> {
  const times = { product: [] as number[], floor: [] as number[] };
  const start = performance.now();
  for (let run = 0; run < leastRuns || performance.now() - start < leastMilliseconds; run++) {
    const first = run % 2 === 0 ? product : floor;
    const second = first === product ? floor : product;
    const [a, b] = [await time(first), await time(second)];
    const [ours, bare] = first === product ? [a, b] : [b, a];
    times.product.push(ours);
    times.floor.push(bare);
  }
  const ratio = placed(times.product, 1 / 4) / placed(times.floor, 1 / 4);
  return { product: median(times.product), floor: median(times.floor), ratio };
}

/** Median milliseconds of one way alone. */
export async function alone(work: Work, runs = 9): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await time(work));
  return median(times);
}

async function time(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return placed(values, 1 / 2);
}

/** The value that stands at this part of them in order. */
function placed(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
}
