import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tenure-report-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function tenure(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const program = path.join(import.meta.dirname, '../cli.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { cwd: folder }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const shape = z.object({
  currency: z.literal('USD'),
  policies: z.object({ retention: z.literal('point-to-point'), gapDays: z.literal(0) }),
  months: z.array(
    z.object({
      month: z.string(),
      opening: z.int(),
      churned: z.int(),
      closing: z.int(),
      customers: z.object({ closing: z.int() }),
    }),
  ),
  retention: z.object({
    from: z.string(),
    to: z.string(),
    pointToPoint: z.object({ grr: z.number(), nrr: z.number(), logo: z.number() }),
    runningMinimum: z.object({ grr: z.number(), nrr: z.number() }),
    movementSum: z.object({ grr: z.null(), reason: z.object({ grr: z.literal('more-than-one-month') }) }),
    cohort: z.object({ month: z.string(), customers: z.int() }),
  }),
});

test('a list of subscriptions goes in and its report comes out for scripts and for people', async () => {
  await writeFile(
    path.join(folder, 'subscriptions.csv'),
    `subscription_id,account_name,plan,mrr_amount,billing_frequency,start_date,end_date,churn_flag,auto_renew_flag
S-1,Harbor,Pro,100,monthly,2025-01-05,,False,True
S-2,Kestrel,Basic,50.5,annual,2025-02-01,2026-01-31,True,True
S-3,Harbor,Basic,20,monthly,2026-02-10,,False,True
`,
  );
  await writeFile(path.join(folder, 'accounts.csv'), 'account_name\nHarbor\nKestrel\n');
  await tenure('new', 'a.tenure', '--currency', 'USD');
  await tenure('import', 'a.tenure', 'accounts.csv');
  expect(await tenure('import', 'a.tenure', 'subscriptions.csv')).toMatchObject({ code: 0 });
  const asked = ['report', 'a.tenure', '--from', '2026-01', '--to', '2026-02'];
  const { out } = await tenure(...asked, '--json');
  const report = shape.parse(JSON.parse(out));
  expect(report.months).toMatchObject([
    { month: '2026-01', opening: 15_050, churned: 0, closing: 15_050, customers: { closing: 2 } },
    { month: '2026-02', opening: 15_050, churned: 5_050, closing: 12_000, customers: { closing: 1 } },
  ]);
  expect(report.retention.pointToPoint).toMatchObject({
    grr: 10_000 / 15_050,
    nrr: 12_000 / 15_050,
    logo: 0.5,
  });
  expect((await tenure(...asked, '--lang', 'zh-CN')).out).toMatch(/流失 +0 +50\.5/u);
  await tenure('import', 'a.tenure', 'subscriptions.csv');
  expect((await tenure(...asked, '--json')).out).toBe(out);
  expect(await tenure(...asked, '--slice', 'nonsense')).toMatchObject({ code: 2 });
  expect(await tenure('report', 'a.tenure', '--from', '2026-13')).toMatchObject({ code: 2 });
  expect(await tenure(...asked, '--currency', 'EUR')).toMatchObject({ code: 3 });
});
