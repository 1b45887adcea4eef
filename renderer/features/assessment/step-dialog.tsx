import { useMutation } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { indicatorsOf } from '../../../db/maturity/model.ts';
import { stepSizes } from '../../../db/maturity/plan.ts';
import type { StepFacts } from '../../../db/maturity/step-query.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './assessed-fields.module.css';
import type { ShownAssessment, ShownStep } from './assessment-type.ts';
import { useModelWords } from './use-model-words.ts';

type StepForm = StepFacts & { readonly indicator?: string };

/** What a step says, who does it, from when to when, and how much it takes; a new one also what it is to raise. */
export function StepDialog({
  assessment: { id, model, steps },
  step,
  onClose,
}: {
  assessment: ShownAssessment;
  /** Null adds one. */
  step: ShownStep | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const labels = useModelWords(model);
  const [form] = Form.useForm<StepForm>();
  const edit = useMutation(api.assessment.step.edit.mutationOptions({ onSuccess: onClose }));
  const add = useMutation(api.assessment.step.add.mutationOptions({ onSuccess: onClose }));
  const submit = ({ indicator, ...facts }: StepForm) => {
    if (step) edit.mutate({ id, step: step.id, facts });
    else if (indicator !== undefined) add.mutate({ id, indicator, facts });
  };
  const { step: text = '', owner = null, effort = 2, fromOn = null, toOn = null, note = null } = step ?? {};
  return (
    <FormDialog
      form={form}
      title={t(step ? 'assessment.plan.editTitle' : 'assessment.plan.addTitle')}
      initialValues={{ step: text, owner, effort, fromOn, toOn, note }}
      isSaving={edit.isPending || add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {!step && (
        <Form.Item
          name="indicator"
          label={t('assessment.plan.aim')}
          rules={[{ required: true, message: t('assessment.plan.aimNeeded') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={withoutStep(model, steps).map(({ indicator }) => ({
              value: indicator.key,
              label: labels.indicator(indicator.key),
            }))}
          />
        </Form.Item>
      )}
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

/** The questions no step of the plan is for yet. */
export function withoutStep(model: ShownAssessment['model'], steps: readonly ShownStep[]) {
  return indicatorsOf(model).filter(({ indicator }) =>
    steps.every((each) => each.indicator !== indicator.key),
  );
}
