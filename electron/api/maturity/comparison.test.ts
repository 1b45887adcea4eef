import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

const ended = (id: string) =>
  vi.waitFor(async () => expect(await api().job.state({ id })).toEqual({ is: 'done' }), { timeout: 20_000 });

const latest = async (model: string) => {
  const line = (await api().assessment.list({})).find((each) => each.model.key === model);
  return line?.id ?? 0;
};

test('assessments of a subject are compared as asked, and written as a workbook', async () => {
  const id = await latest('cs-function-maturity');
  const { choices, chosen } = await api().assessment.comparison.get({ id, chosen: [] });
  expect(chosen.map((each) => each.id)).toEqual(choices.map((each) => each.id));
  const [first = 0, , , last = 0] = choices.map((each) => each.id);
  const two = await api().assessment.comparison.get({ id, chosen: [last, first] });
  expect(two.chosen.map((each) => each.id)).toEqual([first, last]);
  expect(two.comparison.overall.change).toBe(2);
  const wanted = { id, chosen: [first, last], language: 'zh-CN' as const };
  const file = path.join(tenure.folder, await api().assessment.comparison.fileName(wanted));
  const { job } = await api().assessment.comparison.export({ ...wanted, path: file });
  await ended(job);
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
});

test('an assessment leaves in both languages as two files, and is printed for its reader', async () => {
  const id = await latest('customer-maturity');
  const { job, files } = await api().assessment.export({
    id,
    form: 'deck',
    audience: 'customer',
    languages: ['en', 'zh-CN'],
    path: path.join(tenure.folder, 'report.pptx'),
  });
  await ended(job);
  expect(files.map((file) => path.basename(file))).toEqual(['report (en).pptx', 'report (zh-CN).pptx']);
  const printed = await api().assessment.printed({ id, audience: 'customer', language: 'en' });
  expect(printed.view).toMatchObject({ accountId: null, respondents: [], plan: { steps: [] } });
  const inside = await api().assessment.printed({ id, audience: 'internal', language: 'en' });
  expect(inside.view.accountId).not.toBeNull();
  expect(inside.method.length).toBeGreaterThan(2);
});
