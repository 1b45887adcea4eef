import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showBookDialog } from '../features/book/book-dialog.ts';
import { api } from '../lib/api.ts';
import { alteredBook, bookToRestore, bookToUnlock, failureText } from '../lib/failure.ts';
import { type Notice, useNotices } from '../lib/notices.ts';
import styles from './notices.module.css';

const millisecondsShown = 8000;

/** What just happened, above the screen's foot, read aloud too. A failure stays until it is dismissed. */
export function Notices() {
  const { shown, dismiss } = useNotices();
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {shown.map(({ id, notice }) => (
        <NoticeCard key={id} notice={notice} onDismiss={() => dismiss(id)} />
      ))}
    </div>
  );
}

function NoticeCard({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const { t } = useTranslation();
  const { mutate: undo } = useMutation(api.change.undo.mutationOptions());
  const isFailure = 'failure' in notice;
  const broken = isFailure ? bookToRestore(notice.failure) : null;
  const locked = isFailure ? bookToUnlock(notice.failure) : null;
  const altered = isFailure ? alteredBook(notice.failure) : null;
  const { mutate: open } = useMutation(api.book.open.mutationOptions());
  useEffect(() => {
    if (isFailure) return;
    const timer = setTimeout(onDismiss, millisecondsShown);
    return () => clearTimeout(timer);
  }, [isFailure, onDismiss]);
  return (
    <div className={`${styles.notice} ${isFailure ? styles.failure : ''}`}>
      <span>{isFailure ? failureText(notice.failure, t) : notice.text}</span>
      {!isFailure && notice.canUndo && (
        <Button
          size="small"
          onClick={() => {
            undo();
            onDismiss();
          }}
        >
          {t('app.undoIt')}
        </Button>
      )}
      {!isFailure && notice.act && (
        <Button
          size="small"
          onClick={() => {
            notice.act?.run();
            onDismiss();
          }}
        >
          {notice.act.label}
        </Button>
      )}
      {locked && (
        <Button
          size="small"
          onClick={() => {
            showBookDialog({ shown: 'unlock', ...locked });
            onDismiss();
          }}
        >
          {t('book.passphrase.unlock')}
        </Button>
      )}
      {altered && (
        <Button
          size="small"
          onClick={() => {
            open({ path: altered, acceptsAltered: true });
            onDismiss();
          }}
        >
          {t('book.openAsItIs')}
        </Button>
      )}
      {broken && (
        <Button
          size="small"
          onClick={() => {
            showBookDialog({ shown: 'backups', path: broken });
            onDismiss();
          }}
        >
          {t('book.backups')}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<X size={14} />}
        aria-label={t('app.close')}
        onClick={onDismiss}
      />
    </div>
  );
}
