import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Benchmark } from '../../../db/types/benchmark.ts';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridLayout, GridSort } from '../../ui/grid/column.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import listStyles from './assessment-list.module.css';
import type { PortfolioLine, ShownPortfolio } from './assessment-type.ts';
import styles from './portfolio.module.css';
import { PortfolioBooks } from './portfolio-books.tsx';
import { bookNames, portfolioColumns, sortedPortfolio, withoutNames } from './portfolio-columns.tsx';

/** Books count their assessments each for itself. */
const portfolioRow = ({ unnamed }: PortfolioLine) => String(unnamed);
const first = 'customer-maturity';

/** Everyone assessed with a model, a colour per dimension, beside the middle of the book, or of several. */
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
  const [others, setOthers] = useState<readonly string[]>([]);
  const [isUnnamed, setUnnamed] = useState(false);
  const { data } = useQuery(
    api.assessment.portfolio.queryOptions(
      { model, slice, others: [...others] },
      { placeholderData: keepPreviousData },
    ),
  );
  const portfolio = useMemo(
    () => (data?.portfolio && isUnnamed ? withoutNames(data.portfolio, t) : data?.portfolio),
    [data, isUnnamed, t],
  );
  const names = useMemo(() => bookNames(data?.books ?? [], isUnnamed, t), [data, isUnnamed, t]);
  const columns = useMemo(
    () => (portfolio ? portfolioColumns(portfolio, t, format, isUnnamed, names) : []),
    [portfolio, t, format, isUnnamed, names],
  );
  const lines = useMemo(
    () => sortedPortfolio(portfolio?.lines ?? [], sort, format.language),
    [portfolio, sort, format],
  );
  if (!models || !data) return null;
  const addBook = async () => {
    const path = await desktop.chooseBook();
    if (path) setOthers((chosen) => [...chosen.filter((each) => each !== path), path]);
  };
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
      >
        <Button onClick={() => void addBook()}>{t('maturity.portfolio.addBook')}</Button>
      </PageHead>
      <SliceBar />
      <PortfolioBooks
        books={data.books}
        refused={data.refused}
        names={names}
        isUnnamed={isUnnamed}
        onUnnamed={setUnnamed}
        onLeaveOut={(path) => setOthers((chosen) => chosen.filter((each) => each !== path))}
      />
      {!portfolio ? (
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
              rowKey={portfolioRow}
              sort={sort}
              onSort={setSort}
              selected={selected}
              onSelect={(line) => setSelected(line && portfolioRow(line))}
              onOpen={({ id, book }) => book === null && void navigate(`/assessments/${id}`)}
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
  const reported = (name: string, { lowest, median, highest }: Benchmark) => (
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
      {overall && reported(t('maturity.overall'), overall)}
      {dimensions.map(({ key, name }) => {
        const found = benchmarks[key];
        return found ? reported(name[language], found) : null;
      })}
    </p>
  );
}
