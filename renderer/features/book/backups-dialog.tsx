import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import styles from './backups-dialog.module.css';

/** The backups of a book, newest first, each with the button that brings it back. */
export function BackupsDialog({ of, onClose }: { of: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const path = of ?? status?.path;
  const { data: backups } = useQuery(
    api.book.backups.queryOptions({ path: path ?? '' }, { enabled: Boolean(path) }),
  );
  const { mutate: backUp, isPending } = useMutation(api.book.backUp.mutationOptions());
  const { mutate: restore } = useMutation(api.book.restore.mutationOptions({ onSuccess: onClose }));
  if (!path || !backups) return null;
  return (
    <Modal
      open
      title={t('book.restore.title', { name: path.replace(/^.*[/\\]|\.tenure$/g, '') })}
      okText={t('book.backUp')}
      okButtonProps={{ hidden: path !== status?.path }}
      cancelText={t('app.close')}
      confirmLoading={isPending}
      onOk={() => backUp()}
      onCancel={onClose}
    >
      <p className={styles.teach}>{t('book.restore.teach')}</p>
      {backups.length === 0 && <p>{t('book.restore.none')}</p>}
      <ul className={styles.list}>
        {backups.map((backup) => (
          <li key={backup.path} className={styles.backup}>
            <span>{`${format.longDate(format.dayOf(backup.at))} ${format.time(backup.at)}`}</span>
            <Button
              size="small"
              onClick={() =>
                restore(
                  { backup: backup.path, path },
                  {
                    onSuccess: () =>
                      notify({ text: t('book.restore.done', { at: format.moment(backup.at) }) }),
                  },
                )
              }
            >
              {t('book.restore.do')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
