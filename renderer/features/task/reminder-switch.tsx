import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { Tick } from '../../lib/tick.tsx';

/** Turns the morning reminder on; a first notification shows that the system lets it through, or makes a browser ask. */
export function ReminderSwitch() {
  const { t } = useTranslation();
  const { data: isOn } = useQuery(api.task.reminds.queryOptions());
  const { mutateAsync: set } = useMutation(
    api.task.setReminds.mutationOptions({
      onSuccess: (_, { on }) => {
        if (on) void desktop.notify(t('task.remind.label'), t('task.remind.on'));
      },
    }),
  );
  return (
    <Tick checked={isOn ?? false} onTick={(on) => set({ on })}>
      {t('task.remind.label')}
    </Tick>
  );
}
