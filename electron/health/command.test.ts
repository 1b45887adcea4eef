import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../testing/run-command.ts';
import { sampleFile } from '../testing/sample-file.ts';
import { healthCommand } from './command.ts';

let at: Awaited<ReturnType<typeof sampleFile>>;
beforeAll(async () => {
  at = await sampleFile();
});
afterAll(() => rm(at.folder, { recursive: true, force: true }));

const reported = z.array(
  z.object({
    account: z.string(),
    score: z.number().nullable(),
    band: z.enum(['red', 'yellow', 'green']).nullable(),
    coverage: z.number(),
    oldestDays: z.number().nullable(),
    exception: z.object({ points: z.number() }).nullable(),
    contributions: z.array(z.object({ measure: z.string(), name: z.string(), points: z.number() })),
  }),
);

test('every active account is reported with what its score is made of', async () => {
  const { out, err, code } = await runCommand(healthCommand, [at.file, '--json']);
  expect({ err, code }).toEqual({ err: '', code: 0 });
  const accounts = reported.parse(JSON.parse(out));
  expect(accounts.length).toBeGreaterThan(5);
  expect(new Set(accounts.map(({ band }) => band)).size).toBeGreaterThan(1);
  for (const { score, exception, contributions } of accounts) {
    const sum = contributions.reduce((total, { points }) => total + points, exception?.points ?? 0);
    if (score !== null) expect(sum).toBeCloseTo(score, 6);
  }
});

test('in words, each line says score, colour, coverage and what cost most', async () => {
  const { out } = await runCommand(healthCommand, [at.file], 'zh-CN');
  expect(out.split('\n')[0]).toMatch(/^\s*\d+ {2}(预警|关注|健康) {2}\S.* {2}覆盖 \d+%/);
});
