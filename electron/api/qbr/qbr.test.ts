import { beforeEach, expect, test } from 'vitest';
import { initialize } from '../../../db/record.ts';
import { testAccount } from '../../../db/testing/book.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-22T08:00:00Z', { book: { fiscalYearStartMonth: 12 } });
let api: ReturnType<typeof tenure.api>;

let accountId: number;

beforeEach(async () => {
  const { book } = tenure.service.shelf;
  await initialize(book, async (trx) => {
    const account = { ...testAccount, name: 'Harbor', size: 'large' } as const;
    await trx
      .insertInto('account')
      .values({ ...account, id: 1 })
      .execute();
    await trx
      .insertInto('contact')
      .values([
        { account_id: 1, name: 'He Jun', role: 'key-user' },
        { account_id: 1, name: 'Mei Lin', role: 'sponsor' },
      ])
      .execute();
  });
  accountId = 1;
  api = tenure.api();
});

const facts = {
  valuePoint: 'Reorder advice',
  metric: 'Stock-outs a month',
  unit: '',
  term: 'short' as const,
  direction: 'decrease' as const,
  baseline: 120,
  baselineOn: '2026-01-01',
  target: 60,
  dueOn: '2026-12-31',
  owner: ' ',
  definedBy: null,
  confirmedOn: null,
  redefinedOn: null,
  note: null,
  closedOn: null,
};

async function startReview(): Promise<number> {
  const { period, minutes } = await api.qbr.propose({
    kind: 'qbr',
    accountId: null,
    meetingOn: '2026-12-02',
  });
  const { id } = await api.qbr.create({
    accountId,
    kind: 'qbr',
    period,
    meetingOn: '2026-12-02',
    minutes,
    place: null,
  });
  return id;
}

test('the room keeps its pages while commitments are taken down, though the preview leaves the empty page out', async () => {
  const id = await startReview();
  const pages = async (of: 'forRoom' | 'forCustomer') =>
    (await api.qbr[of]({ id })).sections.map(({ section }) => section);
  expect(await pages('forCustomer')).toEqual(['agenda']);
  expect(await pages('forRoom')).toEqual(['ask', 'agenda']);
  await api.qbr.ask.add({ qbrId: id, line: { side: 'us', ask: 'Name a lead', askedOf: null, dueOn: null } });
  expect(await pages('forRoom')).toEqual(['ask', 'agenda']);
  expect(await pages('forCustomer')).toEqual(['ask', 'agenda']);
});

test('a review is prepared, frozen and thawed again by undo', async () => {
  const id = await startReview();
  const open = await api.qbr.get({ id });
  expect(open.content.review).toMatchObject({ period: { from: '2026-09-01', to: '2026-11-30' } });
  expect(open.timeline?.map(({ on }) => on)).toEqual([
    '2026-11-02',
    '2026-11-25',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
  ]);
  expect(open.contacts.map(({ name }) => name)).toEqual(['Mei Lin', 'He Jun']);

  await api.qbr.difficulty.add({ qbrId: id, line: { difficulty: 'No training', lesson: null } });
  await api.qbr.editSection({
    id,
    section: 'outcomes',
    labels: { soWhat: 'Advice is used', talkingPoint: 'ask for returns' },
  });
  const preview = await api.qbr.forCustomer({ id });
  expect(preview.difficulties).toEqual([{ difficulty: 'No training', lesson: null }]);
  expect(JSON.stringify(preview)).not.toContain('ask for returns');

  await expect(api.qbr.freeze({ id })).rejects.toMatchObject({ cause: { code: 'qbr.honesty-open' } });
  await expect(
    api.qbr.export({ id, form: 'deck', audience: 'customer', languages: ['en'], path: '/tmp/never.pptx' }),
  ).rejects.toMatchObject({ cause: { code: 'qbr.honesty-open' } });
  expect((await api.qbr.honesty({ id })).open.map(({ key }) => key)).toContain('ask-missing-us');
  await api.qbr.answerHonesty({ id, answer: 'The customer asked for a short one' });
  expect(await api.qbr.honesty({ id })).toEqual({ open: [], answer: 'The customer asked for a short one' });
  await api.qbr.freeze({ id });
  const frozen = await api.qbr.get({ id });
  expect(frozen.states).toMatchObject({ ask: 'untouched', difficulty: 'ready' });
  expect(frozen.honesty.answer).toBe('The customer asked for a short one');
  await expect(
    api.qbr.ask.add({ qbrId: id, line: { side: 'us', ask: 'x', askedOf: null, dueOn: null } }),
  ).rejects.toMatchObject({ cause: { code: 'qbr.frozen' } });
  expect((await api.qbr.get({ id })).readiness).toBeNull();
  await api.change.undo();
  expect((await api.qbr.get({ id })).readiness?.score).toBeLessThan(100);
});

