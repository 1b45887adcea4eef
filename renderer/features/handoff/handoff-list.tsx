import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { isUndecided } from '../../../db/handoff/state.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { ListExport } from '../../lib/list-export.tsx';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridColumn, GridLayout, GridSort } from '../../ui/grid/column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { Meter } from '../../ui/meter.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { handoffExport } from './handoff-export.ts';
import { groupHandoffs } from './handoff-groups.ts';
import styles from './handoff-list.module.css';
import type { HandoffListing } from './handoff-type.ts';
import { JoinNow } from './join-now.tsx';
import { NewHandoffDialog } from './new-handoff-dialog.tsx';
import { decisionTones } from './tone.ts';

/** Every handoff by where it stands, what waits for the CSM first. */
export function HandoffList() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { slice, isSliced } = useSlice();
  const { data: handoffs } = useQuery(
    api.handoff.list.queryOptions({ slice }, { placeholderData: keepPreviousData }),
  );
  const [sort, setSort] = useState<GridSort | null>(null);
  const [layout, setLayout] = useState<GridLayout>({ hidden: [], widths: {} });
  const [selected, setSelected] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const columns = useColumns();
  const exported = handoffExport(t);
  const { rows, groups } = useMemo(() => groupHandoffs(handoffs ?? [], sort), [handoffs, sort]);
  const begin = (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setNew(true)}>
      {t('handoff.new.button')}
    </Button>
  );
  if (!handoffs) return null;
  return (
    <>
      <PageHead title={t('nav.handoff')} count={format.number(handoffs.length)}>
        <ListExport
          title={t('nav.handoff')}
          columns={exported.filter(({ key }) => !layout.hidden.includes(key))}
          rows={rows}
        />
        <Button onClick={() => void navigate('/promises')}>{t('commitment.ledger.title')}</Button>
        <Button onClick={() => void navigate('/handoffs/learning')}>{t('handoff.learning.title')}</Button>
        <Button onClick={() => void navigate('/handoffs/sync')}>{t('sync.title')}</Button>
        <Button onClick={() => void navigate('/handoffs/lists')}>{t('deliveryList.title')}</Button>
        {begin}
      </PageHead>
      <SliceBar />
      <JoinNow handoffs={handoffs} />
      <div className={styles.list}>
        <Grid
          label={t('nav.handoff')}
          columns={columns}
          layout={layout}
          onLayout={setLayout}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={({ id }) => String(id)}
          groups={groups.map(({ state, count }) => ({
            key: state,
            count,
            heading: `${t(`handoff.group.${state}`)} · ${format.number(count)}`,
            sums: {},
          }))}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={(row) => setSelected(row && String(row.id))}
          onOpen={({ id }) => void navigate(`/handoffs/${id}`)}
          empty={
            isSliced ? (
              <SlicedAway />
            ) : (
              <EmptyState title={t('handoff.empty.title')} action={begin}>
                {t('handoff.empty.teach')}
              </EmptyState>
            )
          }
        />
      </div>
      {isNew && <NewHandoffDialog onClose={() => setNew(false)} />}
    </>
  );
}

function useColumns(): readonly GridColumn<HandoffListing>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  return useMemo(
    () => [
      {
        key: 'account',
        heading: t('handoff.column.account'),
        width: 200,
        grow: 2,
        priority: 0,
        sortable: true,
        cell: ({ id, accountName, deal }) => (
          <>
            <Link to={`/handoffs/${id}`} className={styles.name}>
              {accountName}
            </Link>
            {deal && <span className={styles.deal}>{deal}</span>}
          </>
        ),
      },
      {
        key: 'kind',
        heading: t('handoff.column.kind'),
        width: 116,
        priority: 7,
        cell: ({ kind }) => t(`handoff.kind.${kind}`),
      },
      {
        key: 'score',
        heading: t('handoff.column.score'),
        width: 110,
        priority: 1,
        sortable: true,
        cell: ({ score, offered }) => (
          <>
            <Meter ratio={score / 100} tone={decisionTones[offered]} />
            {number(score)}
          </>
        ),
      },
      {
        key: 'offered',
        heading: t('handoff.column.offered'),
        width: 130,
        priority: 3,
        cell: ({ offered, state }) =>
          isUndecided(state) ? (
            <Chip tone={decisionTones[offered]}>{t(`handoff.decision.${offered}`)}</Chip>
          ) : null,
      },
      {
        key: 'missing',
        heading: t('handoff.column.missing'),
        width: 90,
        align: 'end',
        priority: 4,
        cell: ({ missing }) => (missing > 0 ? number(missing) : ''),
      },
      {
        key: 'gaps',
        heading: t('handoff.column.gaps'),
        width: 120,
        priority: 2,
        cell: ({ openGaps, overdueGaps, nextGapOn }) =>
          openGaps > 0 ? (
            <Chip tone={overdueGaps > 0 ? 'bad' : 'plain'} title={nextGapOn ?? undefined}>
              {overdueGaps > 0
                ? t('handoff.gap.overdue', { count: overdueGaps })
                : t('handoff.gap.open', { count: openGaps })}
            </Chip>
          ) : null,
      },
      {
        key: 'returns',
        heading: t('handoff.column.returns'),
        width: 80,
        align: 'end',
        priority: 6,
        cell: ({ returns }) => (returns > 0 ? number(returns) : ''),
      },
      {
        key: 'seller',
        heading: t('handoff.fact.seller'),
        width: 110,
        grow: 1,
        priority: 5,
        cell: ({ seller }) => seller,
      },
      {
        key: 'submitted',
        heading: t('handoff.column.submitted'),
        width: 124,
        align: 'end',
        priority: 2,
        sortable: true,
        cell: ({ submittedOn }) => submittedOn,
      },
    ],
    [t, number],
  );
}
