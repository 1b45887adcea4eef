/**
 * Runs before every test file: property tests draw the same cases at every run, so that what passed yesterday passes today.
 * `npm run fuzz` draws new ones, round after round, and says by which seed (fuzz.ts).
 */
import fc from 'fast-check';

const { FUZZ_SEED, FUZZ_RUNS } = process.env;

fc.configureGlobal({
  seed: Number(FUZZ_SEED ?? 20_260_101),
  ...(FUZZ_RUNS !== undefined && { numRuns: Number(FUZZ_RUNS) }),
});
