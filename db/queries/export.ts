import type { Selectable } from 'kysely';
import type { Book } from '../open.ts';
import type { AccountTable } from '../tables/account.ts';
import type { ContactTable } from '../tables/contact.ts';
import type { ContractTable } from '../tables/contract.ts';
import type { NoteTable } from '../tables/note.ts';

type OfAccount = { readonly account_key: string | null; readonly account_name: string };

/**
 * Every row of a noun, one at a time, as its sheet shows it; archived accounts and what belongs to them stay out. While a
 * reading is under way the book can do nothing else, so long ones read a snapshot.
 */
export const exportedRows = {
  account: (book: Book) =>
    book.sqlite
      .prepare<[], Selectable<AccountTable>>('select * from account where archived_at is null order by id')
      .iterate(),
  contact: (book: Book) =>
    book.sqlite
      .prepare<[], Selectable<ContactTable> & OfAccount>(
        `select contact.*, account.key as account_key, account.name as account_name
         from contact join account on account.id = account_id where archived_at is null order by contact.id`,
      )
      .iterate(),
  contract: (book: Book) =>
    book.sqlite
      .prepare<[], Selectable<ContractTable> & OfAccount & { readonly renews_key: string | null }>(
        `select contract.*, account.key as account_key, account.name as account_name, renewed.key as renews_key
         from contract join account on account.id = contract.account_id
         left join contract as renewed on renewed.id = contract.renews_contract_id
         where archived_at is null order by contract.id`,
      )
      .iterate(),
  note: (book: Book) =>
    book.sqlite
      .prepare<[], Selectable<NoteTable> & OfAccount & { readonly contact_name: string | null }>(
        `select note.*, account.key as account_key, account.name as account_name, contact.name as contact_name
         from note join account on account.id = note.account_id
         left join contact on contact.id = note.contact_id
         where archived_at is null order by note.id`,
      )
      .iterate(),
} as const;

/** How many rows an export of the book has to write. */
export function exportedCount(book: Book): number {
  const row = book.sqlite
    .prepare<[], { rows: number }>(
      `select (select count(*) from account where archived_at is null)
         + (select count(*) from contact join account on account.id = account_id where archived_at is null)
         + (select count(*) from contract join account on account.id = account_id where archived_at is null)
         + (select count(*) from note join account on account.id = account_id where archived_at is null) as rows`,
    )
    .get();
  return row?.rows ?? 0;
}
