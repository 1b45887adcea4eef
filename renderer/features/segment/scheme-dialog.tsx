import { useMutation } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type SchemeKind, schemeKinds } from '../../../db/segment/rule.ts';
import type { Scheme } from '../../../db/segment/scheme-query.ts';
import { api } from '../../lib/api.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './scheme-dialog.module.css';

type SchemeForm = { name: string; kind: SchemeKind; purpose: string | null };

/** A new scheme, or one to change. */
export function SchemeDialog({
  scheme,
  onSaved,
  onClose,
}: {
  scheme: Scheme | null;
  onSaved?: (id: number) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SchemeForm>();
  const create = useMutation(
    api.segment.createScheme.mutationOptions({
      onSuccess: ({ id }) => {
        onClose();
        onSaved?.(id);
      },
    }),
  );
  const edit = useMutation(api.segment.editScheme.mutationOptions({ onSuccess: onClose }));
  const { name = '', kind = 'a-priori', purpose = null } = scheme ?? {};
  const initial: SchemeForm = { name, kind, purpose };
  const submit = (given: SchemeForm) =>
    scheme ? edit.mutate({ id: scheme.id, ...given }) : create.mutate(given);
  return (
    <FormDialog
      form={form}
      title={scheme ? t('segment.scheme.edit') : t('segment.scheme.new')}
      initialValues={initial}
      isSaving={create.isPending || edit.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('segment.scheme.name')}
        rules={[{ required: true, whitespace: true, message: t('segment.scheme.nameNeeded') }]}
      >
        <Input maxLength={200} ref={focusFirst} onPressEnter={() => form.submit()} />
      </Form.Item>
      <Form.Item name="kind" label={t('segment.scheme.kind')}>
        <Radio.Group className={styles.kinds ?? ''}>
          {schemeKinds.map((value) => (
            <Radio key={value} value={value}>
              {t(`segment.kind.${value}`)}
              <span className={styles.teach}>{t(`segment.kindTeach.${value}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="purpose" label={t('segment.scheme.purpose')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={t('segment.scheme.purposeHint')} />
      </Form.Item>
    </FormDialog>
  );
}
