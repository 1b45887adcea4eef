import { sql, type Updateable } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import type { ContractTable } from '../contract/table.ts';
import { builtInModels } from '../maturity/models.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { createTask, finishTask, snoozeTask } from '../task/query.ts';
import { testAccount, testContract, testSettings } from '../testing/book.ts';
import { plansOf } from '../testing/plan.ts';
import { gatherToday } from './query.ts';

const today = '2026-11-22';
let book: Book;
let harbor: number;
const write = (run: Parameters<typeof record>[2]) => record(book, { key: 'account.edit' }, run);
const facts = async () => (await gatherToday(book.db, today, new Date(`${today}T04:00:00Z`))).facts;

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
  await write((trx) => describeBook(trx, testSettings));
  await write(async (trx) => {
    const { id } = await trx
      .insertInto('account')
      .values({ ...testAccount, name: 'Harbor' })
      .returning('id')
      .executeTakeFirstOrThrow();
    harbor = id;
    await trx
      .insertInto('contract')
      .values(testContract(id, { notice_days: 30 }))
      .execute();
  });
});
afterEach(() => book.close());

const sponsor = (last_touched_on: string | null) =>
  write((trx) =>
    trx
      .insertInto('contact')
      .values({ account_id: harbor, name: 'Mei Lin', role: 'sponsor', last_touched_on })
      .execute(),
  );

const term = (facts: Updateable<ContractTable>) =>
  write((trx) => trx.updateTable('contract').set(facts).execute());
const renewals = async () => (await facts()).renewals.map(({ product, endOn }) => [product, endOn]);

test('a contract that ends within ninety days is told with its notice deadline', async () => {
  expect((await facts()).renewals).toEqual([
    {
      id: 1,
      accountId: harbor,
      accountName: 'Harbor',
      product: 'Platform',
      endOn: '2026-12-31',
      noticeOn: '2026-12-01',
      renewsByItself: false,
      noticeGivenOn: null,
    },
  ]);
  await term({ end_on: '2027-02-21', notice_days: 30 });
  expect(await renewals()).toEqual([]);
});

test('a notice deadline within thirty days is told however far the end is', async () => {
  await term({ end_on: '2027-06-20', notice_days: 180 }); // notice by 2026-12-22, in 30 days
  expect(await renewals()).toEqual([['Platform', '2027-06-20']]);
  await term({ end_on: '2027-06-21' });
  expect(await renewals()).toEqual([]);
});

test('a second product line hides nothing of the first', async () => {
  const second = { product: 'Analytics', end_on: '2027-05-22', notice_days: 180 }; // notice by tomorrow
  await write((trx) => trx.insertInto('contract').values(testContract(harbor, second)).execute());
  expect(await renewals()).toEqual([
    ['Analytics', '2027-05-22'],
    ['Platform', '2026-12-31'],
  ]);
});

test('a contract that ended is asked about until its outcome is on record', async () => {
  await term({ end_on: '2026-11-21' });
  expect(await renewals()).toEqual([['Platform', '2026-11-21']]);
  await term({ notice_given_on: today });
  expect(await renewals()).toEqual([]);
  await term({ notice_given_on: null });
  await write((trx) => trx.updateTable('account').set({ status: 'churned' }).execute());
  expect(await renewals()).toEqual([]);
  await write((trx) => trx.updateTable('account').set({ status: 'active' }).execute());
  const next = { start_on: '2026-11-22', end_on: '2027-11-21' };
  await write((trx) => trx.insertInto('contract').values(testContract(harbor, next)).execute());
  expect(await renewals()).toEqual([]);
});

test('a contract that renews itself is never asked about as ended', async () => {
  await term({ end_on: '2026-11-21', auto_renews: 1 });
  expect(await renewals()).toEqual([]);
  const { rows } = await sql<{ stage: string; arr: number }>`
    select stage, arr_minor as arr from account_status`.execute(book.db);
  expect(rows).toEqual([{ stage: 'growth', arr: 10_000 }]);
});

test('what became a task stands on the list as that task until it is done', async () => {
  const source = { noun: 'renewal', id: 1 };
  const task = { accountId: harbor, title: 'Plan', owner: null, dueOn: '2026-11-25', interval: null };
  const id = await record(book, { key: 'task.create' }, (trx) => createTask(trx, task, source));
  expect((await facts()).renewals).toEqual([]);
  await record(book, { key: 'task.finish' }, (trx) => finishTask(trx, id, today));
  expect((await facts()).renewals).toHaveLength(1);
});

test('tasks are told from their day on, unless they are put off', async () => {
  const task = { accountId: null, title: 'Call', owner: null, dueOn: today, interval: null };
  const id = await record(book, { key: 'task.create' }, (trx) => createTask(trx, task, null));
  expect((await facts()).tasks).toMatchObject([{ title: 'Call', accountName: null }]);
  await record(book, { key: 'task.snooze' }, (trx) => snoozeTask(trx, id, '2026-11-23'));
  expect((await facts()).tasks).toEqual([]);
});

