import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

/** A new product; what it is worth is written on its card. */
export function PropositionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ product: string }>();
  const { mutate: create, isPending } = useMutation(
    api.value.point.createProposition.mutationOptions({
      onSuccess: () => {
        onClose();
        void navigate('/value/propositions');
      },
    }),
  );
  const unstated = { sentence: null, audience: null, change: null, benefit: null, advantage: null };
  return (
    <FormDialog
      form={form}
      title={t('valuePoint.proposition.new')}
      isSaving={isPending}
      onSubmit={({ product }) => create({ product, ...unstated })}
      onClose={onClose}
    >
      <Form.Item
        name="product"
        label={t('valuePoint.proposition.product')}
        rules={[{ required: true, whitespace: true, message: t('valuePoint.proposition.productNeeded') }]}
      >
        <Input maxLength={200} ref={focusFirst} onPressEnter={() => form.submit()} />
      </Form.Item>
    </FormDialog>
  );
}
