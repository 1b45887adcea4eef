import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CompanyFigure, companyCounts, companyFigures } from '../../../db/report/company-month.ts';
import { monthsBetween } from '../../../db/report/month.ts';
import { majorUnits, moneyFromDecimal } from '../../../db/types/money.ts';
import { api } from '../../lib/api.ts';
import styles from './report.module.css';
import type { Report } from './report-type.ts';

const isCount = (figure: CompanyFigure) => companyCounts.some((count) => count === figure);

type Edit = { readonly month: string; readonly figure: CompanyFigure; readonly text: string };

/** The monthly company sheet, typed as in Excel or pasted over it from there; a month nobody typed is missing, not zero. */
export function CompanySheet({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { data } = useQuery(api.report.company.list.queryOptions());
  const { mutate } = useMutation(api.report.company.edit.mutationOptions());
  if (!data) return null;
  const { baseCurrency } = report;
  const months = monthsBetween(report.from, report.to);
  const kept = new Map(data.months.map((row) => [row.month, row]));
  const save = (edits: readonly Edit[]) => {
    const read = edits.flatMap(({ month, figure, text }) => {
      const currency = kept.get(month)?.currency ?? baseCurrency;
      const value = valueFrom(text, figure, currency);
      return value === undefined ? [] : [{ month, currency, figure, value }];
    });
    if (read.length === 0) return;
    mutate({
      months: [...Map.groupBy(read, ({ month }) => month)].map(([month, own]) => ({
        month,
        currency: own[0]?.currency ?? baseCurrency,
        figures: Object.fromEntries(own.map(({ figure, value }) => [figure, value])),
      })),
    });
  };
  /** A block of cells from a spreadsheet fills the cells to the right and below. */
  const paste = (text: string, month: string, figure: CompanyFigure) => {
    const rows = text
      .replace(/\r/g, '')
      .replace(/\n$/, '')
      .split('\n')
      .map((row) => row.split('\t'));
    const [top, left] = [companyFigures.indexOf(figure), months.indexOf(month)];
    save(
      rows.flatMap((cells, down) =>
        cells.flatMap((cell, right) => {
          const [at, on] = [companyFigures[top + down], months[left + right]];
          return at && on ? [{ month: on, figure: at, text: cell }] : [];
        }),
      ),
    );
  };
  return (
    <div className={styles.body}>
      <p className={styles.remark}>{t('report.company.teach', { currency: baseCurrency })}</p>
      <div className={styles.scroll}>
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">{t('report.company.figure')}</th>
              {months.map((month) => (
                <th key={month} scope="col">
                  {month}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {companyFigures.map((figure) => (
              <tr key={figure}>
                <th scope="row">{t(`report.company.${figure}`)}</th>
                {months.map((month) => {
                  const row = kept.get(month);
                  const shown = textOf(row?.[figure] ?? null, figure, row?.currency ?? baseCurrency);
                  return (
                    <td key={`${month} ${shown}`}>
                      <input
                        aria-label={`${t(`report.company.${figure}`)} ${month}`}
                        inputMode="decimal"
                        defaultValue={shown}
                        placeholder="–"
                        onPaste={(event) => {
                          const text = event.clipboardData.getData('text/plain');
                          if (!/[\t\n]/.test(text)) return;
                          event.preventDefault();
                          paste(text, month, figure);
                        }}
                        onBlur={({ target }) => {
                          if (target.value.trim() !== shown) save([{ month, figure, text: target.value }]);
                        }}
                        onKeyDown={({ key, currentTarget }) => {
                          if (key === 'Enter') currentTarget.blur();
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Null for an emptied cell, undefined for what is no figure. */
function valueFrom(text: string, figure: CompanyFigure, currency: string): number | null | undefined {
  const plain = text
    .trim()
    .replace(/[,，\s¥$€£]/g, '')
    .replace(/^\((.*)\)$/, '-$1')
    .replace('−', '-');
  if (plain === '' || plain === '–' || plain === '-') return null;
  if (isCount(figure)) return /^\d+$/.test(plain) ? Number(plain) : undefined;
  return moneyFromDecimal(plain, currency)?.minor;
}

function textOf(value: number | null, figure: CompanyFigure, currency: string): string {
  if (value === null) return '';
  return String(isCount(figure) ? value : majorUnits({ minor: value, currency }));
}
