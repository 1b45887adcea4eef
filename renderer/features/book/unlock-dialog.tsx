import { useMutation } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './passphrase.module.css';

/** Asks for the passphrase of a book, and says what a forgotten one means. With `backup`, that backup takes the book's place. */
export function UnlockDialog({
  path,
  backup,
  onClose,
}: {
  path: string;
  backup: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ passphrase: string }>();
  const told = { meta: { tellsFailure: true }, onSuccess: onClose };
  const open = useMutation(api.book.open.mutationOptions(told));
  const restore = useMutation(api.book.restore.mutationOptions(told));
  const error = open.error ?? restore.error;
  const submit = ({ passphrase }: { passphrase: string }) => {
    if (backup === null) open.mutate({ path, passphrase });
    else restore.mutate({ backup, path, passphrase });
  };
  return (
    <FormDialog
      form={form}
      title={t('book.passphrase.unlockTitle', { name: path.replace(/^.*[/\\]|\.tenure$/g, '') })}
      submitLabel={t('book.passphrase.unlockDo')}
      initialValues={{}}
      isSaving={open.isPending || restore.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className={styles.teach}>{path}</p>
      <Form.Item name="passphrase" label={t('book.passphrase.label')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {error && (
        <div className={styles.teach}>
          <Alert type="error" title={failureText(error, t)} />
        </div>
      )}
      <p className={styles.teach}>{t('book.passphrase.forgotten')}</p>
    </FormDialog>
  );
}
