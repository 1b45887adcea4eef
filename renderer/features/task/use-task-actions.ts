import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';

/** What can be done to a task with one key; each says what it did and can be taken back. */
export function useTaskActions() {
  const { t } = useTranslation();
  const { mutate: finish } = useMutation(
    api.task.finish.mutationOptions({
      onSuccess: ({ title, nextDueOn }) =>
        notify({
          text: nextDueOn ? t('task.doneNext', { title, date: nextDueOn }) : t('task.doneNow', { title }),
          canUndo: true,
        }),
    }),
  );
  const { mutate: snooze } = useMutation(
    api.task.snooze.mutationOptions({
      onSuccess: (_, { until }) => {
        if (until !== null) notify({ text: t('task.snoozed', { date: until }), canUndo: true });
      },
    }),
  );
  const { mutate: reopen } = useMutation(api.task.reopen.mutationOptions());
  const { mutate: remove } = useMutation(
    api.task.delete.mutationOptions({
      onSuccess: () => notify({ text: t('task.deleted'), canUndo: true }),
    }),
  );
  return { finish, snooze, reopen, remove };
}
