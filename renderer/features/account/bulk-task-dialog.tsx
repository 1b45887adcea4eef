import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

type Fields = { title: string; dueOn?: IsoDate | null; owner?: string };

/** One task for each of the accounts. */
export function BulkTaskDialog({ accountIds, onClose }: { accountIds: number[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const { mutate, isPending } = useMutation(
    api.task.createMany.mutationOptions({
      onSuccess: () => {
        notify({ text: t('account.bulk.tasksAdded', { count: accountIds.length }), canUndo: true });
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      form={form}
      title={t('account.bulk.taskFor', { count: accountIds.length })}
      isSaving={isPending}
      onSubmit={({ title, dueOn, owner }) =>
        mutate({
          accountIds,
          facts: { title, dueOn: dueOn ?? null, owner: owner?.trim() || null, interval: null },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="title" label={t('task.title')} rules={[{ required: true, whitespace: true }]}>
        <Input ref={focusFirst} maxLength={200} />
      </Form.Item>
      <Form.Item name="dueOn" label={t('task.due')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="owner" label={t('task.owner')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
