import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleAct } from './bundle-act.ts';
import { corrupt, noCorruptions } from './corruptions.ts';
import { killOnce, noKills, operations } from './kills.ts';
import { randomFrom } from './random.ts';
import { noSequences, runSequence } from './sequences.ts';

/** `npm run crash` in small. */
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'tenure-crash-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('programs killed in the middle of anything lose and leave nothing', async () => {
  const program = await bundleAct();
  const figures = noKills();
  const random = randomFrom(20_261_201);
  for (const operation of [...operations, 'write', 'restore'] as const)
    await killOnce(program, root, random, figures, operation);
  expect(figures).toMatchObject({ kills: 9, lost: 0, missing: 0, leftBehind: 0, faults: [] });
});

test('random actions lead where they should, and back', async () => {
  const figures = noSequences();
  const random = randomFrom(20_261_202);
  for (let turn = 0; turn < 6; turn++) await runSequence(root, random, figures);
  expect(figures).toMatchObject({ sequences: 6, differences: 0, faults: [] });
});

test('a harmed book is refused and left alone, or opens with all that was in it', async () => {
  const figures = noCorruptions();
  await corrupt(root, randomFrom(20_261_203), figures, () => figures.corruptions < 40);
  expect(figures).toMatchObject({ corruptions: 40, different: 0, changed: 0, faults: [] });
});
