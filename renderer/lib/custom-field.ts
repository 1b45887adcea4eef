import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../db/custom-field/query.ts';
import type { CustomValue } from '../../db/custom-field/rule.ts';
import { api } from './api.ts';
import { useFormat } from './format.ts';

/** The fields the user added that are in use, in their order. */
export function useCustomFields(): readonly CustomField[] {
  const { data } = useQuery(api.customField.list.queryOptions());
  return useMemo(() => (data ?? []).filter(({ isRetired }) => !isRetired), [data]);
}

/** What a field says, in words and with its unit; null where it says nothing. */
export function useCustomText(): (
  field: Pick<CustomField, 'kind' | 'choices'>,
  value: CustomValue | undefined,
) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    ({ kind, choices }, held) => {
      if (!held) return null;
      const { value, currency } = held;
      if (kind === 'yes-no') return value === 1 ? t('app.yes') : t('app.no');
      if (kind === 'choice') return choices.find(({ id }) => id === value)?.name ?? null;
      if (typeof value === 'string') return value;
      return currency === null ? format.number(value) : format.exactMoney({ minor: value, currency });
    },
    [t, format],
  );
}
