import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { placeAccounts } from '../segment/placement-query.ts';
import { createSegment, editSegment } from '../segment/query.ts';
import { createScheme } from '../segment/scheme-query.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { applyTemplate, listMilestones, planMilestones } from './query.ts';
import {
  addTemplateLine,
  copyTemplate,
  createStandardTemplate,
  createTemplate,
  deleteTemplate,
  editTemplateLine,
  listMilestoneTemplates,
  reorderTemplateLines,
  type TemplateLineFacts,
  templateLines,
  templateOfAccount,
} from './template-query.ts';

const today = '2026-11-22';
let book: Book;
let harbor: number;
const write = <Result>(run: (trx: Parameters<typeof createTemplate>[0]) => Promise<Result>) =>
  record(book, { key: 'milestone-template.edit', parameters: { name: '' } }, run);
const step = (title: string, facts: Partial<TemplateLineFacts> = {}): TemplateLineFacts => ({
  kind: 'milestone',
  title,
  titleZh: null,
  stage: 'onboarding',
  anchor: 'start',
  offsetDays: 7,
  channel: null,
  isFirstValue: false,
  ...facts,
});
const all = async () => (await listMilestoneTemplates(book.db))[0];

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
  harbor = await write(async (trx) => {
    await describeBook(trx, testSettings);
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.insertInto('contract').values(testContract(id)).execute(); // 2026, paid on its first day
    return id;
  });
});
afterEach(() => book.close());

test('the standard journey is told in both languages, with one first value', async () => {
  await write(createStandardTemplate);
  const { name, nameZh, lines = [] } = (await all()) ?? {};
  expect([name, nameZh]).toEqual(['Standard customer journey', '标准客户旅程']);
  expect(lines.every(({ titleZh }) => titleZh !== null)).toBe(true);
  expect(lines.filter(({ isFirstValue }) => isFirstValue)).toHaveLength(1);
});

test('a template has one first value: choosing another takes it from the first', async () => {
  const id = await write(async (trx) => {
    const template = await createTemplate(trx, { name: 'Tech', nameZh: null });
    await addTemplateLine(trx, template, step('Import', { isFirstValue: true }));
    await addTemplateLine(trx, template, step('A week by the list', { isFirstValue: true }));
    return template;
  });
  const first = async () => (await templateLines(book.db, id)).map(({ isFirstValue }) => isFirstValue);
  expect(await first()).toEqual([false, true]);
  const [line] = await templateLines(book.db, id);
  await write((trx) => editTemplateLine(trx, id, line?.id ?? 0, step('Import', { isFirstValue: true })));
  expect(await first()).toEqual([true, false]);
});

test('a milestone goes by no channel and a touchpoint is no first value, whatever is sent', async () => {
  const id = await write((trx) => createTemplate(trx, { name: 'Tech', nameZh: null }));
  await write((trx) => addTemplateLine(trx, id, step('Reached', { channel: 'call' })));
  await write((trx) => addTemplateLine(trx, id, step('Call', { kind: 'touchpoint', isFirstValue: true })));
  expect(await templateLines(book.db, id)).toMatchObject([{ channel: null }, { isFirstValue: false }]);
});

test('a copy has the same steps and goes its own way', async () => {
  const [id, copy] = await write(async (trx) => {
    const template = await createStandardTemplate(trx);
    return [template, await copyTemplate(trx, template, { name: 'High touch', nameZh: '高触' })];
  });
  const lines = await templateLines(book.db, copy);
  expect(lines.map(({ title }) => title)).toEqual(
    (await templateLines(book.db, id)).map(({ title }) => title),
  );
  await write((trx) => reorderTemplateLines(trx, copy, lines.map((line) => line.id).toReversed()));
  expect((await templateLines(book.db, copy))[0]?.title).toBe('Renewal is signed');
  expect((await templateLines(book.db, id))[0]?.title).toBe('Welcome and introduce yourself');
});

test('a deleted template leaves what was planned from it and its segments without one; undo brings all of it back', async () => {
  const id = await write(createStandardTemplate);
  const segment = await write(async (trx) => {
    const scheme = await createScheme(trx, { name: 'Size', kind: 'a-priori', purpose: null });
    const large = await createSegment(trx, scheme, 'Large');
    await editSegment(trx, large, { milestone_template_id: id });
    await placeAccounts(trx, large, [harbor], 'hand');
    await applyTemplate(trx, harbor, id, [0, 1], today);
    return large;
  });
  expect(await templateOfAccount(book.db, harbor)).toEqual({ templateId: id, segment: 'Large' });
  const chosen = async () =>
    (
      await book.db
        .selectFrom('segment')
        .select('milestone_template_id')
        .where('id', '=', segment)
        .executeTakeFirstOrThrow()
    ).milestone_template_id;
  await write((trx) => deleteTemplate(trx, id));
  expect([await all(), await chosen(), await templateOfAccount(book.db, harbor)]).toEqual([
    undefined,
    null,
    null,
  ]);
  expect((await listMilestones(book.db, harbor)).map(({ lineId }) => lineId)).toEqual([null, null]);
  await undo(book);
  expect([(await all())?.lines.length, await chosen()]).toEqual([12, id]);
  expect((await listMilestones(book.db, harbor)).every(({ lineId }) => lineId !== null)).toBe(true);
});

test('planning tells what is planned already, what belongs to a stage that is over, and what is to come', async () => {
  const id = await write(createStandardTemplate);
  const lines = await templateLines(book.db, id);
  await write((trx) => applyTemplate(trx, harbor, id, [10], today));
  const states = (await planMilestones(book.db, harbor, lines, today)).map(({ state }) => state);
  expect(states).toEqual([
    ...Array(9).fill('over'), // onboarding and growth of a contract that ends in five weeks
    'open',
    'planned',
    'open',
  ]);
});

test('only the steps asked for are created', async () => {
  const id = await write(createStandardTemplate);
  expect(await write((trx) => applyTemplate(trx, harbor, id, [9, 11], today))).toBe(2);
  expect((await listMilestones(book.db, harbor)).map(({ title, dueOn }) => [title, dueOn])).toEqual([
    ['Renewal talk with the sponsor', '2026-10-03'],
    ['Renewal is signed', '2026-12-17'],
  ]);
});
