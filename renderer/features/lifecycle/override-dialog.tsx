import { useMutation } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type LifecycleStage, lifecycleStages } from '../../../db/lifecycle/rule.ts';
import { addMonths, type IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

type OverrideForm = { stage: LifecycleStage; reason: string; toOn: IsoDate };

/** Sets the stage by hand from today on: which, why, and until when the contracts are not asked. */
export function OverrideDialog({
  accountId,
  today,
  onClose,
}: {
  accountId: number;
  today: IsoDate;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<OverrideForm>();
  const { mutate, isPending } = useMutation(api.lifecycle.override.mutationOptions({ onSuccess: onClose }));
  const needed = [{ required: true, message: t('lifecycle.needed') }];
  return (
    <FormDialog
      form={form}
      title={t('lifecycle.setByHand')}
      initialValues={{ toOn: addMonths(today, 1) }}
      isSaving={isPending}
      onSubmit={(facts) => mutate({ accountId, fromOn: today, ...facts })}
      onClose={onClose}
    >
      <p>{t('lifecycle.overrideTeach')}</p>
      <Form.Item name="stage" label={t('lifecycle.stageLabel')} rules={needed}>
        <Select<LifecycleStage>
          options={lifecycleStages.map((value) => ({ value, label: t(`lifecycle.stage.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('lifecycle.reason')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="toOn" label={t('lifecycle.until')} rules={needed}>
        <DateInput />
      </Form.Item>
    </FormDialog>
  );
}
