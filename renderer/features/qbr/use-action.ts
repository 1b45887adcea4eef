import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notices.ts';

/** Runs an action through the app's mutations: failures are told, and every screen sees the change. */
export function useAction() {
  const { t } = useTranslation();
  const { mutate } = useMutation({ mutationFn: (action: () => Promise<unknown>) => action() });
  return {
    run: (action: () => Promise<unknown>) => mutate(action),
    /** The same for what takes something away: it says so, and how to get it back. */
    remove: (action: () => Promise<unknown>) =>
      mutate(action, { onSuccess: () => notify({ text: t('qbr.removed'), canUndo: true }) }),
  };
}
