import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { BookDialogs } from '../features/book/book-dialogs.tsx';
import { FileDialog } from '../features/book/file-dialog.tsx';
import { LostFile } from '../features/book/lost-file.tsx';
import { NoBook } from '../features/book/no-book.tsx';
import { useIdleLock } from '../features/book/use-idle-lock.ts';
import { ExportProgress } from '../features/export/export-progress.tsx';
import { Palette } from '../features/search/palette.tsx';
import { useDueReminder } from '../features/task/due-reminder.ts';
import { QuickCapture } from '../features/task/quick-capture.tsx';
import { api } from '../lib/api.ts';
import { notify } from '../lib/notices.ts';
import { useIsPresenting } from '../lib/presenting.ts';
import { useCommands } from './commands.ts';
import { useGoKeys } from './go-keys.ts';
import { Guided } from './guide.tsx';
import styles from './layout.module.css';
import { Notices } from './notices.tsx';
import { RoleQuestion } from './role-question.tsx';
import { SideNav } from './side-nav.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of every screen: which book, where to go, what can be undone, and that all of it is saved. */
export function Layout() {
  const { t } = useTranslation();
  const { data: status, isPending } = useQuery(api.book.status.queryOptions());
  const commands = useCommands();
  const isOpen = Boolean(status);
  const isPresenting = useIsPresenting();
  const isGoing = useGoKeys();
  useDueReminder(status?.path);
  useIdleLock();

  useEffect(() => {
    document.title = status ? `${status.settings.name} · ${t('app.name')}` : t('app.name');
  }, [status, t]);
  useEffect(() => {
    if (status?.recovered) notify({ text: t('app.recovered') });
  }, [status?.recovered, t]);

  return (
    <div className={isPresenting ? `${styles.frame} ${styles.presenting}` : styles.frame}>
      {!isPresenting && <TopBar status={status ?? null} commands={commands} />}
      {!isPresenting && <SideNav isGoing={isGoing} />}
      <main className={styles.main} key={status?.path}>
        <LostFile onSaveCopy={commands['save-copy'].run} />
        <Suspense>
          {isPending ? null : isOpen ? (
            <Guided>
              <RoleQuestion />
              <Outlet />
            </Guided>
          ) : (
            <NoBook />
          )}
        </Suspense>
        {status && !isPresenting && <StatusLine savedAt={status.savedAt} backedUpAt={status.backedUpAt} />}
      </main>
      <Palette commands={commands} />
      <QuickCapture />
      <BookDialogs />
      <FileDialog />
      <ExportProgress />
      <Notices />
    </div>
  );
}
