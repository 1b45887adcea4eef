import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { undo } from '../undo.ts';
import {
  acceptHandoff,
  closeHandoff,
  holdKickoff,
  returnHandoff,
  settleGap,
  submitHandoff,
} from './decide-query.ts';
import { offerDecision } from './decision.ts';
import { defaultEngagementLimits } from './engagement-rule.ts';
import {
  answerField,
  createHandoff,
  deleteHandoff,
  editHandoff,
  findEngagementLimits,
  getHandoff,
  listHandoffs,
  setEngagementLimits,
} from './query.ts';
import { type Quality, scoreHandoff } from './score.ts';
import { deliveryList, fieldsOf } from './template.ts';

const today = '2026-11-05';
let book: Book;
let id: number;

beforeEach(async () => {
  book = await memoryBook();
  id = await record(book, { key: 'handoff.create' }, async (trx) => {
    const account = await trx
      .insertInto('account')
      .values({ ...testAccount, name: '云集供应链' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const facts = { account_id: account.id, deal: null, seller: '周明', receiver: '林悦' };
    return createHandoff(trx, deliveryList, facts);
  });
});
afterEach(() => book.close());

/** Answers every field, judged alike except where said. */
const answerAll = (quality: Quality, others: Record<string, Quality> = {}) =>
  record(book, { key: 'handoff.import' }, async (trx) => {
    for (const { key } of fieldsOf(deliveryList)) {
      await answerField(trx, id, key, { answer: 'said by the customer', quality: others[key] ?? quality });
    }
  });
const submit = () => record(book, { key: 'handoff.submit' }, (trx) => submitHandoff(trx, id, today));
const accept = (gaps: { field: string; owner: string; dueOn: string }[], reason: string | null = null) =>
  record(book, { key: 'handoff.accept' }, (trx) => acceptHandoff(trx, id, { gaps, reason, today }));
const sendBack = (reason: string | null = null) =>
  record(book, { key: 'handoff.return' }, (trx) => returnHandoff(trx, id, { reason, today }));
const toFix = async () => {
  const { template, answers } = await getHandoff(book.db, id);
  return offerDecision(scoreHandoff(template, answers)).toFix.map(({ field }) => field.key);
};

describe('a handoff in the book', () => {
  it('is read with the template it was made with, though nothing is answered', async () => {
    const handoff = await getHandoff(book.db, id);
    expect(handoff).toMatchObject({
      accountName: '云集供应链',
      state: 'draft',
      answers: {},
      gaps: [],
      returns: [],
    });
    expect(handoff.template).toEqual(deliveryList);
  });

  it('keeps one copy of a template however many handoffs use it', async () => {
    const { account_id } = await getHandoff(book.db, id);
    await record(book, { key: 'handoff.create' }, (trx) =>
      createHandoff(trx, deliveryList, { account_id, deal: 'Second', seller: null, receiver: null }),
    );
    expect(await book.db.selectFrom('handoff_template').selectAll().execute()).toHaveLength(1);
    expect((await listHandoffs(book.db, account_id)).map(({ deal }) => deal)).toEqual(['Second', null]);
  });

  it('refuses to change a template that is kept', async () => {
    const change = record(book, { key: 'handoff.edit' }, (trx) =>
      trx.updateTable('handoff_template').set({ body: '{}' }).execute(),
    );
    await expect(change).rejects.toThrow(/never changes/);
  });

  it('changes only what is given of an answer, and undoes it alone', async () => {
    const change = (part: object) =>
      record(book, { key: 'handoff.answer' }, (trx) => answerField(trx, id, 'plan', part));
    await change({ answer: 'Pro' });
    await change({ quality: 2 });
    await change({ evidence: 'order 7' });
    const plan = async () => (await getHandoff(book.db, id)).answers.plan;
    expect(await plan()).toMatchObject({ answer: 'Pro', quality: 2, evidence: 'order 7', comment: null });
    await undo(book);
    await undo(book);
    expect(await plan()).toMatchObject({ answer: 'Pro', quality: null, evidence: null, comment: null });
    await undo(book);
    expect(await plan()).toBeUndefined();
  });

  it('is gone with its account, and back with it by undo', async () => {
    await answerAll(3);
    await record(book, { key: 'account.archive' }, (trx) => trx.deleteFrom('account').execute());
    expect(await listHandoffs(book.db)).toEqual([]);
    await undo(book);
    expect(Object.keys((await getHandoff(book.db, id)).answers)).toHaveLength(fieldsOf(deliveryList).length);
  });

  it('says so when it is not there', async () => {
    const missing = { code: 'record.not-found', parameters: { noun: 'handoff', id: 99 } };
    await expect(getHandoff(book.db, 99)).rejects.toMatchObject(missing);
    for (const write of [
      record(book, { key: 'handoff.edit' }, (trx) => editHandoff(trx, 99, { deal: 'x' })),
      record(book, { key: 'handoff.delete' }, (trx) => deleteHandoff(trx, 99)),
      record(book, { key: 'handoff.submit' }, (trx) => submitHandoff(trx, 99, today)),
    ])
      await expect(write).rejects.toMatchObject(missing);
  });
});

describe('deciding', () => {
  it('accepts a complete handoff, and keeps score and offer with it', async () => {
    await answerAll(3);
    await submit();
    await accept([]);
    expect(await getHandoff(book.db, id)).toMatchObject({
      state: 'accepted',
      submitted_on: today,
      accepted_on: today,
      accepted_score: 100,
      offered: 'accept',
      gaps: [],
    });
  });

  it('accepts with gaps only when each has an owner', async () => {
    await answerAll(2, {
      industry: 3,
      products: 3,
      plan: 3,
      seats: 3,
      amount: 3,
      'why-bought': 3,
      'known-risks': 3,
    });
    await submit();
    const fields = await toFix();
    expect(fields.length).toBeGreaterThan(0);
    await expect(accept([])).rejects.toMatchObject({ code: 'handoff.gap-unassigned' });
    await expect(accept(fields.map((field) => ({ field, owner: ' ', dueOn: today })))).rejects.toMatchObject({
      code: 'handoff.gap-unassigned',
    });
    expect((await getHandoff(book.db, id)).gaps).toEqual([]);
    await accept(fields.map((field) => ({ field, owner: '周明', dueOn: '2026-11-09' })));
    const { gaps, offered } = await getHandoff(book.db, id);
    expect(offered).toBe('accept-with-gaps');
    expect(gaps.map(({ field }) => field).sort()).toEqual(fields.toSorted());
  });

  it('keeps every return with its fields, and when it came back', async () => {
    await answerAll(3, { 'why-bought': 0 });
    await submit();
    await sendBack('Ask why now');
    await submit();
    await sendBack();
    expect((await getHandoff(book.db, id)).returns).toMatchObject([
      {
        returnedOn: today,
        resubmittedOn: today,
        seller: '周明',
        fields: ['why-bought'],
        reason: 'Ask why now',
      },
      { returnedOn: today, resubmittedOn: null, offered: 'return', fields: ['why-bought'], reason: null },
    ]);
  });

  it('asks for a reason to decide against the offer, both ways', async () => {
    await answerAll(3, { 'why-bought': 0 });
    await submit();
    const gaps = [{ field: 'why-bought', owner: '周明', dueOn: '2026-11-09' }];
    await expect(accept(gaps)).rejects.toMatchObject({ code: 'handoff.reason-needed' });
    await accept(gaps, 'Kickoff is tomorrow');
    expect(await getHandoff(book.db, id)).toMatchObject({
      offered: 'return',
      decision_reason: 'Kickoff is tomorrow',
    });
    await undo(book);
    await answerAll(3);
    await expect(sendBack()).rejects.toMatchObject({ code: 'handoff.reason-needed' });
    await sendBack('The deal was cancelled');
    expect((await getHandoff(book.db, id)).returns).toMatchObject([{ offered: 'accept', fields: [] }]);
  });

  it('refuses an action the state does not allow and changes nothing', async () => {
    await expect(accept([])).rejects.toMatchObject({
      code: 'handoff.wrong-state',
      parameters: { state: 'draft', action: 'accept' },
    });
    await submit();
    await expect(submit()).rejects.toMatchObject({ code: 'handoff.wrong-state' });
    const close = record(book, { key: 'handoff.close' }, (trx) => closeHandoff(trx, id, today));
    await expect(close).rejects.toMatchObject({ code: 'handoff.wrong-state' });
    expect((await getHandoff(book.db, id)).state).toBe('submitted');
  });

  it('closes after the kickoff, once the gaps are settled', async () => {
    await answerAll(3, { 'why-bought': 0 });
    await submit();
    await accept([{ field: 'why-bought', owner: '周明', dueOn: '2026-11-09' }], 'Kickoff is tomorrow');
    await record(book, { key: 'handoff.hold-kickoff' }, (trx) => holdKickoff(trx, id, '2026-11-06'));
    const close = () => record(book, { key: 'handoff.close' }, (trx) => closeHandoff(trx, id, '2026-11-12'));
    await expect(close()).rejects.toMatchObject({ code: 'handoff.gaps-open', parameters: { count: 1 } });
    const [gap] = (await getHandoff(book.db, id)).gaps;
    await record(book, { key: 'handoff.settle-gap' }, (trx) => settleGap(trx, gap?.id ?? 0, '2026-11-09'));
    await close();
    expect(await getHandoff(book.db, id)).toMatchObject({
      state: 'closed',
      kickoff_on: '2026-11-06',
      closed_on: '2026-11-12',
    });
  });

  it('is undone as a whole, gaps included', async () => {
    await answerAll(3, { 'why-bought': 0 });
    await submit();
    await accept([{ field: 'why-bought', owner: '周明', dueOn: '2026-11-09' }], 'Kickoff is tomorrow');
    await undo(book);
    expect(await getHandoff(book.db, id)).toMatchObject({ state: 'submitted', gaps: [], accepted_on: null });
  });
});

describe('the limits of the engagement rule', () => {
  it('are the usual ones until the user sets others', async () => {
    expect(await findEngagementLimits(book.db, 'CNY')).toBeNull();
    const limits = { ...defaultEngagementLimits(100, 'CNY'), salesCycleDays: 45 };
    await record(book, { key: 'handoff.set-limits' }, (trx) => setEngagementLimits(trx, limits));
    await record(book, { key: 'handoff.set-limits' }, (trx) =>
      setEngagementLimits(trx, { ...limits, implementationDays: 14 }),
    );
    expect(await findEngagementLimits(book.db, 'CNY')).toEqual({ ...limits, implementationDays: 14 });
  });
});
