import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../db/task/query.ts';
import { type RepeatUnit, repeatUnits } from '../../../db/task/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { AccountPicker } from '../../lib/account-picker.tsx';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './task-dialog.module.css';

type TaskForm = {
  title: string;
  accountId: number | null;
  dueOn: IsoDate | null;
  owner: string;
  unit: RepeatUnit | null;
  every: number | null;
};

/** A new task, or one to change. Only a task with a due day repeats. */
export function TaskDialog({
  task,
  accountId,
  onClose,
}: {
  task: Task | null;
  /** The account a new task is about, where one is in view. */
  accountId: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TaskForm>();
  const dueOn = Form.useWatch('dueOn', form);
  const unit = Form.useWatch('unit', form);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const create = useMutation(api.task.create.mutationOptions({ onSuccess: onClose }));
  const edit = useMutation(api.task.edit.mutationOptions({ onSuccess: onClose }));
  const initial: TaskForm = {
    title: task?.title ?? '',
    accountId: task ? task.accountId : accountId,
    dueOn: task ? task.dueOn : (status?.today ?? null),
    owner: task?.owner ?? '',
    unit: task?.recurrence?.unit ?? null,
    every: task?.recurrence?.every ?? 1,
  };
  const submit = ({ unit: chosen, every, ...given }: TaskForm) => {
    const repeats = given.dueOn !== null && chosen !== null;
    const facts = { ...given, interval: repeats ? { unit: chosen, every: every ?? 1 } : null };
    if (task) edit.mutate({ id: task.id, facts });
    else create.mutate({ facts, source: null });
  };
  return (
    <FormDialog
      form={form}
      title={task ? t('task.edit') : t('task.new')}
      initialValues={initial}
      isSaving={create.isPending || edit.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('task.title')}
        rules={[{ required: true, whitespace: true, message: t('task.titleNeeded') }]}
      >
        <Input maxLength={200} ref={focusFirst} onPressEnter={() => form.submit()} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="accountId" label={t('task.account')}>
          <AccountPicker allowClear />
        </Form.Item>
        <Form.Item name="owner" label={t('task.owner')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="dueOn" label={t('task.due')}>
          <DateInput allowClear />
        </Form.Item>
        <Form.Item
          label={t('task.repeat')}
          htmlFor="unit"
          help={dueOn ? undefined : t('task.repeatNeedsDay')}
        >
          <div className={styles.repeat}>
            <Form.Item name="unit" noStyle>
              <Select<RepeatUnit | null>
                id="unit"
                disabled={!dueOn}
                options={[
                  { value: null, label: t('task.never') },
                  ...repeatUnits.map((value) => ({ value, label: t(`task.unit.${value}`) })),
                ]}
              />
            </Form.Item>
            {unit && dueOn && (
              <Form.Item name="every" noStyle>
                <InputNumber min={1} max={99} precision={0} aria-label={t('task.interval')} />
              </Form.Item>
            )}
          </div>
        </Form.Item>
      </div>
    </FormDialog>
  );
}
