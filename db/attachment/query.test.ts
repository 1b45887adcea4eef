import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNote, deleteNote } from '../note/query.ts';
import { type Book, memoryBook } from '../open.ts';
import { record } from '../record.ts';
import { testAccount } from '../testing/book.ts';
import { redo, undo } from '../undo.ts';
import {
  type AttachmentFacts,
  addAttachment,
  attachedHashes,
  deleteAttachment,
  listAttachments,
} from './query.ts';
import type { AttachmentOwner } from './rule.ts';

let book: Book;
let account: number;
let note: number;

beforeEach(async () => {
  book = await memoryBook();
  account = await record(book, { key: 'account.create' }, async (trx) => {
    const row = { ...testAccount, name: 'Harbor' };
    return (await trx.insertInto('account').values(row).returning('id').executeTakeFirstOrThrow()).id;
  });
  const facts = { kind: 'meeting', occurredOn: '2026-11-02', body: 'Kickoff', contactId: null } as const;
  note = await record(book, { key: 'note.create' }, (trx) => createNote(trx, account, facts, '2026-11-03'));
});
afterEach(() => book.close());

const minutes: AttachmentFacts = {
  name: 'Minutes.pdf',
  mediaType: 'application/pdf',
  bytes: 7,
  sha256: 'a'.repeat(64),
  addedOn: '2026-11-03',
};
const attach = (owner: AttachmentOwner, facts = minutes) =>
  record(book, { key: 'attachment.add' }, (trx) => addAttachment(trx, owner, facts));
const names = async (owner: AttachmentOwner) =>
  (await listAttachments(book.db, owner)).map(({ name }) => name);
const ofNote = (): AttachmentOwner => ({ table: 'note', id: note });

test('a file belongs to its record, or to one part of it, and to the account’s history', async () => {
  await attach(ofNote());
  await attach({ table: 'account', id: account, part: 'plan' }, { ...minutes, name: 'Plan.xlsx' });
  expect(await names(ofNote())).toEqual(['Minutes.pdf']);
  expect(await names({ table: 'account', id: account })).toEqual([]);
  expect(await names({ table: 'account', id: account, part: 'plan' })).toEqual(['Plan.xlsx']);
  const { account_id } = await book.db
    .selectFrom('change')
    .select('account_id')
    .where('table_name', '=', 'attachment')
    .executeTakeFirstOrThrow();
  expect(account_id).toBe(account);
  expect(await attachedHashes(book.db)).toEqual([minutes.sha256]);
});

test('attached twice it is there once; under another name it is another', async () => {
  const first = await attach(ofNote());
  expect(await attach(ofNote())).toBe(first);
  await attach(ofNote(), { ...minutes, name: 'Minutes (signed).pdf' });
  expect(await names(ofNote())).toEqual(['Minutes.pdf', 'Minutes (signed).pdf']);
});

test('nothing is attached to a record that is not there', async () => {
  await expect(attach({ table: 'qbr', id: 1 })).rejects.toMatchObject({ code: 'record.not-found' });
  const gone = record(book, { key: 'attachment.remove' }, (trx) => deleteAttachment(trx, 1));
  await expect(gone).rejects.toMatchObject({ code: 'record.not-found' });
});

test('a deleted record takes its files along, and undo and redo move both', async () => {
  await attach(ofNote());
  await record(book, { key: 'note.delete' }, (trx) => deleteNote(trx, note));
  expect(await names(ofNote())).toEqual([]);
  await undo(book);
  expect(await names(ofNote())).toEqual(['Minutes.pdf']);
  await redo(book);
  expect(await names(ofNote())).toEqual([]);
  await undo(book);
  await undo(book); // the attaching itself
  expect(await names(ofNote())).toEqual([]);
});

test('a record written anew under its id in one action keeps its files', async () => {
  await attach(ofNote());
  await record(book, { key: 'note.edit' }, async (trx) => {
    const row = await trx.selectFrom('note').selectAll().where('id', '=', note).executeTakeFirstOrThrow();
    await deleteNote(trx, note);
    await trx.insertInto('note').values(row).execute();
  });
  expect(await names(ofNote())).toEqual(['Minutes.pdf']);
});
