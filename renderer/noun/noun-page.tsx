import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileSpreadsheet, Plus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { NounRow } from '../../db/kernel/define.ts';
import type { AnyNoun } from '../../db/nouns.ts';
import { api } from '../lib/api.ts';
import { desktop } from '../lib/desktop.ts';
import { useFormat } from '../lib/format.ts';
import { type PageOf, usePagedRows } from '../lib/paged-rows.ts';
import { useExport } from '../lib/running-export.ts';
import { clearSlice, useSlice } from '../lib/slice.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ColumnChooser } from '../ui/grid/column-chooser.tsx';
import { Grid } from '../ui/grid/grid.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { useNounColumns } from './noun-columns.tsx';
import { type Narrowed, NounFilters, notNarrowed } from './noun-filters.tsx';
import { NounForm } from './noun-form.tsx';
import { useNounLabels } from './noun-labels.ts';
import { useNounView, usualLayout } from './noun-list.ts';
import styles from './noun-page.module.css';

const keyOf = ({ id }: NounRow) => String(id);

/** The list of a declared noun: searched, filtered, sorted and paged in the book, exported as it is seen. */
export function NounPage({ noun }: { noun: AnyNoun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const labels = useNounLabels(noun);
  const opened = useParams().id;
  const { slice, isSliced } = useSlice();
  const { sort, layout, set } = useNounView(noun);
  const [narrowed, setNarrowed] = useState(() => notNarrowed(noun));
  const [selected, setSelected] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const filter = useMemo(
    () => filterOf(narrowed, noun.account === 'none' ? [] : slice),
    [narrowed, slice, noun],
  );
  const order = useMemo(() => sort && { by: sort.column, descending: sort.descending }, [sort]);
  const { data: total } = useQuery(
    api.noun.count.queryOptions({ noun: noun.name, filter }, { placeholderData: keepPreviousData }),
  );
  const { data: all } = useQuery(api.noun.count.queryOptions({ noun: noun.name }));
  const pageOf = useCallback(
    (page: PageOf) => api.noun.list.queryOptions({ noun: noun.name, filter, order, page }),
    [noun, filter, order],
  );
  const { rowAt, onRange, isStale } = usePagedRows(pageOf);
  const { data: edited } = useQuery(
    api.noun.get.queryOptions({ noun: noun.name, id: Number(opened) }, { enabled: opened !== undefined }),
  );
  const open = useCallback(({ id }: NounRow) => void navigate(`${noun.page}/${id}`), [navigate, noun]);
  const close = () => void navigate(noun.page ?? '/');
  const columns = useNounColumns(noun, { labels, today: status?.today ?? '1970-01-01', onOpen: open });
  const seen = columns.filter(({ key, priority }) => priority === 0 || !layout.hidden.includes(key));
  const { mutate: exportList } = useMutation(
    api.noun.exportList.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job }, { path }) => useExport.setState({ running: { job, path } }),
    }),
  );
  const save = async () => {
    const title = labels.of('title');
    const path = await desktop.chooseDestination(`${title}.xlsx`);
    if (!path) return;
    const keys = seen.map(({ key }) => key);
    exportList({ noun: noun.name, filter, order, columns: keys, path, language: format.language, title });
  };
  const isFiltered =
    (noun.account !== 'none' && isSliced) ||
    narrowed.text.trim() !== '' ||
    narrowed.open === false ||
    Object.values(narrowed.among).some((values) => values.length > 0);
  const clear = () => {
    clearSlice();
    setNarrowed(notNarrowed(noun));
  };
  const add = (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setAdding(true)}>
      {labels.of('new')}
    </Button>
  );
  return (
    <>
      <PageHead title={labels.of('title')} count={total && format.number(total.count)}>
        <Button
          icon={<FileSpreadsheet size={14} aria-hidden />}
          disabled={!total || total.count === 0}
          onClick={() => void save()}
        >
          {t('export.menu')}
        </Button>
        {add}
      </PageHead>
      <NounFilters
        noun={noun}
        labels={labels}
        narrowed={narrowed}
        isFiltered={isFiltered}
        onNarrow={(change) => setNarrowed((before) => ({ ...before, ...change }))}
        onClear={clear}
      >
        <ColumnChooser
          columns={columns}
          layout={layout}
          usual={usualLayout(noun)}
          onLayout={(next) => set({ layout: next })}
        />
      </NounFilters>
      <div className={styles.list}>
        <Grid
          label={labels.of('title')}
          columns={columns}
          layout={layout}
          onLayout={(next) => set({ layout: next })}
          count={total?.count ?? 0}
          rowAt={rowAt}
          rowKey={keyOf}
          onRange={onRange}
          sort={sort}
          onSort={(next) => set({ sort: next })}
          selected={selected}
          onSelect={(row) => setSelected(row && keyOf(row))}
          onOpen={open}
          stale={isStale}
          empty={
            total &&
            all &&
            (all.count === 0 ? (
              <EmptyState title={labels.of('empty.title')} action={add}>
                {labels.of('empty.teach')}
              </EmptyState>
            ) : (
              <EmptyState
                title={t('noun.none')}
                action={
                  <Button onClick={() => setNarrowed({ ...notNarrowed(noun), open: null })}>
                    {t('noun.all')}
                  </Button>
                }
              >
                {t('noun.noneTeach')}
              </EmptyState>
            ))
          }
        />
      </div>
      {isAdding && <NounForm noun={noun} row={null} accountId={null} onClose={() => setAdding(false)} />}
      {opened !== undefined && edited && (
        <NounForm key={edited.id} noun={noun} row={edited} accountId={edited.accountId} onClose={close} />
      )}
    </>
  );
}

function filterOf({ text, open, among }: Narrowed, slice: ReturnType<typeof useSlice>['slice']) {
  return {
    ...(text.trim() !== '' && { text }),
    ...(open !== null && { open }),
    ...(slice.length > 0 && { slice }),
    among: Object.fromEntries(Object.entries(among).map(([key, values]) => [key, [...values]])),
  };
}
