import { create } from 'zustand';

/** Which dialog about a book is in view. Backups are the open book's, or those of a book that no longer opens. */
type BookDialog =
  | { readonly shown: null }
  | { readonly shown: 'new' }
  | { readonly shown: 'backups'; readonly path: string | null }
  /** The passphrase of a book, or of one of its backups that is to take its place. */
  | { readonly shown: 'unlock'; readonly path: string; readonly backup: string | null };

export const useBookDialog = create<{ readonly dialog: BookDialog }>(() => ({ dialog: { shown: null } }));

export function showBookDialog(dialog: BookDialog): void {
  useBookDialog.setState({ dialog });
}
