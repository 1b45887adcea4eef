import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { read, write } from '@e965/xlsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryList, fieldsOf } from '../../../db/handoff/template.ts';
import { uploadLimits } from '../../../db/types/upload.ts';
import type { Service } from '../../service.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

let accountId: number;
let id: number;

beforeEach(async () => {
  const account = await tenure.service.shelf.book.db
    .selectFrom('account')
    .select('id')
    .executeTakeFirstOrThrow();
  accountId = account.id;
  id = (
    await api().handoff.create({
      account: { id: accountId },
      deal: ' First order ',
      seller: 'Zhou Ming',
      receiver: '',
    })
  ).id;
});

const samples: Record<string, string> = {
  number: '12',
  money: '¥48.6万',
  date: '2026/12/1',
  link: 'https://x.example/1',
};
const answerEverything = async () => {
  for (const { key, type, options } of fieldsOf(deliveryList)) {
    const answer = options[0]?.key ?? samples[type] ?? 'said by the customer';
    await api().handoff.answer({ id, field: key, answer, quality: 3 });
  }
};

/** Exports the form, changes a cell of it as another program would, and hands it back. */
const formBack = async (
  change: (cells: Record<string, { t: string; v: unknown }>, answerOf: (key: string) => string) => void,
) => {
  const file = path.join(tenure.folder, 'form.xlsx');
  await api().handoff.form.export({ id, language: 'en', path: file });
  const workbook = read(await readFile(file));
  const sheet = workbook.Sheets['Delivery list'] ?? {};
  const answerOf = (key: string) =>
    `F${Object.keys(sheet)
      .find((address) => address.startsWith('A') && sheet[address]?.v === key)
      ?.slice(1)}`;
  change(sheet, answerOf);
  const body = new Blob([write(workbook, { type: 'array', bookType: 'xlsx' })]).stream();
  const upload = await tenure.service.transfers.receive(
    { name: 'form.xlsx', mediaType: '', bytes: null, limitBytes: uploadLimits.import },
    body as Parameters<Service['transfers']['receive']>[1],
  );
  return upload ?? '';
};

