import { BackupsDialog } from './backups-dialog.tsx';
import { showBookDialog, useBookDialog } from './book-dialog.ts';
import { NewBookDialog } from './new-book-dialog.tsx';
import { UnlockDialog } from './unlock-dialog.tsx';

/** The dialog about a book that is in view, if any. */
export function BookDialogs() {
  const { dialog } = useBookDialog();
  const close = () => showBookDialog({ shown: null });
  if (dialog.shown === 'new') return <NewBookDialog onClose={close} />;
  if (dialog.shown === 'backups') return <BackupsDialog of={dialog.path} onClose={close} />;
  if (dialog.shown === 'unlock')
    return <UnlockDialog path={dialog.path} backup={dialog.backup} onClose={close} />;
  return null;
}
