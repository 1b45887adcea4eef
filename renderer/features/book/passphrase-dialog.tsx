import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { notify } from '../../lib/notices.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './passphrase.module.css';

type Passphrases = { readonly current?: string; readonly next?: string; readonly again?: string };
const shortest = 8;

/** Sets the open book's first passphrase, another one, or takes it off. */
export function PassphraseDialog({
  does,
  onClose,
}: {
  does: 'set' | 'change' | 'remove';
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Passphrases>();
  const { mutate, isPending, error } = useMutation(
    api.book.setPassphrase.mutationOptions({
      meta: { tellsFailure: true },
      onSuccess: () => {
        notify({ text: t(`book.passphrase.${does}Done`) });
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      form={form}
      title={t(`book.passphrase.${does}Title`)}
      submitLabel={t(`book.passphrase.${does}Do`)}
      initialValues={{}}
      isSaving={isPending}
      onSubmit={({ current, next }) => mutate({ current: current ?? null, next: next ?? null })}
      onClose={onClose}
    >
      {does !== 'remove' && (
        <div className={styles.teach}>
          <Alert type="warning" title={t('book.passphrase.warning')} />
        </div>
      )}
      {does !== 'set' && (
        <Form.Item name="current" label={t('book.passphrase.current')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      {does !== 'remove' && (
        <>
          <Form.Item
            name="next"
            label={t('book.passphrase.next')}
            extra={t('book.passphrase.hint')}
            rules={[
              { required: true },
              { min: shortest, message: t('book.passphrase.short', { count: shortest }) },
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label={t('book.passphrase.again')}
            dependencies={['next']}
            rules={[
              { required: true },
              ({ getFieldValue }) => ({
                validator: async (_, value) => {
                  if (value && value !== getFieldValue('next')) throw new Error(t('book.passphrase.differs'));
                },
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </>
      )}
      {error && <Alert type="error" title={failureText(error, t)} />}
    </FormDialog>
  );
}
