import { useMutation } from '@tanstack/react-query';
import type { inferRouterInputs } from '@trpc/server';
import { useTranslation } from 'react-i18next';
import type { AppRouter } from '../../../electron/api/router.ts';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';

type Patch = inferRouterInputs<AppRouter>['account']['patch']['changes'][number]['patch'];

/** Makes the same change to several accounts and offers to take it back. */
export function useAccountPatch(): (ids: number[], patch: Patch) => void {
  const { t } = useTranslation();
  const { mutate } = useMutation(
    api.account.patch.mutationOptions({
      onSuccess: (_, { changes }) =>
        notify({ text: t('account.bulk.changed', { count: changes[0]?.ids.length ?? 0 }), canUndo: true }),
    }),
  );
  return (ids, patch) => mutate({ changes: [{ ids, patch }] });
}
