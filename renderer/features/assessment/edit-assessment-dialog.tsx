import { useMutation } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/domain/calendar.ts';
import { api } from '../../lib/api.ts';
import { AssessedFields } from './assessed-fields.tsx';
import type { ShownAssessment } from './assessment-type.ts';

type Facts = { assessedOn: IsoDate; assessor: string | null };

/** When it was made, and by whom. */
export function EditAssessmentDialog({
  assessment: { id, assessedOn, assessor },
  onClose,
}: {
  assessment: ShownAssessment;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Facts>();
  const { mutate: edit, isPending } = useMutation(
    api.assessment.edit.mutationOptions({ onSuccess: onClose }),
  );
  return (
    <Modal
      open
      title={t('assessment.menu.edit')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ assessedOn, assessor }}
        onFinish={(facts: Facts) => edit({ id, ...facts })}
      >
        <AssessedFields />
      </Form>
    </Modal>
  );
}
