import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import styles from './settings-page.module.css';

/** The files beside the book that nothing needs any more, where there are any, and how to be rid of them. */
export function StrayFiles() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: stray } = useQuery(api.attachment.stray.queryOptions());
  const { mutate: clear, isPending } = useMutation(
    api.attachment.clearStray.mutationOptions({
      onSuccess: ({ count, bytes }) =>
        notify({ text: t('attachment.cleared', { count, size: format.bytes(bytes) }) }),
    }),
  );
  if (!stray || stray.count === 0) return null;
  const { count, bytes } = stray;
  return (
    <div className={styles.stray}>
      <p>{t('attachment.stray', { count, size: format.bytes(bytes) })}</p>
      <Button loading={isPending} onClick={() => clear()}>
        {t('attachment.clear')}
      </Button>
    </div>
  );
}
