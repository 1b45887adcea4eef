import { afterEach, beforeEach, expect, test } from 'vitest';
import { listAccounts } from '../account/list-query.ts';
import { currentStatuses } from '../account/status-query.ts';
import { describeBook } from '../book/query.ts';
import { createNote } from '../note/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { initialize, record } from '../record.ts';
import { testAccount, testSettings } from '../testing/book.ts';
import { undo } from '../undo.ts';
import { accountPeople } from './people-query.ts';
import { type ContactFacts, createContact, deleteContact } from './query.ts';
import { listRelations, relate } from './relation-query.ts';

const today = '2026-11-22';
let book: Book;
let account: number;
let mei: number;
let fang: number;

const addContact = (accountId: number, name: string, facts: Partial<ContactFacts> = {}) => {
  const unknown = { title: null, role: null, influence: null, sentiment: null, email: null, phone: null };
  return record(book, { key: 'contact.create' }, (trx) =>
    createContact(trx, accountId, { ...unknown, languages: null, lastTouchedOn: null, name, ...facts }),
  );
};
const addAccount = (name: string) =>
  record(book, { key: 'account.create' }, async (trx) => {
    const row = { ...testAccount, name };
    return (await trx.insertInto('account').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
const talk = (occurredOn: string, body: string, kind: 'call' | 'note' = 'call') =>
  record(book, { key: 'note.create' }, (trx) =>
    createNote(trx, account, { kind, occurredOn, body, contactId: null }, today),
  );
const link = (contactId: number, otherId: number, kind: 'reports-to' | 'knows' = 'reports-to') =>
  record(book, { key: 'contact.relate' }, (trx) => relate(trx, { contactId, otherId, kind }));

beforeEach(async () => {
  book = await memoryBook({ now: () => new Date(`${today}T04:00:00Z`) });
  await initialize(book, (trx) => describeBook(trx, testSettings));
  account = await addAccount('Harbor');
  mei = await addContact(account, 'Mei Lin');
  fang = await addContact(account, '方毅', { influence: 3 });
});
afterEach(() => book.close());

test('talks that name a contact are its touches, thoughts and talks to come are not', async () => {
  for (const day of ['2026-09-01', '2026-09-15', '2026-09-29']) await talk(day, 'Mei Lin and 方毅: fine');
  await talk('2026-10-20', 'Mei Lin will not like it', 'note');
  await talk('2026-12-24', 'Lunch with Mei Lin');
  const { contacts, threads } = await accountPeople(book.db, account, today);
  expect(contacts.map(({ name, lastTouchedOn }) => [name, lastTouchedOn])).toEqual([
    ['方毅', '2026-09-29'],
    ['Mei Lin', '2026-09-29'],
  ]);
  expect(contacts[1]?.silence).toEqual({
    days: 54,
    medianGapDays: 14,
    touches: 3,
    silentFrom: '2026-10-28',
    limitDays: 28,
    isSilent: true,
  });
  expect(threads).toBe(2);
});

test('the list finds accounts that hang by one contact', async () => {
  const other = await addAccount('Kestrel');
  await addContact(other, 'Amy Chow', { lastTouchedOn: '2026-11-01' });
  await addContact(other, 'Bo Chen', { lastTouchedOn: '2026-01-01' });
  await talk('2026-11-20', 'Mei Lin and 方毅');
  await addAccount('Nobody touched');
  await currentStatuses(book);
  const order = { sort: 'name', descending: false, group: null } as const;
  const page = { offset: 0, limit: 10 };
  const found = await listAccounts(book.db, { singleThreaded: true }, order, page);
  expect(found.map(({ name }) => name)).toEqual(['Kestrel']);
});

test('a new superior takes the former one’s place, and undo gives the former back', async () => {
  const bo = await addContact(account, 'Bo');
  await link(mei, fang);
  await link(mei, bo);
  expect(await listRelations(book.db, account)).toMatchObject([{ contactId: mei, otherId: bo }]);
  await undo(book);
  expect(await listRelations(book.db, account)).toMatchObject([{ contactId: mei, otherId: fang }]);
});

test('nobody reports to themselves by way of others, nor to another account', async () => {
  await link(mei, fang);
  await expect(link(fang, mei)).rejects.toMatchObject({ code: 'contact.reports-in-circle' });
  const stranger = await addContact(await addAccount('Kestrel'), 'Amy Chow');
  await expect(link(mei, stranger)).rejects.toMatchObject({ code: 'record.not-found' });
  await expect(link(mei, mei)).rejects.toMatchObject({ code: 'record.not-found' });
});

test('knowing somebody is kept once, whoever says it, and goes with the contact', async () => {
  await link(fang, mei, 'knows');
  await link(mei, fang, 'knows');
  expect(await listRelations(book.db, account)).toHaveLength(1);
  await record(book, { key: 'contact.delete' }, (trx) => deleteContact(trx, mei));
  expect(await listRelations(book.db, account)).toEqual([]);
  await undo(book);
  expect(await listRelations(book.db, account)).toHaveLength(1);
});
