import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { QbrDialog } from './qbr-dialog.tsx';
import { QbrTabs } from './qbr-tabs.tsx';
import type { QbrYear } from './qbr-type.ts';
import styles from './qbr-year-page.module.css';
import { type MonthMark, monthsOf, quarterBeginning, rowMarks } from './year-marks.ts';

const signs = { held: '●', planned: '◆', due: '○', overdue: '■' } as const;

/** A fiscal year of reviews, account by account: held, with a day, due. A due one begins its preparation. */
export function QbrYearPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { slice, isSliced } = useSlice();
  const [year, setYear] = useState<number | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const { data } = useQuery(
    api.qbr.year.queryOptions({ slice, year }, { placeholderData: keepPreviousData }),
  );
  if (!data) return null;
  return (
    <>
      <PageHead
        title={t('qbr.year.title', { year: data.year })}
        beside={<span className={styles.muted}>{t('qbr.period', data.period)}</span>}
      >
        <QbrTabs shown="year" />
        <Button
          icon={<ChevronLeft size={14} />}
          aria-label={t('qbr.year.before')}
          onClick={() => setYear(data.year - 1)}
        />
        <Button
          icon={<ChevronRight size={14} />}
          aria-label={t('qbr.year.after')}
          onClick={() => setYear(data.year + 1)}
        />
      </PageHead>
      <SliceBar />
      <div className={styles.body}>
        {data.rows.length === 0 ? (
          isSliced ? (
            <SlicedAway />
          ) : (
            <EmptyState title={t('qbr.year.none')}>{t('qbr.year.noneTeach')}</EmptyState>
          )
        ) : (
          <YearTable data={data} onPrepare={setAsked} />
        )}
      </div>
      {asked !== null && (
        <QbrDialog
          qbr={null}
          accountId={asked}
          onClose={() => setAsked(null)}
          onCreated={(id) => void navigate(`/reviews/${id}`)}
        />
      )}
    </>
  );
}

function YearTable({ data, onPrepare }: { data: QbrYear; onPrepare: (accountId: number) => void }) {
  const { t } = useTranslation();
  const { monthName } = useFormat();
  const months = monthsOf(data.period);
  return (
    <>
      <p className={styles.legend}>
        {(['held', 'planned', 'due', 'overdue'] as const).map((state) => (
          <span key={state} className={styles[state]}>
            <span aria-hidden="true">{signs[state]}</span> {t(`qbr.year.state.${state}`)}
          </span>
        ))}
        <span>{t('qbr.year.quarters')}</span>
      </p>
      <table className={styles.year}>
        <thead>
          <tr>
            <th scope="col">{t('qbr.account')}</th>
            {months.map((month) => (
              <th key={month} scope="col" aria-current={data.today.startsWith(month) ? 'date' : undefined}>
                {monthName(month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => {
            const marks = rowMarks(row, data.today);
            return (
              <tr key={row.accountId}>
                <th scope="row">
                  <Link to={`/accounts/${row.accountId}`}>{row.account}</Link>
                </th>
                {months.map((month) => {
                  const quarter = quarterBeginning(month, row.fiscalStart ?? data.fiscalStart);
                  return (
                    <td key={month} className={quarter ? styles.quarter : undefined}>
                      {quarter && (
                        <span className={styles.quarterName}>{t('qbr.year.quarter', { quarter })}</span>
                      )}
                      {(marks.get(month) ?? []).map((mark) => (
                        <Mark
                          key={`${mark.state} ${mark.on}`}
                          mark={mark}
                          account={row.account}
                          onPrepare={() => onPrepare(row.accountId)}
                        />
                      ))}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Mark({ mark, account, onPrepare }: { mark: MonthMark; account: string; onPrepare: () => void }) {
  const { t } = useTranslation();
  const { state, on, id, kind } = mark;
  const stated = [kind && t(`qbr.kindShort.${kind}`), t(`qbr.year.state.${state}`), on]
    .filter(Boolean)
    .join(' · ');
  const day = <span className="tabular">{on.slice(8)}</span>;
  if (id !== null)
    return (
      <Link
        className={`${styles.mark} ${styles[state]}`}
        to={`/reviews/${id}`}
        title={stated}
        aria-label={`${account}: ${stated}`}
      >
        <span aria-hidden="true">{signs[state]}</span> {day}
      </Link>
    );
  return (
    <button
      type="button"
      className={`${styles.mark} ${styles[state]}`}
      title={stated}
      aria-label={t('qbr.year.prepare', { account, state: stated })}
      onClick={onPrepare}
    >
      <span aria-hidden="true">{signs[state]}</span> {day}
    </button>
  );
}
