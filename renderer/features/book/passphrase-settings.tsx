import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import styles from './passphrase.module.css';
import { PassphraseDialog } from './passphrase-dialog.tsx';

const idleMinutes = [5, 15, 30, 60] as const;
const never = 0;

/** Whether the open book is encrypted, and all that can be done about it. */
export function PassphraseSettings() {
  const { t } = useTranslation();
  const [does, setDoes] = useState<'set' | 'change' | 'remove' | null>(null);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: settings } = useQuery(api.settings.get.queryOptions());
  const { mutate: remember } = useMutation(api.settings.change.mutationOptions());
  const { mutate: lock } = useMutation(api.book.lock.mutationOptions());
  if (!status || !settings) return null;
  return (
    <>
      <p className={styles.teach}>
        {t(status.isEncrypted ? 'book.passphrase.isSet' : 'book.passphrase.isNotSet')}
      </p>
      <div className={styles.buttons}>
        {status.isEncrypted ? (
          <>
            <Button onClick={() => setDoes('change')}>{t('book.passphrase.change')}</Button>
            <Button onClick={() => setDoes('remove')}>{t('book.passphrase.remove')}</Button>
            <Button onClick={() => lock()}>{t('book.lock')}</Button>
          </>
        ) : (
          <Button onClick={() => setDoes('set')}>{t('book.passphrase.set')}</Button>
        )}
      </div>
      {status.isEncrypted && (
        <Select
          aria-label={t('book.passphrase.idle')}
          value={settings.locksAfterMinutes ?? never}
          options={[
            ...idleMinutes.map((count) => ({
              value: count,
              label: t('book.passphrase.idleAfter', { count }),
            })),
            { value: never, label: t('book.passphrase.idleNever') },
          ]}
          onChange={(minutes: number) => remember({ locksAfterMinutes: minutes === never ? null : minutes })}
        />
      )}
      {does && <PassphraseDialog does={does} onClose={() => setDoes(null)} />}
    </>
  );
}
