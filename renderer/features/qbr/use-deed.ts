import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tell } from '../../lib/notices.ts';

/** Runs a deed through the app's mutations: failures are told, and every screen sees the change. */
export function useDeed() {
  const { t } = useTranslation();
  const { mutate } = useMutation({ mutationFn: (deed: () => Promise<unknown>) => deed() });
  return {
    run: (deed: () => Promise<unknown>) => mutate(deed),
    /** The same for what takes something away: it says so, and how to get it back. */
    remove: (deed: () => Promise<unknown>) =>
      mutate(deed, { onSuccess: () => tell({ text: t('qbr.removed'), canUndo: true }) }),
  };
}
