import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type LineKey, type ReportLine, reportLines } from '../../../db/report/layout.ts';
import type { Rate } from '../../../db/report/rate.ts';
import { passes } from '../../../db/report/unit-economics.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { changeText, figureText } from './figure-text.ts';
import styles from './report.module.css';
import type { Report } from './report-type.ts';
import { useReportView, useReportWish } from './report-view.ts';

const lineOf = new Map<LineKey, ReportLine>(reportLines.map((line) => [line.key, line]));

/** Lines by columns, with what the last column did; a slice to compare stands under each line. */
export function ReportGrid({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basis, beside } = useReportView();
  const wish = useReportWish();
  const { data: other } = useQuery(
    api.report.get.queryOptions(
      { ...wish, slices: beside === null ? [] : [beside] },
      { enabled: beside !== null, placeholderData: keepPreviousData },
    ),
  );
  const heading = (label: string) => (basis === 'month' ? format.monthOfYear(label) : label);
  return (
    <table className={styles.grid}>
      <thead>
        <tr>
          <th scope="col">{report.currency}</th>
          {report.periods.map(({ label, isWhole }) => (
            <th key={label} scope="col" title={isWhole ? undefined : t('report.partial')}>
              {heading(label)}
              {isWhole ? '' : ' *'}
            </th>
          ))}
          <th scope="col">{t('report.onMonth')}</th>
          <th scope="col">{t('report.onYear')}</th>
        </tr>
      </thead>
      {report.blocks.map((block) => (
        <tbody key={block.key}>
          <tr className={styles.block}>
            <th scope="colgroup" colSpan={report.periods.length + 3}>
              {t(`report.block.${block.key}`)}
              <span className={styles.teach}>{t(`report.blockTeach.${block.key}`)}</span>
            </th>
          </tr>
          {block.lines.map(({ key, values, onMonth, onYear }) => {
            const line = lineOf.get(key);
            if (!line) return null;
            const compared = beside === null ? null : otherLine(other, key);
            return (
              <Fragment key={key}>
                <tr className={line.isSum ? styles.sum : undefined}>
                  <th scope="row" className={line.isPart ? styles.part : undefined}>
                    {t(`report.line.${key}`)}
                  </th>
                  {report.periods.map((period, at) => (
                    <Cell
                      key={period.label}
                      report={report}
                      line={line}
                      rate={values[at] ?? null}
                      period={period}
                    />
                  ))}
                  <td className={toneOf(onMonth, line)}>
                    {changeText(onMonth, line.unit, format, t('report.points'))}
                  </td>
                  <td className={styles.muted}>
                    {changeText(onYear, line.unit, format, t('report.points'))}
                  </td>
                </tr>
                {compared && (
                  <tr className={styles.beside}>
                    <th scope="row" className={styles.part}>
                      {beside}
                    </th>
                    {report.periods.map((period, at) => (
                      <td key={period.label}>
                        {figureText(compared[at]?.value ?? null, line.unit, report.currency, format)}
                      </td>
                    ))}
                    <td />
                    <td />
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

function otherLine(other: Report | undefined, key: LineKey): readonly Rate[] | null {
  const lines = other?.blocks.flatMap((block) => block.lines) ?? [];
  return lines.find((line) => line.key === key)?.values ?? null;
}

function Cell({
  report,
  line,
  rate,
  period,
}: {
  report: Report;
  line: ReportLine;
  rate: Rate | null;
  period: Report['periods'][number];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOpen = useReportView(({ open }) => open?.line === line.key && open.from === period.from);
  const target = report.targets.find(({ figure, month }) => figure === line.key && month === period.to);
  const mark =
    rate && (line.key === 'ltvToCac' || line.key === 'paybackMonths') ? passes(line.key, rate) : null;
  const title = [
    rate?.reason && t(`report.reason.${rate.reason}`),
    target && t('report.target', { value: figureText(target.value, line.unit, report.currency, format) }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <td className={isOpen ? styles.open : undefined} title={title || undefined}>
      <button
        type="button"
        className={styles.figure}
        aria-expanded={isOpen}
        onClick={() =>
          useReportView.setState({
            open: isOpen ? null : { line: line.key, from: period.from, to: period.to },
          })
        }
      >
        {figureText(rate?.value ?? null, line.unit, report.currency, format)}
        {mark !== null && <span className={mark ? styles.good : styles.bad}>{` ${mark ? '●' : '■'}`}</span>}
        {mark !== null && (
          <span className="visually-hidden">{t(mark ? 'report.passes' : 'report.fails')}</span>
        )}
      </button>
    </td>
  );
}

function toneOf(change: number | null, { tone }: ReportLine): string | undefined {
  if (change === null || tone === null || Math.abs(change) < 0.0005) return styles.muted;
  return change > 0 === (tone === 'gain') ? styles.good : styles.bad;
}
