import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Benchmark } from '../../../db/domain/benchmark.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridLayout, GridSort } from '../../ui/grid/column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import listStyles from './assessment-list.module.css';
import type { ShownPortfolio } from './assessment-type.ts';
import styles from './portfolio.module.css';
import { portfolioColumns, sortedPortfolio } from './portfolio-columns.tsx';

const first = 'customer-maturity';

/** Everyone assessed with a model, a colour per dimension, beside the middle of the book. */
export function PortfolioPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const model = search.get('model') ?? first;
  const [sort, setSort] = useState<GridSort | null>(null);
  const [layout, setLayout] = useState<GridLayout>({ hidden: [], widths: {} });
  const [selected, setSelected] = useState<string | null>(null);
  const { slice } = useSlice();
  const { data: models } = useQuery(api.assessment.models.queryOptions());
  const { data: portfolio } = useQuery(
    api.assessment.portfolio.queryOptions({ model, slice }, { placeholderData: keepPreviousData }),
  );
  const columns = useMemo(
    () => (portfolio ? portfolioColumns(portfolio, t, format) : []),
    [portfolio, t, format],
  );
  const lines = useMemo(
    () => sortedPortfolio(portfolio?.lines ?? [], sort, format.language),
    [portfolio, sort, format],
  );
  if (!models || portfolio === undefined) return null;
  return (
    <>
      <PageHead
        title={t('maturity.portfolio.title')}
        count={format.number(lines.length)}
        beside={
          <Select
            aria-label={t('assessment.model')}
            popupMatchSelectWidth={false}
            options={models.map(({ key, name }) => ({ value: key, label: name[format.language] }))}
            value={model}
            onChange={(chosen) => setSearch({ model: chosen }, { replace: true })}
          />
        }
      />
      <SliceBar />
      {portfolio === null ? (
        <EmptyState title={t('maturity.portfolio.none')}>{t('assessment.none.teach')}</EmptyState>
      ) : (
        <>
          <Middle portfolio={portfolio} />
          <div className={listStyles.list}>
            <Grid
              label={t('maturity.portfolio.title')}
              columns={columns}
              layout={layout}
              onLayout={setLayout}
              count={lines.length}
              rowAt={(at) => lines[at]}
              rowKey={({ id }) => String(id)}
              sort={sort}
              onSort={setSort}
              selected={selected}
              onSelect={(line) => setSelected(line && String(line.id))}
              onOpen={({ id }) => void navigate(`/assessments/${id}`)}
              empty={t('maturity.portfolio.none')}
            />
          </div>
        </>
      )}
    </>
  );
}

/** The middle of the book, overall and per dimension: what one subject is held against. */
function Middle({ portfolio: { overall, dimensions, benchmarks } }: { portfolio: ShownPortfolio }) {
  const { t } = useTranslation();
  const { score, language } = useFormat();
  const told = (name: string, { lowest, median, highest }: Benchmark) => (
    <span
      key={name}
      title={t('maturity.portfolio.range', { lowest: score(lowest), highest: score(highest) })}
    >
      {name} <b className="tabular">{score(median)}</b>
    </span>
  );
  return (
    <p className={styles.middle}>
      {overall ? t('maturity.portfolio.middle', { count: overall.count }) : t('maturity.portfolio.tooFew')}
      {overall && told(t('maturity.overall'), overall)}
      {dimensions.map(({ key, name }) => {
        const found = benchmarks[key];
        return found ? told(name[language], found) : null;
      })}
    </p>
  );
}
