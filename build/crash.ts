import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleAct } from './crash/bundle-act.ts';
import { corrupt, noCorruptions } from './crash/corruptions.ts';
import { killOnce, noKills, operations } from './crash/kills.ts';
import { randomFrom } from './crash/random.ts';
import { noSequences, runSequence } from './crash/sequences.ts';

/**
 * `npm run crash [-- kills sequences corruptions seed minutes]`: tries to destroy books, 1,000 kills, 2,000 sequences of actions
 * and 500 corruptions unless said otherwise, for so many minutes at most of each. Ends with 1 when anything was lost.
 */
const [kills = 1000, sequences = 2000, corruptions = 500, seed = 1, minutes = 600] = process.argv
  .slice(2)
  .map(Number);
const random = randomFrom(seed);
const memory = '/dev/shm'; // a killed program's writes are as gone or as there as on a disk, and it is quicker
const root = await mkdtemp(path.join(existsSync(memory) ? memory : tmpdir(), 'tenure-crash-'));
const underWay = (until: number) => Date.now() < until;
const limit = () => Date.now() + minutes * 60_000;

const faults: string[] = [];
try {
  const torn = noCorruptions();
  const cuts = limit();
  await corrupt(root, random, torn, () => torn.corruptions < corruptions && underWay(cuts));
  report('corruptions', torn);

  const program = await bundleAct();
  const killed = noKills();
  const ends = limit();
  for (let turn = 0; killed.kills < kills && underWay(ends); turn++)
    await killOnce(program, root, random, killed, operations[turn % operations.length] ?? 'write');
  report('kills', { ...killed, byDeed: Object.fromEntries(killed.byDeed) });

  const modelled = noSequences();
  const last = limit();
  while (modelled.sequences < sequences && underWay(last)) await runSequence(root, random, modelled);
  report('sequences', modelled);
} finally {
  await rm(root, { recursive: true, force: true });
}
process.exitCode = faults.length > 0 ? 1 : 0;

function report(
  what: string,
  figures: { readonly faults: readonly string[]; readonly [name: string]: unknown },
): void {
  const { faults: found, ...rest } = figures;
  console.log(what, JSON.stringify(rest, null, 2));
  for (const fault of found.slice(0, 20)) console.log(`  ${fault}`);
  faults.push(...found);
}
