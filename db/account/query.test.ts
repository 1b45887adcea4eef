import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeBook } from '../book/query.ts';
import { accountTimeline } from '../change/timeline-query.ts';
import {
  type ContactFacts,
  createContact,
  deleteContact,
  editContact,
  listContacts,
} from '../contact/query.ts';
import {
  type ContractFacts,
  createContract,
  deleteContract,
  editContract,
  listContracts,
} from '../contract/query.ts';
import { createNote, deleteNote, editNote, getNote, type NoteFacts } from '../note/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import type { Writer } from '../schema.ts';
import { createTask, finishTask } from '../task/query.ts';
import { testSettings } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { listAccounts } from './list-query.ts';
import {
  type AccountFacts,
  archiveAccount,
  archivedWith,
  createAccount,
  editAccount,
  getAccount,
} from './query.ts';

const today = '2026-06-15';
let book: Book;
let id: number;
const write = <T>(action: (trx: Writer) => Promise<T>) => record(book, { key: 'account.edit' }, action);

const facts: AccountFacts = {
  name: 'Harbor Retail Group',
  key: 'HR-102',
  legalName: null,
  industry: 'Retail',
  size: 'large',
  region: '华南',
  tier: 'A',
  owner: 'Lin Yue',
  salesOwner: null,
  status: 'active',
  tags: ['at stake'],
  description: 'Shelves 🛒\n货架',
  customerSince: '2024-02-29',
};
const contact: ContactFacts = {
  name: 'Mei Lin',
  title: 'COO',
  role: 'sponsor',
  influence: 5,
  sentiment: 0,
  email: null,
  phone: null,
  languages: null,
  lastTouchedOn: null,
};
const contract: ContractFacts = {
  key: null,
  product: 'Platform',
  seats: 10,
  amountMinor: 10_000,
  currency: 'CNY',
  billingPeriod: 'quarter',
  startOn: '2026-01-01',
  endOn: '2026-12-31',
  firstPaidOn: '2026-01-01',
  noticeDays: 30,
  autoRenews: null,
  noticeGivenOn: null,
  isTrial: false,
  renewsContractId: null,
};
const note: NoteFacts = {
  kind: 'call',
  occurredOn: '2026-06-01',
  body: 'Shelf availability',
  contactId: null,
};

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await write((trx) => describeBook(trx, testSettings));
  id = await write((trx) => createAccount(trx, facts));
});
afterEach(() => book.close());

