import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAssessments } from '../../db/maturity/query.ts';
import { openBook } from '../../db/open.ts';
import type { Language } from '../../db/types/language.ts';
import { undo } from '../../db/undo.ts';
import { runCommand } from '../testing/run-command.ts';
import { sampleFile } from '../testing/sample-file.ts';
import { assessCommand } from './command.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  ({ folder, file } = await sampleFile());
});
afterEach(async () => {
  process.exitCode = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Runs `tenure assess …` in this process. */
const assess = (labels: string[], language?: Language) => runCommand(assessCommand, labels, language);

const answersOf = async (answers: unknown) => {
  const place = path.join(folder, 'answers.json');
  await writeFile(place, JSON.stringify(answers));
  return place;
};
const modules = ['segmentation', 'lifecycle', 'risk', 'value-proof', 'customer-data', 'health-model'];

test('models, the list and an assessment are shown to people and to scripts', async () => {
  expect((await assess(['models'], 'zh-CN')).out).toContain('客户成熟度');
  const lines = JSON.parse((await assess(['list', file, '--json'])).out) as { id: number; stage: string }[];
  const held = lines.find(({ stage }) => stage === 'low');
  const { out } = await assess(['show', file, String(held?.id)]);
  expect(out).toMatch(
    /^Harbor Retail Group · Customer maturity · .*\nLow 2\.96\nweakest: People and organisation 1\.60\nanswered 17 of 17 \(100 %\)\n {2}Cognition 3\.50\n/,
  );
});

test('a file of answers becomes a finished assessment, as one action', async () => {
  const answers = await answersOf({
    ...Object.fromEntries(modules.map((key) => [key, 3])),
    expansion: { level: 4, evidence: 'Conditions per offer' },
    advocacy: { notApplicableBecause: 'No market yet' },
    sponsorship: 3,
    team: 1,
    tools: 3,
  });
  const asked = ['--model', 'cs-function-maturity', '--company', 'Lumen', '--answers', answers];
  const { out, code } = await assess(['new', file, ...asked, '--json']);
  expect(code).toBe(0);
  const { result } = JSON.parse(out);
  expect(result).toMatchObject({
    overall: 3.14,
    stage: { key: 'fully-proactive', sustainable: false },
    coverage: { answered: 10, applicable: 10 },
  });
  const book = await openBook(file);
  const count = (await listAssessments(book.db)).length;
  await undo(book);
  expect((await listAssessments(book.db)).length).toBe(count - 1);
  await book.close();
});

test('too few answers are kept and reported as incomplete', async () => {
  const answers = await answersOf({ problem: 2 });
  const { code, out } = await assess(['new', file, '--account', 'YJ-001', '--answers', answers]);
  expect(code).toBe(4);
  expect(out).toContain('No overall figure');
});

test.each([
  { fault: 'an indicator the model lacks', answers: { nonsense: 2 }, says: 'nonsense' },
  { fault: 'a level out of range', answers: { problem: 9 }, says: 'problem' },
  { fault: 'an answer of another kind', answers: { problem: 'high' }, says: 'problem' },
])('$fault is refused and nothing is written', async ({ answers, says }) => {
  const place = await answersOf(answers);
  const { code, err } = await assess(['new', file, '--account', 'Yunji Supply', '--answers', place]);
  expect(code).toBe(3);
  expect(err).toContain(says);
});

test('without a subject, an unknown account or a missing file there is nothing to assess', async () => {
  const place = await answersOf({ problem: 2 });
  for (const labels of [
    ['--answers', place],
    ['--account', 'nobody', '--answers', place],
    ['--account', 'YJ-001', '--answers', path.join(folder, 'none.json')],
    ['--account', 'YJ-001', '--model', 'none', '--answers', place],
  ])
    expect((await assess(['new', file, ...labels])).code).toBe(3);
});

test('an assessment is exported in the language asked for', async () => {
  const [{ id } = { id: 0 }] = JSON.parse((await assess(['list', file, '--json'])).out) as { id: number }[];
  const to = path.join(folder, 'out.xlsx');
  expect((await assess(['export', file, String(id), '--to', to], 'zh-CN')).code).toBe(0);
  expect(read(await readFile(to)).SheetNames[0]).toBe('摘要');
});
