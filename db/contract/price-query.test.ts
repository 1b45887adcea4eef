import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentStatuses } from '../account/status-query.ts';
import { describeBook } from '../book/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { initialize, record } from '../record.ts';
import { testAccount, testSettings } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { contractPrices } from '../value/claim-query.ts';
import type { PriceChange } from './price.ts';
import { changePrice, removePriceChange } from './price-query.ts';
import { type ContractFacts, createContract, editContract, listContracts } from './query.ts';

let book: Book;
let today: string;
let account: number;
let contract: number;

const facts: ContractFacts = {
  key: null,
  product: 'Platform',
  seats: 20,
  amountMinor: 100_00,
  currency: 'CNY',
  billingPeriod: 'month',
  startOn: '2026-01-01',
  endOn: '2026-12-31',
  firstPaidOn: null,
  noticeDays: 30,
  autoRenews: null,
  noticeGivenOn: null,
  isTrial: false,
  renewsContractId: null,
};
const add = (own: Partial<ContractFacts> = {}) =>
  record(book, { key: 'contract.create' }, (trx) => createContract(trx, account, { ...facts, ...own }));
const price = (fromOn: string, amountMinor: number, id = contract) => {
  const change: PriceChange = { fromOn, amountMinor, seats: null };
  return record(book, { key: 'contract.change-price' }, (trx) => changePrice(trx, id, change));
};
const arr = async () => {
  await currentStatuses(book);
  const status = await book.db.selectFrom('account_status').select('arr_minor').executeTakeFirstOrThrow();
  return status.arr_minor;
};

beforeEach(async () => {
  today = '2026-11-22';
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await initialize(book, (trx) => describeBook(trx, testSettings));
  account = await record(book, { key: 'account.create' }, async (trx) => {
    const row = { ...testAccount, name: 'Harbor' };
    return (await trx.insertInto('account').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  contract = await add();
});
afterEach(() => book.close());

test('ARR follows the price as of the day, to come as well as past', async () => {
  await price('2026-06-01', 110_00);
  await price('2026-12-01', 120_00);
  expect(await arr()).toBe(1320_00);
  today = '2026-12-01';
  expect(await arr()).toBe(1440_00);
  today = '2027-01-01';
  expect(await arr()).toBe(0);
});

test('a second price from the same day takes the first one’s place, and undo brings it back', async () => {
  await price('2026-06-01', 110_00);
  await price('2026-06-01', 90_00);
  expect(await arr()).toBe(1080_00);
  await undo(book);
  expect(await arr()).toBe(1320_00);
  const [listed] = await listContracts(book.db, account);
  const [change] = listed?.priceChanges ?? [];
  await record(book, { key: 'contract.remove-price' }, (trx) => removePriceChange(trx, change?.id ?? 0));
  expect(await arr()).toBe(1200_00);
});

test.each(['2025-12-31', '2026-01-01', '2027-01-01'])(
  'a price from %s is outside the contract',
  async (day) => {
    await expect(price(day, 1)).rejects.toMatchObject({ code: 'contract.price-outside-term' });
  },
);

test('a contract is not cut short of the day its price changes on', async () => {
  await price('2026-06-01', 110_00);
  const cut = record(book, { key: 'contract.edit' }, (trx) =>
    editContract(trx, contract, { ...facts, endOn: '2026-05-31' }),
  );
  await expect(cut).rejects.toMatchObject({
    code: 'contract.price-outside-term',
    parameters: { fromOn: '2026-06-01' },
  });
});

test('what costs nothing yet has no price to change', async () => {
  const pilot = await add({ amountMinor: 0 });
  await expect(price('2026-06-01', 1, pilot)).rejects.toMatchObject({ code: 'contract.price-of-trial' });
  const trial = await add({ isTrial: true });
  await expect(price('2026-06-01', 1, trial)).rejects.toMatchObject({ code: 'contract.price-of-trial' });
});

test('a deleted contract takes its prices along, and undo brings them back', async () => {
  await price('2026-06-01', 110_00);
  await record(book, { key: 'contract.delete' }, (trx) =>
    trx.deleteFrom('contract').where('id', '=', contract).execute(),
  );
  expect(await arr()).toBe(0);
  await undo(book);
  expect(await arr()).toBe(1320_00);
});

test('the return on the price counts each price for its days', async () => {
  await price('2026-07-01', 200_00);
  expect(await contractPrices(book.db, account)).toEqual([
    { from: '2026-01-01', to: '2026-06-30', money: { minor: 1200_00, currency: 'CNY' }, per: 'year' },
    { from: '2026-07-01', to: '2026-12-31', money: { minor: 2400_00, currency: 'CNY' }, per: 'year' },
  ]);
});
