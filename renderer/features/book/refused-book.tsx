import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { showBookDialog } from './book-dialog.ts';

/** Why the book asked for did not open, or that it waits for its passphrase; with its backups where it has some. */
export function RefusedBook() {
  const { t } = useTranslation();
  const { data: refused } = useQuery(api.book.refused.queryOptions());
  const path = String(refused?.parameters.path ?? '');
  const { data: backups } = useQuery(api.book.backups.queryOptions({ path }, { enabled: path !== '' }));
  const { mutate: open } = useMutation(api.book.open.mutationOptions());
  if (!refused) return null;
  const isLocked = refused.code === 'book.passphrase-needed' || refused.code === 'book.wrong-passphrase';
  return (
    <Alert
      type={isLocked ? 'info' : 'error'}
      banner
      title={t(`failure.${refused.code}`, { ...refused.parameters })}
      action={
        <Space>
          {isLocked && (
            <Button
              size="small"
              type="primary"
              onClick={() => showBookDialog({ shown: 'unlock', path, backup: null })}
            >
              {t('book.passphrase.unlock')}
            </Button>
          )}
          {refused.code === 'book.altered' && (
            <Button size="small" onClick={() => open({ path, acceptsAltered: true })}>
              {t('book.openAsItIs')}
            </Button>
          )}
          {!isLocked && backups && backups.length > 0 && (
            <Button size="small" onClick={() => showBookDialog({ shown: 'backups', path })}>
              {t('book.backups')}
            </Button>
          )}
        </Space>
      }
    />
  );
}
