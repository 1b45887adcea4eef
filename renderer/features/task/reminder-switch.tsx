import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';

/** Turns the morning reminder on; a first notification shows that the system lets it through, or makes a browser ask. */
export function ReminderSwitch() {
  const { t } = useTranslation();
  const { data: isOn } = useQuery(api.task.reminds.queryOptions());
  const { mutate: set } = useMutation(
    api.task.setReminds.mutationOptions({
      onSuccess: (_, { on }) => {
        if (on) void desktop.notify(t('task.remind.label'), t('task.remind.on'));
      },
    }),
  );
  return (
    <Checkbox checked={isOn ?? false} onChange={({ target }) => set({ on: target.checked })}>
      {t('task.remind.label')}
    </Checkbox>
  );
}
