import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeModel } from '../maturity/model-query.ts';
import { builtInModels } from '../maturity/models.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { undo } from '../undo.ts';
import { accountAsOf } from './as-of-query.ts';

let book: Book;
let now = new Date();
beforeEach(async () => {
  book = await memoryBook({ now: () => now });
});
afterEach(() => book.close());

const at = (instant: string, write: (trx: Writer) => Promise<unknown>) => {
  now = new Date(instant);
  return record(book, { key: 'account.edit' }, write);
};
const reported = async (instant: string) => {
  const { account, rows } = await accountAsOf(book.db, 1, instant);
  return { name: account?.name ?? null, contacts: rows.contact?.map(({ name }) => name) };
};

test('an account is told as it was on any day of its life', async () => {
  await at('2026-01-10T09:00:00Z', (trx) => sql`insert into account (name) values ('Harbor')`.execute(trx));
  await at('2026-02-10T09:00:00Z', (trx) =>
    sql`insert into contact (account_id, name) values (1, 'Mei Lin')`.execute(trx),
  );
  await at('2026-03-10T09:00:00Z', (trx) => sql`update account set name = 'Harbor Retail'`.execute(trx));
  await at('2026-04-10T09:00:00Z', (trx) => sql`delete from contact`.execute(trx));
  await at('2026-05-10T09:00:00Z', (trx) => sql`delete from account`.execute(trx));
  expect(await reported('2026-01-01T00:00:00.000Z')).toEqual({ name: null, contacts: [] });
  expect(await reported('2026-01-31T00:00:00.000Z')).toEqual({ name: 'Harbor', contacts: [] });
  expect(await reported('2026-02-28T00:00:00.000Z')).toEqual({ name: 'Harbor', contacts: ['Mei Lin'] });
  expect(await reported('2026-03-31T00:00:00.000Z')).toEqual({
    name: 'Harbor Retail',
    contacts: ['Mei Lin'],
  });
  expect(await reported('2026-04-30T00:00:00.000Z')).toEqual({ name: 'Harbor Retail', contacts: [] });
  expect(await reported('2026-05-31T00:00:00.000Z')).toEqual({ name: null, contacts: [] });
});

test('what was undone was still so before it was undone', async () => {
  await at('2026-01-10T09:00:00Z', (trx) => sql`insert into account (name) values ('Harbor')`.execute(trx));
  await at('2026-02-10T09:00:00Z', (trx) => sql`update account set name = 'Habror'`.execute(trx));
  now = new Date('2026-03-10T09:00:00Z');
  await undo(book);
  expect((await reported('2026-02-28T00:00:00.000Z')).name).toBe('Habror');
  expect((await reported('2026-03-31T00:00:00.000Z')).name).toBe('Harbor');
});

test('the past of one account is found without reading the others’', () => {
  const plan = book.sqlite
    .prepare<[], { detail: string }>(
      'explain query plan select * from change join action on action.id = change.action_id where change.account_id = 1 order by change.id desc',
    )
    .all()
    .map(({ detail }) => detail)
    .join('\n');
  expect(plan).toContain('change_by_account');
  expect(plan).not.toContain('TEMP B-TREE');
});

test('prices, goals and commitments of the day come along, those made since do not', async () => {
  await at('2026-01-10T09:00:00Z', async (trx) => {
    await sql`insert into account (name) values ('Harbor')`.execute(trx);
    await sql`insert into contract (account_id, amount_minor, currency, billing_period, start_on)
      values (1, 100, 'CNY', 'month', '2026-01-01')`.execute(trx);
  });
  await at('2026-02-10T09:00:00Z', async (trx) => {
    await sql`insert into contract_price (contract_id, account_id, from_on, amount_minor)
      values (1, 1, '2026-02-01', 120)`.execute(trx);
    await sql`insert into commitment (account_id, text, side) values (1, 'Train the stores', 'us')`.execute(
      trx,
    );
  });
  await at('2026-03-10T09:00:00Z', (trx) => sql`delete from commitment`.execute(trx));
  const partsAt = async (instant: string) => {
    const { rows } = await accountAsOf(book.db, 1, instant);
    return [rows.contract_price?.length, rows.commitment?.map(({ text }) => text)];
  };
  expect(await partsAt('2026-01-31T00:00:00.000Z')).toEqual([0, []]);
  expect(await partsAt('2026-02-28T00:00:00.000Z')).toEqual([1, ['Train the stores']]);
  expect(await partsAt('2026-03-31T00:00:00.000Z')).toEqual([1, []]);
});

test('fields, segments and assessments of the day come along under the names they had then', async () => {
  await at('2026-01-10T09:00:00Z', async (trx) => {
    await sql`insert into account (name) values ('Harbor')`.execute(trx);
    await sql`insert into custom_field (name, kind, position) values ('Plan', 'choice', 2), ('Stores', 'number', 1)`.execute(
      trx,
    );
    await sql`insert into custom_choice (field_id, name, position) values (1, 'Trial', 1), (1, 'Paid', 2)`.execute(
      trx,
    );
    await sql`insert into custom_value (field_id, account_id, value) values (1, 1, 1), (2, 1, 40)`.execute(
      trx,
    );
    await sql`insert into segmentation_scheme (name, kind, position) values ('Size', 'a-priori', 1)`.execute(
      trx,
    );
    await sql`insert into segment (scheme_id, name, position) values (1, 'Large', 1)`.execute(trx);
    await sql`insert into segment_placement (scheme_id, segment_id, account_id, placed_by)
      values (1, 1, 1, 'hand')`.execute(trx);
    const [model] = builtInModels;
    if (!model) throw new Error('no model');
    const modelId = await storeModel(trx, model);
    await sql`insert into assessment (model_id, account_id, assessed_on, finished_on, overall_hundredths, stage)
      values (${modelId}, 1, '2026-01-10', '2026-01-10', 200, ${model.stages[1]?.key})`.execute(trx);
  });
  await at('2026-02-10T09:00:00Z', async (trx) => {
    await sql`update custom_field set name = 'Subscription' where id = 1`.execute(trx);
    await sql`update custom_value set value = 2 where field_id = 1`.execute(trx);
    await sql`delete from custom_value where field_id = 2`.execute(trx);
    await sql`delete from segmentation_scheme`.execute(trx);
    await sql`delete from assessment`.execute(trx);
  });
  const [model] = builtInModels;
  expect(await accountAsOf(book.db, 1, '2026-01-31T00:00:00.000Z')).toMatchObject({
    custom: [
      { name: 'Stores', value: { value: 40 }, choice: null },
      { name: 'Plan', choice: 'Trial' },
    ],
    segments: [{ scheme: 'Size', segment: 'Large' }],
    assessments: [
      { model: model?.name, assessedOn: '2026-01-10', isFinished: true, stage: model?.stages[1]?.name },
    ],
  });
  expect(await accountAsOf(book.db, 1, '2026-02-28T00:00:00.000Z')).toMatchObject({
    custom: [{ name: 'Subscription', choice: 'Paid' }],
    segments: [],
    assessments: [],
  });
});
