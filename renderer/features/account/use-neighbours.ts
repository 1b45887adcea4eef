import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AccountNeighbours } from '../../../db/account/section-query.ts';
import { api } from '../../lib/api.ts';
import { useAccountView, useSeenAccounts } from './account-view.ts';

/** The accounts before and after this one in the list as it was left; null where it is not in it. */
export function useNeighbours(id: number): AccountNeighbours | null | undefined {
  const { sort } = useAccountView();
  const { filter, group } = useSeenAccounts();
  const { data } = useQuery(
    api.account.neighbours.queryOptions(
      { id, filter, order: { sort: sort.column, descending: sort.descending, group } },
      { placeholderData: keepPreviousData },
    ),
  );
  return data;
}
