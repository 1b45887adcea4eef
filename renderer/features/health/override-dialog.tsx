import { useMutation } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type HealthBand, healthBands } from '../../../db/health/model.ts';
import { addMonths, type IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

type OverrideForm = { band: HealthBand; reason: string; untilOn: IsoDate };

/** Sets the colour by hand from today on: which, why, and until when. The score goes on beside it. */
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
  const { mutate, isPending } = useMutation(api.health.override.mutationOptions({ onSuccess: onClose }));
  const needed = [{ required: true, message: t('lifecycle.needed') }];
  return (
    <FormDialog
      form={form}
      title={t('health.setByHand')}
      initialValues={{ untilOn: addMonths(today, 1) }}
      isSaving={isPending}
      onSubmit={(facts) => mutate({ accountId, ...facts })}
      onClose={onClose}
    >
      <p>{t('health.overrideTeach')}</p>
      <Form.Item name="band" label={t('health.colour')} rules={needed}>
        <Select<HealthBand>
          options={healthBands.map((value) => ({ value, label: t(`health.band.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('lifecycle.reason')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="untilOn" label={t('lifecycle.until')} rules={needed}>
        <DateInput />
      </Form.Item>
    </FormDialog>
  );
}
