import { useMemo } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { AccountFilter, AccountGroup } from '../../../db/account/filter-query.ts';
import { type AccountSort, accountSorts } from '../../../db/account/list-column.ts';
import { customFieldKey, customFieldOf } from '../../../db/custom-field/rule.ts';
import { schemeOf, segmentKey } from '../../../db/segment/rule.ts';
import { useSlice } from '../../lib/slice.ts';
import type { GridLayout } from '../../ui/grid/column.ts';

type AccountView = {
  readonly filter: AccountFilter;
  readonly sort: { readonly column: AccountSort; readonly descending: boolean };
  readonly group: AccountGroup | null;
  readonly layout: GridLayout;
  readonly selected: number | null;
  /** The accounts chosen to do something with all of them, by id as text. */
  readonly chosen: ReadonlySet<string>;
};

/** What a new user sees of the list. */
export const usualLayout: GridLayout = {
  hidden: ['tier', 'region', 'industry', 'size', 'tags', 'key'],
  widths: {},
};

/** How the list is looked at. Sort, group and columns stay as they were left; filters and selection begin anew. */
export const useAccountView = create<AccountView>()(
  persist(
    (): AccountView => ({
      filter: {},
      sort: { column: 'name', descending: false },
      group: null,
      layout: usualLayout,
      selected: null,
      chosen: new Set(),
    }),
    {
      name: 'account-list',
      version: 1,
      partialize: ({ sort, group, layout }) => ({ sort, group, layout }),
    },
  ),
);

/** The filters of the list with the slice that holds on every list, and what it is grouped by where that still exists. */
export function useSeenAccounts() {
  const { filter: own, group } = useAccountView();
  const { schemes, slice, isSliced } = useSlice();
  const filter = useMemo((): AccountFilter => (isSliced ? { ...own, slice } : own), [own, slice, isSliced]);
  const schemeId = schemeOf(group);
  return {
    filter,
    group: schemeId === null || schemes.some(({ id }) => id === schemeId) ? group : null,
    isFiltered: Object.values(filter).some((value) => value !== undefined),
  };
}

/** The sort a column stands for; only columns that have one can be sorted by. */
export function accountSortOf(column: string): AccountSort {
  const schemeId = schemeOf(column);
  if (schemeId !== null) return segmentKey(schemeId);
  const fieldId = customFieldOf(column);
  if (fieldId !== null) return customFieldKey(fieldId);
  return accountSorts.find((sort) => sort === column) ?? 'name';
}
