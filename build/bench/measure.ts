/** Milliseconds of one run of each, in turn, so that a slow moment of the machine hits both. */
export type Paired = { readonly product: number; readonly floor: number; readonly ratio: number };

type Work = () => unknown;

/** Short work is repeated until the engine has compiled it and the median is worth something; long work at least so often. */
const leastRuns = 9;
const leastMilliseconds = 400;

/** Runs the product's way and the bare way in turn and takes medians: of each, and of the ratio within each pair. */
export async function pair(product: Work, floor: Work): Promise<Paired> {
  const times = { product: [] as number[], floor: [] as number[], ratio: [] as number[] };
  const start = performance.now();
  for (let run = 0; run < leastRuns || performance.now() - start < leastMilliseconds; run++) {
    const first = run % 2 === 0 ? product : floor;
    const second = first === product ? floor : product;
    const [a, b] = [await time(first), await time(second)];
    const [ours, bare] = first === product ? [a, b] : [b, a];
    times.product.push(ours);
    times.floor.push(bare);
    times.ratio.push(ours / bare);
  }
  return { product: median(times.product), floor: median(times.floor), ratio: median(times.ratio) };
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
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
