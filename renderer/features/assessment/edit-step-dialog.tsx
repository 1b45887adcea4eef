import { useMutation } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { stepSizes } from '../../../db/domain/maturity-plan.ts';
import type { StepFacts } from '../../../db/queries/assessment-step.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './assessed-fields.module.css';
import type { ShownStep } from './assessment-type.ts';

/** What a step says, who does it, from when to when, and how much it takes. */
export function EditStepDialog({
  assessmentId,
  step: { id, step, owner, effort, fromOn, toOn, note },
  onClose,
}: {
  assessmentId: number;
  step: ShownStep;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<StepFacts>();
  const { mutate: edit, isPending } = useMutation(
    api.assessmentStep.edit.mutationOptions({ onSuccess: onClose }),
  );
  return (
    <FormDialog
      form={form}
      title={t('assessment.plan.editTitle')}
      initialValues={{ step, owner, effort, fromOn, toOn, note }}
      isSaving={isPending}
      onSubmit={(facts) => edit({ id: assessmentId, step: id, facts })}
      onClose={onClose}
    >
      <Form.Item
        name="step"
        label={t('maturity.step')}
        rules={[{ required: true, whitespace: true, message: t('assessment.plan.stepNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={20_000} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="owner" label={t('maturity.owner')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="effort" label={t('maturity.effort')}>
          <Select
            options={stepSizes.map((size, at) => ({ value: at + 1, label: t(`maturity.size.${size}`) }))}
          />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="fromOn" label={t('assessment.plan.from')}>
          <DateInput />
        </Form.Item>
        <Form.Item
          name="toOn"
          label={t('assessment.plan.to')}
          dependencies={['fromOn']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, to: string | null) => {
                const from: string | null = getFieldValue('fromOn');
                const isBackwards = from !== null && to !== null && from > to;
                return isBackwards
                  ? Promise.reject(new Error(t('assessment.plan.endsBefore')))
                  : Promise.resolve();
              },
            }),
          ]}
        >
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('assessment.note')} extra={t('assessment.noteHint')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={20_000} />
      </Form.Item>
    </FormDialog>
  );
}
