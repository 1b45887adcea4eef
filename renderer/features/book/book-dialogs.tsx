import { BackupsDialog } from './backups-dialog.tsx';
import { useBookDialog } from './book-dialog.ts';
import { NewBookDialog } from './new-book-dialog.tsx';

/** The dialog about the book that is in view, if any. */
export function BookDialogs() {
  const { shown } = useBookDialog();
  const close = () => useBookDialog.setState({ shown: null });
  if (shown === 'new') return <NewBookDialog onClose={close} />;
  if (shown === 'backups') return <BackupsDialog onClose={close} />;
  return null;
}