describe('an account', () => {
  test('comes back as it was written, with where it stands', async () => {
    expect(await getAccount(book.db, id)).toMatchObject({ ...facts, id, archivedAt: null, stage: null });
    const changed = { ...facts, name: '港湾零售', tags: [], tier: null };
    await write((trx) => editAccount(trx, id, changed));
    expect(await getAccount(book.db, id)).toMatchObject(changed);
  });

  test('keeps its key to itself, and may be saved again with it', async () => {
    await write((trx) => editAccount(trx, id, facts));
    const twin = { ...facts, name: 'Twin' };
    await expect(write((trx) => createAccount(trx, twin))).rejects.toMatchObject({
      code: 'account.key-taken',
      parameters: { key: 'HR-102', name: 'Harbor Retail Group' },
    });
    const other = await write((trx) => createAccount(trx, { ...twin, key: null }));
    await expect(write((trx) => editAccount(trx, other, twin))).rejects.toMatchObject({
      code: 'account.key-taken',
    });
  });

  test('is archived with what belongs to it, named before, and comes back by undo', async () => {
    await write((trx) => createContact(trx, id, contact));
    await write((trx) => createContract(trx, id, contract));
    await write((trx) =>
      createTask(trx, { accountId: id, title: 'Call', owner: null, dueOn: null, interval: null }, null),
    );
    expect(await archivedWith(book.db, id)).toEqual([
      { noun: 'contact', count: 1 },
      { noun: 'contract', count: 1 },
      { noun: 'task', count: 1 },
    ]);
    const listed = () =>
      listAccounts(book.db, {}, { sort: 'name', descending: false, group: null }, { offset: 0, limit: 9 });
    await write((trx) => archiveAccount(trx, id, book.now()));
    expect(await listed()).toEqual([]);
    await undo(book);
    expect(await listed()).toMatchObject([{ id, stage: 'growth', arrMinor: 40_000 }]);
  });

  test('that is not there is said to be missing', async () => {
    await expect(getAccount(book.db, 99)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(write((trx) => editAccount(trx, 99, { ...facts, key: null }))).rejects.toMatchObject({
      code: 'record.not-found',
    });
    await expect(write((trx) => archiveAccount(trx, 99, null))).rejects.toMatchObject({
      code: 'record.not-found',
    });
  });
});

describe('contacts', () => {
  test('stand by influence, those nobody has judged last', async () => {
    await write((trx) => createContact(trx, id, { ...contact, name: 'Unknown', influence: null }));
    await write((trx) => createContact(trx, id, { ...contact, name: 'Planner', influence: 2 }));
    const sponsor = await write((trx) => createContact(trx, id, contact));
    expect((await listContacts(book.db, id)).map(({ name }) => name)).toEqual([
      'Mei Lin',
      'Planner',
      'Unknown',
    ]);
    await write((trx) => editContact(trx, sponsor, { ...contact, influence: 1, sentiment: -2 }));
    expect((await listContacts(book.db, id))[1]).toMatchObject({ id: sponsor, influence: 1, sentiment: -2 });
  });

  test('leave what was said with them when they are deleted', async () => {
    const contactId = await write((trx) => createContact(trx, id, contact));
    const noteId = await write((trx) => createNote(trx, id, { ...note, contactId }, today));
    await write((trx) => deleteContact(trx, contactId));
    expect(await getNote(book.db, noteId)).toMatchObject({ contactId: null, body: note.body });
    await undo(book);
    expect(await getNote(book.db, noteId)).toMatchObject({ contactId });
  });
});

describe('a note', () => {
  const touched = async () => (await listContacts(book.db, id))[0]?.lastTouchedOn;

  test('of a talk is the day the contact was touched; what is planned or only noted is not', async () => {
    const contactId = await write((trx) => createContact(trx, id, contact));
    const add = (kind: NoteFacts['kind'], occurredOn: string) =>
      write((trx) => createNote(trx, id, { ...note, kind, occurredOn, contactId }, today));
    await add('note', '2026-06-10');
    await add('meeting', '2026-06-20');
    expect(await touched()).toBe(null);
    const call = await add('call', '2026-06-01');
    await add('call', '2026-05-01');
    expect(await touched()).toBe('2026-06-01');
    await write((trx) => editNote(trx, call, { ...note, occurredOn: '2026-06-14', contactId }, today));
    expect(await touched()).toBe('2026-06-14');
  });

  test('is gone when deleted and says so', async () => {
    const noteId = await write((trx) => createNote(trx, id, note, today));
    await write((trx) => deleteNote(trx, noteId));
    await expect(getNote(book.db, noteId)).rejects.toMatchObject({ code: 'record.not-found' });
    await expect(write((trx) => editNote(trx, noteId, note, today))).rejects.toMatchObject({
      code: 'record.not-found',
    });
  });
});

describe('a contract', () => {
  const add = (change: Partial<ContractFacts> = {}) =>
    write((trx) => createContract(trx, id, { ...contract, ...change }));

  test('is kept with its value in a year', async () => {
    const contractId = await add();
    expect(await listContracts(book.db, id)).toEqual([
      { ...contract, priceChanges: [], id: contractId, annualMinor: 40_000 },
    ]);
    await write((trx) =>
      editContract(trx, contractId, { ...contract, billingPeriod: 'month', autoRenews: true }),
    );
    expect(await listContracts(book.db, id)).toMatchObject([{ annualMinor: 120_000, autoRenews: true }]);
  });

  test('ends on its first day at the earliest', async () => {
    await expect(add({ endOn: '2025-12-31' })).rejects.toMatchObject({
      code: 'contract.end-before-start',
      parameters: { startOn: '2026-01-01', endOn: '2025-12-31' },
    });
    await add({ endOn: '2026-01-01' });
  });

  test('has a key of its own', async () => {
    await add({ key: 'C-1' });
    await expect(add({ key: 'C-1' })).rejects.toMatchObject({ code: 'contract.key-taken' });
  });

  test('renews one of the same account, and never itself, however far round', async () => {
    const first = await add();
    const second = await add({ startOn: '2027-01-01', endOn: '2027-12-31', renewsContractId: first });
    await expect(
      write((trx) => editContract(trx, first, { ...contract, renewsContractId: second })),
    ).rejects.toMatchObject({ code: 'contract.renews-itself' });
    await expect(
      write((trx) => editContract(trx, first, { ...contract, renewsContractId: first })),
    ).rejects.toMatchObject({ code: 'contract.renews-itself' });
    const other = await write((trx) => createAccount(trx, { ...facts, key: null }));
    await expect(
      write((trx) => createContract(trx, other, { ...contract, renewsContractId: first })),
    ).rejects.toMatchObject({ code: 'contract.renews-foreign' });
  });

  test('deleted takes only the link from the one that renewed it', async () => {
    const first = await add();
    const second = await add({ startOn: '2027-01-01', endOn: '2027-12-31', renewsContractId: first });
    await write((trx) => deleteContract(trx, first));
    expect(await listContracts(book.db, id)).toMatchObject([{ id: second, renewsContractId: null }]);
  });
});

test('the timeline tells everything that happened, the latest first, by page', async () => {
  const contactId = await write((trx) => createContact(trx, id, contact));
  const first = await write((trx) =>
    createContract(trx, id, {
      ...contract,
      startOn: '2024-01-01',
      endOn: '2024-12-31',
      product: 'Trial run',
    }),
  );
  const lapsed = await write((trx) =>
    createContract(trx, id, {
      ...contract,
      startOn: '2025-01-01',
      endOn: '2025-12-31',
      renewsContractId: first,
    }),
  );
  await write((trx) => createNote(trx, id, { ...note, contactId }, today));
  const task = await write((trx) =>
    createTask(trx, { accountId: id, title: 'Send figures', owner: null, dueOn: null, interval: null }, null),
  );
  await write((trx) => finishTask(trx, task, '2026-06-10'));
  const all = await accountTimeline(book.db, id, today, { offset: 0, limit: 50 });
  expect(all.map(({ kind, on, text, contact: who }) => [on, kind, text, who])).toEqual([
    ['2026-06-10', 'task-done', 'Send figures', null],
    ['2026-06-01', 'call', 'Shelf availability', 'Mei Lin'],
    ['2025-12-31', 'contract-end', 'Platform', null],
    ['2025-01-01', 'contract-start', 'Platform', null],
    ['2024-01-01', 'contract-start', 'Trial run', null],
  ]);
  expect(all[2]?.id).toBe(lapsed);
  const second = await accountTimeline(book.db, id, today, { offset: 1, limit: 2 });
  expect(second).toEqual(all.slice(1, 3));
});
