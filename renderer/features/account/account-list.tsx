import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AccountLine } from '../../../db/account/list-query.ts';
import { api, client } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { type PageOf, pagesFor, usePagedRows } from '../../lib/paged-rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ColumnChooser } from '../../ui/grid/column-chooser.tsx';
import { Grid } from '../../ui/grid/grid.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AccountBulk } from './account-bulk.tsx';
import { useAccountColumns } from './account-columns.tsx';
import { AccountFilters } from './account-filters.tsx';
import { useGroupNames } from './account-group.ts';
import styles from './account-list.module.css';
import { AccountPanel } from './account-panel.tsx';
import { AccountTotals } from './account-totals.tsx';
import { accountSortOf, useAccountView, useSeenAccounts, usualLayout } from './account-view.ts';
import { NewAccount } from './new-account.tsx';
import { useAccountEdits } from './use-account-edits.ts';
import { useAccountMenu } from './use-account-menu.tsx';

/** How many rows the service gives at once. */
const mostAtOnce = 500;
const keyOf = (row: AccountLine) => String(row.id);

/** The book: every account, with the selected one beside. `actions` are other features' for this screen. */
export function AccountList({ actions }: { actions?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { valueName } = useGroupNames();
  const { sort, layout, selected, chosen } = useAccountView();
  const { filter, group, isFiltered } = useSeenAccounts();
  const { data: status } = useQuery(api.book.status.queryOptions());
  const { data: totals } = useQuery(
    api.account.totals.queryOptions({ filter, group }, { placeholderData: keepPreviousData }),
  );
  const currency = status?.settings.base_currency ?? 'CNY';
  const columns = useAccountColumns(status?.today ?? '1970-01-01', currency);
  const order = useMemo(
    () => ({ sort: sort.column, descending: sort.descending, group }),
    [sort.column, sort.descending, group],
  );
  const pageOf = useCallback(
    (page: PageOf) => api.account.list.queryOptions({ filter, order, page }),
    [filter, order],
  );
  const { rowAt, onRange, isStale } = usePagedRows(pageOf);
  const groups = useMemo(
    () =>
      group === null
        ? undefined
        : totals?.groups.map(({ key, count, arrMinor }) => ({
            key: key ?? '',
            count,
            heading: t('account.list.groupHeading', { name: valueName(group, key), count }),
            sums: { arr: format.money({ minor: arrMinor, currency }) },
          })),
    [group, totals, t, format, currency, valueName],
  );
  const open = useCallback((row: AccountLine) => void navigate(`/accounts/${row.id}`), [navigate]);
  const select = useCallback(
    (row: AccountLine | null) => useAccountView.setState({ selected: row?.id ?? null }),
    [],
  );
  const [isAdding, setIsAdding] = useState(false);
  const edit = useAccountEdits();
  const { menu, dialog } = useAccountMenu();
  const choice = useMemo(
    () => ({
      chosen,
      onChoose: (next: ReadonlySet<string>) => useAccountView.setState({ chosen: next }),
      rowsBetween: async (first: number, last: number) => {
        const pages = pagesFor(first, last, mostAtOnce);
        const rows = await Promise.all(
          pages.map((page) => client.account.list.query({ filter, order, page })),
        );
        const from = pages[0]?.offset ?? 0;
        return rows.flat().slice(first - from, last - from + 1);
      },
    }),
    [chosen, filter, order],
  );
  return (
    <>
      <PageHead title={t('account.list.title')} count={totals && format.number(totals.count)}>
        {actions}
        <Button type="primary" icon={<Plus size={14} />} onClick={() => setIsAdding(true)}>
          {t('account.list.add')}
        </Button>
      </PageHead>
      <AccountFilters>
        <ColumnChooser
          columns={columns}
          layout={layout}
          usual={usualLayout}
          onLayout={(next) => useAccountView.setState({ layout: next })}
        />
      </AccountFilters>
      <AccountBulk />
      <div className={selected === null ? styles.whole : styles.split}>
        <div className={styles.grid}>
          <Grid
            label={t('account.list.label')}
            columns={columns}
            layout={layout}
            onLayout={(next) => useAccountView.setState({ layout: next })}
            count={totals?.count ?? 0}
            rowAt={rowAt}
            rowKey={keyOf}
            onRange={onRange}
            groups={groups}
            sort={sort}
            onSort={({ column, descending }) =>
              useAccountView.setState({ sort: { column: accountSortOf(column), descending } })
            }
            selected={selected === null ? null : String(selected)}
            onSelect={select}
            onOpen={open}
            choice={choice}
            onEdit={edit}
            menu={menu}
            foot={
              totals && {
                name: t('account.list.count', { count: totals.count }),
                arr: format.money({ minor: totals.arrMinor, currency }),
                renewal: t('account.list.soon', {
                  count: totals.renewingSoon,
                  days: totals.renewalHorizonDays,
                }),
              }
            }
            stale={isStale}
            empty={
              totals && (
                <EmptyState
                  title={isFiltered ? t('account.list.noMatch.title') : t('account.list.none.title')}
                >
                  {isFiltered ? t('account.list.noMatch.teach') : t('account.list.none.teach')}
                </EmptyState>
              )
            }
          />
        </div>
        {selected !== null && <AccountPanel accountId={selected} />}
      </div>
      {dialog}
      {isAdding && <NewAccount onClose={() => setIsAdding(false)} />}
      {totals && <AccountTotals totals={totals} />}
    </>
  );
}
