import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from './api.ts';

/** Chooses an account by name, pinyin or initials, however many there are; null is none. */
export function AccountPicker({
  value,
  onChange,
  allowClear = false,
  ...rest
}: {
  value?: number | null | undefined;
  onChange?: (accountId: number | null) => void;
  id?: string;
  allowClear?: boolean;
  status?: '' | 'error';
  'aria-label'?: string;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { data: found = [] } = useQuery(
    api.account.list.queryOptions(
      {
        filter: typed.trim() === '' ? {} : { text: typed },
        order: { sort: 'name', descending: false, group: null },
        page: { offset: 0, limit: 50 },
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const chosen = value ?? null;
  const isFound = found.some(({ id }) => id === chosen);
  const { data: account } = useQuery(
    api.account.get.queryOptions({ id: chosen ?? 0 }, { enabled: chosen !== null && !isFound }),
  );
  const options = found.map(({ id, name }) => ({ value: id, label: name }));
  const named = isFound || !account ? options : [{ value: account.id, label: account.name }, ...options];
  return (
    <Select<number | null>
      {...rest}
      value={chosen !== null && named.length > 0 ? chosen : null}
      onChange={(id) => onChange?.(id ?? null)}
      allowClear={allowClear}
      placeholder={t('account.choose')}
      notFoundContent={t('account.noneFound')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={named}
    />
  );
}
