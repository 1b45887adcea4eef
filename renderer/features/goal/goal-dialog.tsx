import { useMutation, useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Goal, GoalEntry } from '../../../db/goal/query.ts';
import { goalDirections, goalTerms } from '../../../db/goal/rule.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './goal-form.module.css';

type GoalForm = { -readonly [Key in keyof GoalEntry]: GoalEntry[Key] };

/** A new goal, or one to change. What isn't known yet stays empty and is asked for by the review. */
export function GoalDialog({
  accountId,
  goal,
  onClose,
}: {
  accountId: number;
  goal: Goal | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<GoalForm>();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: points } = useQuery(api.goal.valuePoints.queryOptions());
  const create = useMutation(api.goal.create.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.goal.edit.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(
    api.goal.remove.mutationOptions({
      onSuccess: () => {
        notify({ text: t('goal.removed', { goal: goal?.metric }), canUndo: true });
        onClose();
      },
    }),
  );
  const submit = (facts: GoalForm) =>
    goal ? edit.mutate({ id: goal.id, facts }) : create.mutate({ accountId, facts });
  const choice = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <FormDialog
      form={form}
      width={620}
      title={goal ? t('goal.edit') : t('goal.new')}
      initialValues={startOf(goal, status?.today ?? null)}
      isSaving={create.isPending || edit.isPending}
      removal={goal && { label: t('goal.remove'), remove: () => remove.mutate({ id: goal.id }) }}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item
          name="metric"
          label={t('goal.metric')}
          rules={[{ required: true, whitespace: true, message: t('goal.metricNeeded') }]}
        >
          <Input maxLength={200} ref={focusFirst} placeholder={t('goal.metricHint')} />
        </Form.Item>
        <Form.Item name="valuePoint" label={t('goal.valuePoint')}>
          <AutoComplete options={points?.map(({ name }) => ({ value: name })) ?? []} />
        </Form.Item>
      </div>
      <div className={styles.triple}>
        <Form.Item name="unit" label={t('goal.unit')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="direction" label={t('goal.directionWord')}>
          <Select options={choice(goalDirections, (value) => t(`goal.direction.${value}`))} />
        </Form.Item>
        <Form.Item name="term" label={t('goal.termLength')}>
          <Select options={choice(goalTerms, (value) => t(`goal.term.${value}`))} />
        </Form.Item>
        <Form.Item name="baseline" label={t('goal.baseline')}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="baselineOn" label={t('goal.baselineOn')}>
          <DateInput />
        </Form.Item>
        <span />
        <Form.Item name="target" label={t('goal.target')}>
          <InputNumber style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="dueOn" label={t('goal.due')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="confirmedOn" label={t('goal.confirmedOn')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="owner" label={t('goal.owner')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="definedBy" label={t('goal.definedBy')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="redefinedOn" label={t('goal.redefinedOn')} tooltip={t('goal.redefinedHint')}>
          <DateInput />
        </Form.Item>
      </div>
      <div className={styles.inside}>
        <Form.Item name="note" label={t('goal.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={20_000} />
        </Form.Item>
      </div>
      {goal && (
        <Form.Item name="closedOn" label={t('goal.closedOn')} tooltip={t('goal.closedHint')}>
          <DateInput />
        </Form.Item>
      )}
      {!goal && <Form.Item name="closedOn" hidden />}
    </FormDialog>
  );
}

function startOf(goal: Goal | null, today: string | null): GoalForm {
  if (goal) {
    const { id: _, valuePoint, readings: __, ...facts } = goal;
    return { ...facts, valuePoint: valuePoint?.name ?? null };
  }
  return {
    metric: '',
    unit: '',
    term: 'short',
    direction: 'increase',
    valuePoint: null,
    baseline: null,
    baselineOn: today,
    target: null,
    dueOn: null,
    owner: null,
    definedBy: null,
    confirmedOn: null,
    redefinedOn: null,
    note: null,
    closedOn: null,
  };
}
