import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

type SuccessForm = { whyBought: string; definition: string };

/** Why the customer bought and what it would call a success, in its own words. */
export function SuccessDialog({ accountId, onClose }: { accountId: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SuccessForm>();
  const { data: success, isPending } = useQuery(api.goal.successDefinition.find.queryOptions({ accountId }));
  const write = useMutation(api.goal.successDefinition.write.mutationOptions({ onSuccess: onClose }));
  if (isPending) return null;
  return (
    <FormDialog
      form={form}
      title={t('qbr.section.why')}
      initialValues={{ whyBought: success?.whyBought ?? '', definition: success?.definition ?? '' }}
      isSaving={write.isPending}
      onSubmit={(labels: SuccessForm) => write.mutate({ accountId, ...labels })}
      onClose={onClose}
    >
      <Form.Item name="whyBought" label={t('qbr.whyBought')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="definition" label={t('qbr.success')} extra={t('qbr.successHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={20_000} />
      </Form.Item>
    </FormDialog>
  );
}
