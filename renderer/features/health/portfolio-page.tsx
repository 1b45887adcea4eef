import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { gridBandOf } from '../../../db/health/portfolio.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { useExport } from '../../lib/running-export.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageTotals } from '../../ui/page-totals.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { BandHead } from './band-head.tsx';
import { type GridAxis, gridAxes, HealthGrid } from './health-grid.tsx';
import { HealthTabs } from './health-tabs.tsx';
import { Movers } from './movers.tsx';
import { MovesTable } from './moves-table.tsx';
import styles from './portfolio.module.css';
import { RedList } from './red-list.tsx';

/** The health of the whole book: ARR by colour, the plays the grid names, and who moved since last month. */
export function HealthPortfolioPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slice, isSliced } = useSlice();
  const [axis, setAxis] = useState<GridAxis>('maturity');
  const { data } = useQuery(
    api.health.portfolio.queryOptions({ slice }, { placeholderData: keepPreviousData, ...screenQuery }),
  );
  const { mutate } = useMutation(
    api.health.export.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ job }, { path }) => useExport.setState({ running: { job, path } }),
    }),
  );
  const save = async () => {
    const path = await desktop.chooseDestination(`${t('health.title')}.xlsx`);
    if (path) mutate({ path, slice, language: format.language });
  };
  if (!data) return null;
  const { accounts, gone, since, today, currency, measures, models } = data;
  const gaps = accounts.filter(({ ungraded }) => ungraded === 'low-coverage' || ungraded === 'nothing-known');
  const arr = (list: typeof accounts) => list.reduce((sum, { arrMinor }) => sum + (arrMinor ?? 0), 0);
  const graded = accounts.filter(({ band }) => band !== null);
  const whole = arr(accounts);
  return (
    <>
      <PageHead
        title={t('health.title')}
        beside={
          <span className={styles.muted}>
            {t('health.asOf', {
              date: format.longDate(today),
              models: models
                .map(({ name, version }) =>
                  version === 0 ? name[format.language] : `${name[format.language]} v${version}`,
                )
                .join(' · '),
            })}
          </span>
        }
      >
        <HealthTabs tab="portfolio" />
        <Button icon={<FileSpreadsheet size={14} aria-hidden />} onClick={() => void save()}>
          {t('health.export')}
        </Button>
        {gaps.length > 0 && (
          <Link to="/health/readings">
            <Button type="primary">{t('health.fill', { count: gaps.length })}</Button>
          </Link>
        )}
      </PageHead>
      <SliceBar />
      {accounts.length === 0 ? (
        isSliced ? (
          <SlicedAway />
        ) : (
          <EmptyState title={t('health.none.title')}>{t('health.none.teach')}</EmptyState>
        )
      ) : (
        <>
          <BandHead accounts={accounts} currency={currency} />
          <div className={styles.columns}>
            <Card
              title={t(axis === 'maturity' ? 'health.grid.title' : 'health.grid.motivation')}
              beside={t('health.grid.legend')}
              action={
                <Segmented<GridAxis>
                  label={t('health.grid.title')}
                  options={gridAxes.map((value) => ({
                    value,
                    label: t(
                      value === 'maturity' ? 'health.measure.maturity' : 'health.grid.motivationShort',
                    ),
                  }))}
                  value={axis}
                  onChange={setAxis}
                />
              }
            >
              <HealthGrid accounts={accounts} currency={currency} axis={axis} />
            </Card>
            <div className={styles.side}>
              <MovesTable accounts={accounts} gone={gone} since={since} />
              <Movers accounts={accounts} measures={measures} currency={currency} />
              <RedList accounts={accounts} today={today} currency={currency} />
            </div>
          </div>
          <PageTotals>
            <span>
              ARR <b>{format.money({ minor: whole, currency })}</b>
            </span>
            <span>
              {t('health.graded')}{' '}
              <b>
                {t('health.gradedOf', {
                  graded: graded.length,
                  count: accounts.length,
                  share: format.percent(whole === 0 ? 0 : arr(graded) / whole),
                })}
              </b>
            </span>
            <span>
              {t('health.band.red')} <b>{accounts.filter(({ band }) => gridBandOf(band) === 'red').length}</b>
            </span>
          </PageTotals>
        </>
      )}
    </>
  );
}
