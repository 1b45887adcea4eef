import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useCustomFields } from '../../lib/custom-field.ts';
import { notify } from '../../lib/notices.ts';
import { useSlice } from '../../lib/slice.ts';
import type { CellEdit } from '../../ui/grid/column.ts';
import { accountChanges } from './account-edits.ts';

const sizes = ['large', 'mid', 'small'] as const;

/** Writes what was typed, pasted or filled into the list, as one change; texts that could not be read are named. */
export function useAccountEdits(): (edits: readonly CellEdit[]) => Promise<unknown> {
  const { t } = useTranslation();
  const { schemes } = useSlice();
  const fields = useCustomFields();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { mutateAsync } = useMutation(api.account.patch.mutationOptions());
  const currency = status?.settings.base_currency ?? 'CNY';
  return useCallback(
    async (edits) => {
      const { changes, refused } = accountChanges(edits, {
        sizes: sizes.map((value) => ({ value, label: t(`account.choice.size.${value}`) })),
        schemes,
        fields,
        yes: t('app.yes'),
        no: t('app.no'),
        currency,
      });
      if (changes.length > 0) await mutateAsync({ changes });
      if (changes.length > 1)
        notify({ text: t('account.bulk.changed', { count: changes.length }), canUndo: true });
      if (refused.length > 0)
        notify({
          text: t('account.bulk.refused', { count: refused.length, text: refused[0]?.text ?? '' }),
        });
    },
    [t, schemes, fields, currency, mutateAsync],
  );
}