describe('the handoff API', () => {
  it('lists a new handoff at a glance', async () => {
    const [first] = await api().handoff.list({ accountId });
    expect(first).toMatchObject({
      id,
      deal: 'First order',
      receiver: null,
      state: 'draft',
      score: 0,
      answered: 0,
      fields: 44,
    });
  });

  it('begins with a new account when the book has none of that name, in one action', async () => {
    const begun = await api().handoff.create({
      account: { name: 'Newcomer' },
      deal: null,
      seller: 'Zhou Ming',
      receiver: null,
    });
    const { account_id } = await api().handoff.get({ id: begun.id });
    expect(await api().account.get({ id: account_id })).toMatchObject({
      name: 'Newcomer',
      status: 'prospect',
      salesOwner: 'Zhou Ming',
    });
    await api().change.undo();
    await expect(api().account.get({ id: account_id })).rejects.toMatchObject({
      cause: { code: 'record.not-found' },
    });
  });

  it('keeps answers in one form whatever was typed, and refuses what the field cannot hold', async () => {
    await api().handoff.answer({ id, field: 'amount', answer: '48.6万' });
    await api().handoff.answer({ id, field: 'start', answer: '2026年12月1日' });
    const { answers } = await api().handoff.get({ id });
    expect(answers).toMatchObject({ amount: { answer: '486000.00 CNY' }, start: { answer: '2026-12-01' } });
    await expect(api().handoff.answer({ id, field: 'start', answer: 'soon' })).rejects.toMatchObject({
      cause: { code: 'record.invalid', parameters: { reason: 'not-a-date' } },
    });
    await expect(api().handoff.answer({ id, field: 'nothing', answer: 'x' })).rejects.toMatchObject({
      cause: { code: 'record.not-found' },
    });
  });

  it('goes from draft to closed by way of a return, each action with the account in its words', async () => {
    await api().handoff.decision.submit({ id });
    const note = await api().handoff.decision.note({ id, reason: 'Call me.', language: 'zh-CN' });
    expect(note).toMatch(/^Zhou Ming，您好：[\s\S]*Call me\.[\s\S]*- 期望成果 \/ 购买原因：未填。/);
    await api().handoff.decision.return({ id, reason: 'Call me.' });
    await answerEverything();
    await api().handoff.decision.submit({ id });
    await api().handoff.decision.accept({ id, gaps: [], reason: null });
    await api().handoff.decision.holdKickoff({ id, heldOn: '2026-11-09' });
    await api().handoff.decision.close({ id });
    expect(await api().handoff.get({ id })).toMatchObject({
      state: 'closed',
      accepted_score: 100,
      returns: [{ reason: 'Call me.', score: 0 }],
    });
    expect((await api().book.status())?.undo).toMatchObject({
      action: 'handoff.close',
      parameters: { account: expect.any(String) },
    });
  });

  it('knows the limits of the engagement rule, the usual ones until others are set', async () => {
    expect((await api().handoff.get({ id })).limits).toEqual({
      averageDeal: { minor: 1_500_000, currency: 'CNY' },
      salesCycleDays: 60,
      implementationDays: 28,
    });
    await api().handoff.setLimits({
      averageDealMinor: 2_000_000,
      salesCycleDays: 45,
      implementationDays: 14,
    });
    await api().handoff.edit({ id, salesCycleDays: 50, averageDealMinor: null });
    expect(await api().handoff.get({ id })).toMatchObject({
      limits: { salesCycleDays: 45 },
      sales_cycle_days: 50,
    });
  });

  it('takes over a form that came back, chosen fields only, and asks again for the quality of what changed', async () => {
    await answerEverything();
    const upload = await formBack((cells, answerOf) => {
      cells[answerOf('plan')] = { t: 's', v: 'Pro' };
      cells[answerOf('seats')] = { t: 'n', v: 15 };
      cells[answerOf('start')] = { t: 's', v: 'soon' };
      cells[answerOf('plan').replace('F', 'G')] = { t: 's', v: 'Assumption' };
    });
    const form = await api().handoff.form.compare({ id, upload });
    expect(form).toMatchObject({ isThisHandoff: true, otherVersion: null, unchanged: 41, unknown: [] });
    expect(form.differences.map(({ field, problem }) => [field.key, problem])).toEqual([
      ['plan', null],
      ['seats', null],
      ['start', 'not-a-date'],
    ]);
    expect(await api().handoff.form.takeOver({ id, upload, fields: ['plan'], otherHandoff: false })).toEqual({
      changed: 1,
    });
    const { answers } = await api().handoff.get({ id });
    expect(answers).toMatchObject({
      plan: { answer: 'Pro', quality: null, source: 'assumption' },
      seats: { answer: '12', quality: 3, source: null },
      start: { answer: '2026-12-01' },
    });
    expect(await api().handoff.form.takeOver({ id, upload, fields: null, otherHandoff: false })).toEqual({
      changed: 1,
    });
    expect((await api().handoff.form.compare({ id, upload })).differences).toHaveLength(1);
    // Who fills in a form without naming a source speaks for sales.
    expect((await api().handoff.get({ id })).answers.seats?.source).toBe('sales');
    expect((await api().book.status())?.undo?.action).toBe('handoff.import');
  });

  it('says that a form was made with another version of the list, and what of it has no place here', async () => {
    const upload = await formBack((cells, answerOf) => {
      const mark = JSON.parse(String(cells.A1?.v));
      cells.A1 = { t: 's', v: JSON.stringify({ ...mark, version: 7 }) };
      cells[answerOf('plan')] = { t: 's', v: 'Pro' };
      cells[answerOf('seats')] = { t: 's', v: '12 in Qingdao' };
      cells[answerOf('seats').replace('F', 'A')] = { t: 's', v: 'seats-by-site' };
    });
    const form = await api().handoff.form.compare({ id, upload });
    expect(form).toMatchObject({ isThisHandoff: true, otherVersion: 7 });
    expect(form.unknown).toEqual(['Seats: 12 in Qingdao']);
    expect(form.differences.map(({ field, problem }) => [field.key, problem])).toEqual([
      ['plan', null],
      ['seats', 'row-missing'],
    ]);
  });

  it('takes over another handoff’s form only when asked to', async () => {
    const upload = await formBack((cells, answerOf) => {
      cells[answerOf('plan')] = { t: 's', v: 'Pro' };
    });
    const other = await api().handoff.create({
      account: { id: accountId },
      deal: 'Second',
      seller: null,
      receiver: null,
    });
    expect(await api().handoff.form.compare({ id: other.id, upload })).toMatchObject({
      isThisHandoff: false,
    });
    const takeOver = (otherHandoff: boolean) =>
      api().handoff.form.takeOver({ id: other.id, upload, fields: null, otherHandoff });
    await expect(takeOver(false)).rejects.toMatchObject({ cause: { code: 'handoff-form.other-handoff' } });
    expect((await api().handoff.get({ id: other.id })).answers).toEqual({});
    expect(await takeOver(true)).toEqual({ changed: 1 });
  });

  it('is deleted and comes back by undo', async () => {
    await api().handoff.answer({ id, field: 'plan', answer: 'Pro' });
    await api().handoff.remove({ id });
    expect((await api().handoff.list({ accountId })).map((each) => each.id)).not.toContain(id);
    await api().change.undo();
    expect((await api().handoff.get({ id })).answers.plan?.answer).toBe('Pro');
  });
});

describe('the commitment API', () => {
  const commitment = {
    side: 'us',
    promisedBy: 'Zhou Ming',
    promisedTo: ' ',
    madeOn: null,
    comment: null,
  } as const;

  it('keeps, scores, edits and deletes promises', async () => {
    const source = { noun: 'handoff', id } as const;
    const { id: made } = await api().commitment.create({
      ...commitment,
      accountId,
      text: 'Two training days',
      dueOn: '2026-12-01',
      source,
    });
    await api().commitment.score({ id: made, status: 'partly' });
    await api().commitment.edit({ id: made, text: 'Two training days on site' });
    expect(await api().commitment.list({ accountId })).toMatchObject([
      {
        text: 'Two training days on site',
        status: 'partly',
        scored_on: '2026-11-05',
        promised_to: null,
        source_noun: 'handoff',
        source_id: id,
      },
    ]);
    await api().commitment.remove({ id: made });
    expect(await api().commitment.list({ accountId })).toEqual([]);
  });

  it('refuses one that says nothing', async () => {
    const empty = { ...commitment, accountId, text: '  ', dueOn: null, source: null };
    await expect(api().commitment.create(empty)).rejects.toThrow();
  });
});