test('goals take readings one by one or many at once, and each action is undone as one', async () => {
  const { id: goalId } = await api.goal.create({ accountId, facts });
  const readings = ['2026-08-20', '2026-11-18'].map((on, index) => ({
    on,
    value: 96 - 15 * index,
    source: 'WMS',
  }));
  await api.goal.addReadings({ goalId, readings });
  expect(await api.goal.list({ accountId })).toMatchObject([
    {
      owner: null,
      valuePoint: { name: 'Reorder advice' },
      progress: { status: 'at-risk', reading: { value: 81 } },
    },
  ]);
  await api.change.undo();
  expect(await api.goal.list({ accountId })).toMatchObject([{ readings: [], progress: { status: null } }]);
  await expect(api.goal.edit({ id: 99, facts })).rejects.toMatchObject({
    cause: { code: 'record.not-found' },
  });
});

test('other words for success need another confirmation; the same words keep theirs', async () => {
  const labels = { accountId, whyBought: 'Too slow', definition: 'Ship in a day' };
  await api.goal.successDefinition.write(labels);
  await api.goal.successDefinition.confirm({ accountId, by: 'Mei Lin' });
  await api.goal.successDefinition.write({ ...labels, whyBought: 'Far too slow' });
  expect(await api.goal.successDefinition.find({ accountId })).toMatchObject({ confirmedOn: '2026-11-22' });
  await api.goal.successDefinition.write({ ...labels, definition: 'Ship in six hours' });
  expect(await api.goal.successDefinition.find({ accountId })).toMatchObject({
    confirmedOn: null,
    confirmedBy: null,
  });
});

test('a claim shows its worth by its formula; a period that ends before it starts is refused', async () => {
  const claim = {
    valuePoint: null,
    goalId: null,
    outcome: '19 hours faster',
    promised: null,
    period: { from: '2026-09-01', to: '2026-11-30' },
    inputs: [{ label: 'hours', value: 10, unit: 'h' }],
    currency: 'CNY',
    conversionAgreedOn: '2026-09-01',
    signedOn: null,
    signedBy: null,
    source: 'WMS',
    quote: null,
    note: null,
  };
  const { id } = await api.value.claim.create({ accountId, facts: claim });
  const listed = await api.value.claim.list({ accountId });
  expect(listed.claims).toMatchObject([{ worth: { kind: 'worth', money: { minor: 1000 } } }]);
  expect(listed.proof).toMatchObject({ unsigned: [{ minor: 1000 }], roi: { gap: 'nothing-signed' } });
  const backwards = { ...claim, period: { from: '2026-09-01', to: '2026-08-01' } };
  await expect(api.value.claim.edit({ id, facts: backwards })).rejects.toMatchObject({
    cause: { code: 'record.ends-before-start' },
  });
});

test('what is promised in a review is in the ledger, and is scored there', async () => {
  const id = await startReview();
  const { id: commitmentId } = await api.commitment.create({
    accountId,
    text: 'Train returns',
    side: 'us',
    promisedBy: null,
    promisedTo: null,
    madeOn: '2026-12-02',
    dueOn: '2027-01-31',
    comment: null,
    source: { noun: 'qbr', id },
  });
  expect((await api.qbr.get({ id })).content.newCommitments).toMatchObject([{ text: 'Train returns' }]);
  await api.commitment.score({ id: commitmentId, status: 'kept' });
  expect(await api.commitment.list({ accountId })).toMatchObject([
    { status: 'kept', scored_on: '2026-11-22' },
  ]);
});
