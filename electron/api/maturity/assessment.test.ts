import { link, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { builtInModels } from '../../../db/maturity/models.ts';
import { saveCopy } from '../../../db/save-copy.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

const facts = { assessedOn: '2026-11-05', assessor: ' Lin Yue ' };
const functionModel = builtInModels.find(({ key }) => key === 'cs-function-maturity');

test('a workshop: start, answer, finish, compare with the one before', async () => {
  const assess = async (level: number, assessedOn: string) => {
    const subject = { company: ' Lumen ' };
    const { id } = await api().assessment.create({
      model: 'cs-function-maturity',
      subject,
      ...facts,
      assessedOn,
    });
    for (const { indicator } of functionModel ? indicatorsOf(functionModel) : [])
      await api().assessment.answer({ id, indicator: indicator.key, change: { level } });
    await api().assessment.finish({ id });
    return id;
  };
  const first = await assess(2, '2026-03-01');
  const second = await assess(3, '2026-11-05');
  const shown = await api().assessment.get({ id: second });
  expect(shown).toMatchObject({
    subject: 'Lumen',
    assessor: 'Lin Yue',
    finishedOn: '2026-11-05',
    result: { overall: 3, stage: { key: 'fully-proactive' } },
    earlier: [{ id: first, assessedOn: '2026-03-01' }],
    compared: { id: first, change: { overall: { before: 2, now: 3, difference: 1 }, sameVersion: true } },
  });
  expect(shown.plan.steps.every(({ crossDepartment }) => crossDepartment)).toBe(true);
});

test('an assessment may be compared with any earlier one, and with none where there is none', async () => {
  const [latest] = (await api().assessment.list({})).filter(({ stage }) => stage?.key === 'medium');
  const shown = await api().assessment.get({ id: latest?.id ?? 0 });
  const against = shown.earlier.at(-1)?.id ?? 0;
  const again = await api().assessment.get({ id: latest?.id ?? 0, against });
  expect(again.compared?.id).toBe(against);
  const first = await api().assessment.get({ id: against });
  expect(first).toMatchObject({ earlier: [], compared: null });
});

test('an account may be assessed, and its assessments listed', async () => {
  const account = await tenure.service.shelf.book.db
    .selectFrom('account')
    .selectAll()
    .executeTakeFirstOrThrow();
  const subject = { accountId: account.id };
  const { id } = await api().assessment.create({ model: 'customer-maturity', subject, ...facts });
  const [line] = await api().assessment.list({ accountId: account.id });
  expect(line).toMatchObject({ id, subject: account.name, settled: 0, indicators: 17, finishedOn: null });
});

test('what is asked for must exist and answers must be of one kind', async () => {
  const create = api().assessment.create;
  await expect(create({ model: 'none', subject: { company: 'Lumen' }, ...facts })).rejects.toThrow(
    'record.not-found',
  );
  await expect(
    create({ model: 'customer-maturity', subject: { accountId: 9999 }, ...facts }),
  ).rejects.toThrow('record.not-found');
  await expect(
    create({ model: 'customer-maturity', subject: { company: '  ' }, ...facts }),
  ).rejects.toThrow();
  const { id } = await create({ model: 'customer-maturity', subject: { company: 'Lumen' }, ...facts });
  const both = { level: 2, notApplicableBecause: 'x' };
  await expect(api().assessment.answer({ id, indicator: 'problem', change: both })).rejects.toThrow();
  await expect(
    api().assessment.answer({ id, indicator: 'problem', change: { notApplicableBecause: ' ' } }),
  ).rejects.toThrow();
});

test('each action can be undone, and says whose assessment it was', async () => {
  const { id } = await api().assessment.create({
    model: 'customer-maturity',
    subject: { company: 'Lumen' },
    ...facts,
  });
  await api().assessment.answer({ id, indicator: 'problem', change: { level: 2 } });
  await api().assessment.answer({ id, indicator: 'problem', change: { evidence: ' Minutes ' } });
  await api().assessment.aim({ id, dimension: 'tools', level: 4 });
  await api().assessment.edit({ id, assessedOn: '2026-11-04', assessor: null });
  await api().assessment.finish({ id });
  await api().assessment.reopen({ id });
  expect((await api().book.status())?.undo).toMatchObject({
    action: 'assessment.reopen',
    parameters: { name: 'Lumen' },
  });
  await api().assessment.remove({ id });
  for (let count = 0; count < 7; count++) await api().change.undo();
  const bare = await api().assessment.get({ id });
  expect(bare).toMatchObject({ assessedOn: '2026-11-05', answers: [], targets: {}, finishedOn: null });
  await api().change.undo();
  await expect(api().assessment.get({ id })).rejects.toThrow('record.not-found');
});

test('other books stand beside the open one, untouched; those that cannot are named with the reason', async () => {
  const { book } = tenure.service.shelf;
  const [copy, text] = [path.join(tenure.folder, 'North.tenure'), path.join(tenure.folder, 'list.tenure')];
  await saveCopy(book, copy);
  await writeFile(text, 'name,arr');
  const again = path.join(tenure.folder, 'again.tenure');
  await link(copy, again);
  const before = await readFile(copy);
  const model = 'customer-maturity';
  const alone = await api().assessment.portfolio({ model });
  const count = alone.portfolio?.lines.length ?? 0;
  const others = [copy, again, book.path ?? '', text, path.join(tenure.folder, 'gone.tenure')];
  const { portfolio, books, refused } = await api().assessment.portfolio({ model, others });
  expect(portfolio?.lines).toHaveLength(2 * count);
  expect(portfolio?.overall).toEqual({ ...alone.portfolio?.overall, count: 2 * count });
  expect(books).toMatchObject([{ path: copy, count }]);
  expect(refused.map(({ path: file, failure }) => [file, failure.code])).toEqual([
    [again, 'book.compared-already'],
    [book.path, 'book.compared-already'],
    [text, 'book.not-a-book'],
    [others[4], 'book.not-found'],
  ]);
  expect((await readFile(copy)).equals(before)).toBe(true);
});