test.each([
  ['was talked to thirty days ago', '2026-10-23', 0],
  ['was not talked to for longer', '2026-10-22', 1],
  ['was never talked to', null, 1],
])('a sponsor who %s counts so', async (_, touched, count) => {
  await sponsor(touched);
  expect((await facts()).sponsors).toHaveLength(count);
});

const talks = (days: readonly string[]) =>
  write((trx) =>
    trx
      .insertInto('note')
      .values(
        days.map((occurred_on) => ({
          account_id: harbor,
          contact_id: 1,
          kind: 'call' as const,
          body: 'x',
          occurred_on,
        })),
      )
      .execute(),
  );

test('a sponsor is silent by the rhythm the card shows: the weekly one after two weeks, the quarterly one not after one', async () => {
  await sponsor('2026-11-02');
  await talks(['2026-10-19', '2026-10-26']);
  expect((await facts()).sponsors).toMatchObject([{ sponsor: 'Mei Lin', isQuiet: false }]);
  await write((trx) => trx.deleteFrom('note').execute());
  await write((trx) => trx.updateTable('contact').set({ last_touched_on: '2026-09-08' }).execute());
  await talks(['2026-03-08', '2026-06-08']);
  expect((await facts()).sponsors).toEqual([]);
});

test('an assessment is due again by its model, whatever another model said since', async () => {
  const keys = ['customer-maturity', 'product-cs-alignment'];
  const models = builtInModels.filter(({ key }) => keys.includes(key));
  await write(async (trx) => {
    for (const [at, model] of models.entries()) {
      const { id } = await trx
        .insertInto('maturity_model')
        .values({ key: model.key, version: 1, body: JSON.stringify(model) })
        .returning('id')
        .executeTakeFirstOrThrow();
      const assessed_on = at === 0 ? '2025-11-22' : '2026-11-08';
      await trx
        .insertInto('assessment')
        .values({
          model_id: id,
          account_id: harbor,
          company: null,
          assessed_on,
          assessor: null,
          finished_on: assessed_on,
          overall_hundredths: null,
          stage: null,
        })
        .execute();
    }
  });
  expect((await facts()).assessments).toMatchObject([
    { id: 1, accountId: harbor, assessedOn: '2025-11-22', model: 'Customer maturity' },
  ]);
});

test('an account without a sponsor is told though others there are talked to', async () => {
  await write((trx) =>
    trx
      .insertInto('contact')
      .values({ account_id: harbor, name: 'Fang Yi', role: 'finance', last_touched_on: today })
      .execute(),
  );
  expect((await facts()).sponsors).toMatchObject([{ sponsor: null, anyTouchedOn: today }]);
});

test('of the sponsors the one talked to last counts', async () => {
  await sponsor('2026-01-01');
  await sponsor('2026-11-20');
  expect((await facts()).sponsors).toEqual([]);
});

test('an archived account says nothing any more', async () => {
  await write((trx) => trx.updateTable('account').set({ archived_at: '2026-11-22' }).execute());
  for (const [kind, rows] of Object.entries(await facts())) expect([kind, rows]).toEqual([kind, []]);
});

test('of one kind the first hundred are told, and how many more there are', async () => {
  await write((trx) =>
    trx
      .insertInto('task')
      .values(
        Array.from({ length: 130 }, (_, at) => ({ account_id: harbor, title: `Call ${at}`, due_on: today })),
      )
      .execute(),
  );
  const { facts: found, unlisted } = await gatherToday(book.db, today, new Date(`${today}T04:00:00Z`));
  expect([found.tasks.length, unlisted]).toEqual([100, { task: 30 }]);
});

test('a review is told when it is overdue or to be prepared, and not while one is being prepared', async () => {
  expect((await facts()).qbrsDue).toEqual([
    { id: harbor, accountId: harbor, accountName: 'Harbor', dueOn: '2026-09-30' }, // half a year after onboarding
  ]);
  await write((trx) =>
    trx
      .insertInto('qbr')
      .values({
        account_id: harbor,
        kind: 'qbr',
        from_on: '2026-07-01',
        to_on: '2026-09-30',
        minutes: 60,
        meeting_on: null,
        place: null,
        held_on: null,
      })
      .execute(),
  );
  expect((await facts()).qbrsDue).toEqual([]);
});

test('due rows are found by an index, never by reading a whole table', async () => {
  const plans = await plansOf(book, () => gatherToday(book.db, today, new Date(`${today}T04:00:00Z`)));
  expect(
    plans.filter(
      (step) =>
        /^SCAN (task|commitment|milestone|handoff|account|contact|contract|qbr|note)\b/.test(step) &&
        !step.includes('INDEX'),
    ),
  ).toEqual([]);
  const text = plans.join('\n');
  for (const index of ['task_open_by_due', 'milestone_open_by_due', 'product_line_status_by_end', 'qbr_held'])
    expect(text).toContain(index);
});
