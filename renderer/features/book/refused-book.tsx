import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { showBookDialog } from './book-dialog.ts';

/** Why the book asked for at the start did not open, with its backups where it has some. */
export function RefusedBook() {
  const { t } = useTranslation();
  const { data: refused } = useQuery(api.book.refused.queryOptions());
  const path = String(refused?.parameters.path ?? '');
  const { data: backups } = useQuery(api.book.backups.queryOptions({ path }, { enabled: path !== '' }));
  if (!refused) return null;
  return (
    <Alert
      type="error"
      banner
      title={t(`failure.${refused.code}`, { ...refused.parameters })}
      action={
        backups &&
        backups.length > 0 && (
          <Button size="small" onClick={() => showBookDialog({ shown: 'backups', path })}>
            {t('book.backups')}
          </Button>
        )
      }
    />
  );
}
