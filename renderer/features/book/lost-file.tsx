import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';

/** Says that the open book's file is not the one it was, and offers what saves all that is in the book. */
export function LostFile({ onSaveCopy }: { onSaveCopy: () => void }) {
  const { t } = useTranslation();
  const { data: status } = useQuery({
    ...api.book.status.queryOptions(),
    refetchInterval: 60_000, // programs that keep folders in step do it while nobody does anything here
  });
  const { mutate: open } = useMutation(api.book.open.mutationOptions());
  if (!status?.fileLoss || status.path === null) return null;
  const { path, fileLoss } = status;
  return (
    <Alert
      type="error"
      banner
      title={t(`book.lost.${fileLoss}`, { path })}
      description={t('book.lost.teach')}
      action={
        <Space>
          <Button type="primary" onClick={onSaveCopy}>
            {t('book.saveCopy')}
          </Button>
          {fileLoss !== 'gone' && <Button onClick={() => open({ path })}>{t('book.lost.openOther')}</Button>}
        </Space>
      }
    />
  );
}
