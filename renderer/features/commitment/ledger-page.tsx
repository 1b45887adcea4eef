import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commitmentSides, totalByPromiser } from '../../../db/commitment/rule.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { ListExport } from '../../lib/list-export.tsx';
import { clearSlice, useSlice } from '../../lib/slice.ts';
import { SliceFilter } from '../../lib/slice-filter.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import type { GridLayout, GridSort } from '../../ui/grid/column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CommitmentDialog } from './commitment-dialog.tsx';
import { ledgerColumns, ledgerExport } from './ledger-columns.tsx';
import styles from './ledger-page.module.css';
import { isShown, type LedgerFilter, ledgerRows, ledgerStatuses, sortLedger } from './ledger-view.ts';
import { PromiserTable } from './promiser-table.tsx';

const all: LedgerFilter = { statuses: [], sides: [], promisers: [] };

/** Every commitment of the book: what is owed, what is late, and who keeps their word. */
export function LedgerPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slice, isSliced } = useSlice();
  const { data: entries } = useQuery(
    api.commitment.ledger.queryOptions({ slice }, { placeholderData: keepPreviousData }),
  );
  const { data: book } = useQuery(api.book.status.queryOptions());
  const [filter, setFilter] = useState(all);
  const [sort, setSort] = useState<GridSort | null>(null);
  const [layout, setLayout] = useState<GridLayout>({ hidden: [], widths: {} });
  const [selected, setSelected] = useState<string | null>(null);
  const [editedId, setEditedId] = useState<number | null>(null);
  const columns = useMemo(() => ledgerColumns(t), [t]);
  const today = book?.today;
  const ledger = useMemo(() => (entries && today ? ledgerRows(entries, today) : null), [entries, today]);
  const rows = useMemo(
    () => sortLedger(ledger?.filter((row) => isShown(row, filter)) ?? [], sort),
    [ledger, filter, sort],
  );
  if (!ledger || !today) return null;
  const late = ledger.filter(({ shownStatus }) => shownStatus === 'late').length;
  const edited = ledger.find(({ id }) => id === editedId);
  const promisers = [...new Set(ledger.map(({ promisedBy }) => promisedBy))];
  const names = promisers.filter((name) => name !== null).toSorted((a, b) => a.localeCompare(b));
  const isFiltered = isSliced || Object.values(filter).some((chosen) => chosen.length > 0);
  const clear = (
    <Button
      size="small"
      type="text"
      onClick={() => {
        clearSlice();
        setFilter(all);
      }}
    >
      {t('account.list.clear')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('commitment.ledger.title')}
        count={format.number(rows.length)}
        beside={late > 0 && <Chip tone="bad">{t('commitment.late', { count: late })}</Chip>}
      >
        <ListExport
          title={t('commitment.ledger.title')}
          columns={ledgerExport(t).filter(({ key }) => !layout.hidden.includes(key))}
          rows={rows}
        />
      </PageHead>
      <div className={styles.filters} role="toolbar" aria-label={t('commitment.ledger.filters')}>
        <FilterChip
          label={t('commitment.ledger.standing')}
          all={t('account.list.all')}
          choices={ledgerStatuses.map((value) => ({ value, label: t(`commitment.ledger.is.${value}`) }))}
          chosen={filter.statuses}
          onChange={(statuses) => setFilter({ ...filter, statuses })}
        />
        <FilterChip
          label={t('commitment.sideLabel')}
          all={t('account.list.all')}
          choices={commitmentSides.map((value) => ({ value, label: t(`commitment.choice.side.${value}`) }))}
          chosen={filter.sides}
          onChange={(sides) => setFilter({ ...filter, sides })}
        />
        <FilterChip<string | null>
          label={t('commitment.by')}
          all={t('account.list.all')}
          choices={[
            ...names.map((name) => ({ value: name, label: name })),
            ...(names.length < promisers.length
              ? [{ value: null, label: t('commitment.ledger.unnamed') }]
              : []),
          ]}
          chosen={filter.promisers}
          onChange={(chosen) => setFilter({ ...filter, promisers: chosen })}
        />
        <SliceFilter />
        {isFiltered && clear}
      </div>
      <div className={styles.columns}>
        <div className={styles.list}>
          <Grid
            label={t('commitment.ledger.title')}
            columns={columns}
            layout={layout}
            onLayout={setLayout}
            count={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={({ id }) => String(id)}
            sort={sort}
            onSort={setSort}
            selected={selected}
            onSelect={(row) => setSelected(row && String(row.id))}
            onOpen={({ id }) => setEditedId(id)}
            empty={
              isFiltered ? (
                <EmptyState title={t('commitment.ledger.none')} action={clear}>
                  {t('commitment.ledger.noneTeach')}
                </EmptyState>
              ) : (
                <EmptyState title={t('commitment.empty.title')}>{t('commitment.empty.teach')}</EmptyState>
              )
            }
          />
        </div>
        {rows.length > 0 && (
          <div className={styles.totals}>
            <PromiserTable
              totals={totalByPromiser(rows, today)}
              onChoose={({ side, promisedBy }) =>
                setFilter({ ...filter, sides: [side], promisers: [promisedBy] })
              }
            />
          </div>
        )}
      </div>
      {edited && (
        <CommitmentDialog
          accountId={edited.account_id}
          commitment={edited}
          source={null}
          today={today}
          onClose={() => setEditedId(null)}
        />
      )}
    </>
  );
}
