/**
 * `npm run fuzz -- --minutes 60`: runs the property tests on new cases, round after round, for as long as asked (5 minutes
 * where nothing is). `--seed N` runs one round, the one of that seed, again. Other words choose among the test files. A round
 * that fails is shown with its seed and fast-check's path to the smallest case; the others go on. A case that was found is to
 * be written down as a test of its own. The exit code is 1 when any round failed.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, runAndCapture } from './check-step.ts';

/** Cases per property and round; a property that names its own number keeps it. */
const cases = 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string' } },
});
const until = Date.now() + Number(values.minutes) * 60_000;
const files = propertyTests(positionals);
const failedSeeds: number[] = [];
let rounds = 0;

do {
  const seed = values.seed === undefined ? Math.trunc(Math.random() * 0x7fffffff) : Number(values.seed);
  rounds++;
  const words = [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--project',
    'unit',
    '--reporter=dot',
    '--testTimeout=1800000', // so many cases take their time
    ...files,
  ];
  const { isGood, printed } = await runAndCapture('vitest', words, {
    FUZZ_SEED: String(seed),
    FUZZ_RUNS: String(cases),
  });
  if (!isGood) {
    failedSeeds.push(seed);
    console.log(`${printed}\n✗ Round ${rounds} failed. Again: npm run fuzz -- --seed ${seed}`);
  }
} while (values.seed === undefined && Date.now() < until);

console.log(
  `${rounds} rounds of ${files.length} files, ${failedSeeds.length} failed ${failedSeeds.join(', ')}`.trim(),
);
process.exitCode = failedSeeds.length > 0 ? 1 : 0;

/** The test files that state properties, of them those whose path holds one of the words. */
function propertyTests(wanted: readonly string[]): string[] {
  return globSync('{electron,renderer,db}/**/*.test.{ts,tsx}', { cwd: root })
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
    .filter((file) => readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'"));
}
