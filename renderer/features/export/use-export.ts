import { useMutation } from '@tanstack/react-query';
import type { inferRouterInputs } from '@trpc/server';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppRouter } from '../../../electron/api/router.ts';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useExport } from '../../lib/running-export.ts';

type ListInput = inferRouterInputs<AppRouter>['export']['accountList'];
/** The account list as it is seen. */
export type SeenList = Pick<ListInput, 'filter' | 'order' | 'columns'>;

const watched = {
  meta: { changesNothing: true },
  onSuccess: ({ job }: { job: string }, { path }: { path: string }) =>
    useExport.setState({ running: { job, path } }),
};

/** Asks where to, then writes the whole book there. */
export function useBookExport(): (bookName: string) => Promise<void> {
  const { t, i18n } = useTranslation();
  const { mutate } = useMutation(api.export.book.mutationOptions(watched));
  return useCallback(
    async (bookName) => {
      const path = await desktop.chooseDestination(t('export.bookName', { name: bookName }));
      if (path) mutate({ path, language: i18n.language === 'zh-CN' ? 'zh-CN' : 'en' });
    },
    [t, i18n, mutate],
  );
}

/** Asks where to, then writes the account list there as it is seen. */
export function useListExport(): (bookName: string, list: SeenList) => Promise<void> {
  const { t, i18n } = useTranslation();
  const { mutate } = useMutation(api.export.accountList.mutationOptions(watched));
  return useCallback(
    async (bookName, list) => {
      const path = await desktop.chooseDestination(t('export.listName', { name: bookName }));
      if (path) mutate({ ...list, path, language: i18n.language === 'zh-CN' ? 'zh-CN' : 'en' });
    },
    [t, i18n, mutate],
  );
}
