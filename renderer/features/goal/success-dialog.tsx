import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';

type SuccessForm = { whyBought: string; definition: string };

/** Why the customer bought and what it would call a success, in its own words. */
export function SuccessDialog({ accountId, onClose }: { accountId: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SuccessForm>();
  const { data: success, isPending } = useQuery(api.successDefinition.find.queryOptions({ accountId }));
  const write = useMutation(api.successDefinition.write.mutationOptions({ onSuccess: onClose }));
  if (isPending) return null;
  return (
    <Modal
      open
      title={t('qbr.section.why')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      confirmLoading={write.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ whyBought: success?.whyBought ?? '', definition: success?.definition ?? '' }}
        onFinish={(words: SuccessForm) => write.mutate({ accountId, ...words })}
      >
        <Form.Item name="whyBought" label={t('qbr.whyBought')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="definition" label={t('qbr.success')} extra={t('qbr.successHint')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={20_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
