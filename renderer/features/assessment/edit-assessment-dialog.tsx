import { useMutation } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
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
    <FormDialog
      form={form}
      width={420}
      title={t('assessment.menu.edit')}
      initialValues={{ assessedOn, assessor }}
      isSaving={isPending}
      onSubmit={(facts: Facts) => edit({ id, ...facts })}
      onClose={onClose}
    >
      <AssessedFields />
    </FormDialog>
  );
}
