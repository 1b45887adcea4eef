import type { FailureParameters } from './failure.ts';

/** What a user can do to a book, as the history and the undo button name it. Words stand in the catalogs under `deed`. */
export const deedKeys = [
  'book.edit',
  'account.create',
  'account.edit',
  'account.archive',
  'account.restore',
  'contact.create',
  'contact.edit',
  'contact.delete',
  'contract.create',
  'contract.edit',
  'contract.delete',
  'note.create',
  'note.edit',
  'note.delete',
  'task.create',
  'task.edit',
  'task.delete',
] as const;

export type DeedKey = (typeof deedKeys)[number];

/** One deed with what its sentence needs, such as the account's name or a count. */
export type Deed = { readonly key: DeedKey; readonly parameters?: FailureParameters };
