import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type LineKey, reportLines } from '../../../db/report/layout.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { usePageKeys } from '../../lib/page-keys.ts';
import { figureText } from './figure-text.ts';
import { FourPolicies } from './four-policies.tsx';
import styles from './report.module.css';
import type { Report } from './report-type.ts';
import { type OpenFigure, useReportView, useReportWish } from './report-view.ts';

/** A figure opened: its formula with numbers put in, its policy in words, its customers, and what else it would be. */
export function ExplainPanel({ report, open }: { report: Report; open: OpenFigure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wish = useReportWish();
  const [sort, setSort] = useState<'name' | 'start' | 'end' | 'counted'>('counted');
  const { data } = useQuery(
    api.report.explain.queryOptions({ ...wish, line: open.line, periodFrom: open.from, periodTo: open.to }),
  );
  const close = () => useReportView.setState({ open: null });
  usePageKeys(({ key }) => (key === 'Escape' ? close : null));
  const line = reportLines.find(({ key }) => key === open.line);
  if (!line) return null;
  const text = (value: number | null) => figureText(value, line.unit, report.currency, format);
  const money = (minor: number) => figureText(minor, 'money', report.currency, format);
  const behind = (data?.behind ?? []).toSorted((a, b) =>
    sort === 'name' ? a.name.localeCompare(b.name) : Math.abs(b[sort]) - Math.abs(a[sort]),
  );
  return (
    <aside className={styles.panel} aria-label={t(`report.line.${open.line}`)}>
      <header className={styles.panelHead}>
        <h2>{t(`report.line.${open.line}`)}</h2>
        <strong>{data?.value ? text(data.value.value) : ''}</strong>
        <Button type="text" size="small" icon={<X size={14} />} aria-label={t('app.close')} onClick={close} />
      </header>
      <div className={styles.formula}>
        <p>{t(`report.formula.${open.line}`)}</p>
        <p>{put(t(`report.formula.${open.line}`))}</p>
        {data?.value?.reason && <p>{t(`report.reason.${data.value.reason}`)}</p>}
      </div>
      <p className={styles.policy}>{policyText(open.line)}</p>
      {data?.four && <FourPolicies four={data.four} report={report} />}
      {(data?.others.length ?? 0) > 0 && (
        <>
          <h3>{t('report.otherwise')}</h3>
          <ul className={styles.others}>
            {data?.others.map(({ key, value }) => (
              <li key={key}>
                {t(`report.other.${key as 'gap-30'}`)} <strong>{text(value.value)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {!data?.four && behind.length > 0 && (
        <>
          <h3>{t('report.behind', { count: behind.length })}</h3>
          <table className={styles.list}>
            <thead>
              <tr>
                {(['name', 'start', 'end', 'counted'] as const).map((key) => (
                  <th key={key} scope="col" aria-sort={sort === key ? 'descending' : 'none'}>
                    <button type="button" className={styles.figure} onClick={() => setSort(key)}>
                      {t(`report.behindColumn.${key}`)}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {behind.slice(0, 200).map((row) => (
                <tr key={`${row.accountId} ${row.reason} ${row.counted}`}>
                  <th scope="row">
                    <Link to={`/accounts/${row.accountId}`}>{row.name}</Link>
                    {row.reason && <span className={styles.teach}>{t(`report.movement.${row.reason}`)}</span>}
                  </th>
                  <td className={styles.number}>{money(row.start)}</td>
                  <td className={styles.number}>{money(row.end)}</td>
                  <td className={styles.number}>{money(row.counted)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <MonthNote report={report} month={open.to} />
    </aside>
  );

  /** The formula with the figures of its column in place of their names. */
  function put(formula: string): string {
    const at = report.periods.findIndex(({ from }) => from === open.from);
    const lines = report.blocks.flatMap((block) => block.lines);
    const named = lines
      .map(({ key, values }) => ({ name: t(`report.line.${key}`), key, value: values[at]?.value ?? null }))
      .sort((a, b) => b.name.length - a.name.length);
    let rest = formula;
    let done = '';
    while (rest !== '') {
      // A name is a name only between words: "New" is none in "Newest".
      const isInWord = /[A-Za-z]$/.test(done);
      const found = isInWord
        ? undefined
        : named.find(
            ({ name }) =>
              rest.toLowerCase().startsWith(name.toLowerCase()) && !/^[a-z]/i.test(rest.slice(name.length)),
          );
      const unit = reportLines.find(({ key }) => key === found?.key)?.unit;
      done += found && unit ? figureText(found.value, unit, report.currency, format) : rest[0];
      rest = rest.slice(found ? found.name.length : 1);
    }
    return done;
  }

  function policyText(key: LineKey): string {
    const { gapDays, pauseDays, reactivationDays, membership, customerSuccessCost } = report.policies;
    const parts = [
      key.startsWith('grr') || key.startsWith('nrr') ? t('report.policy.pointToPoint') : null,
      t('report.policy.gap', { days: gapDays }),
      reactivationDays === null
        ? t('report.policy.reactivation')
        : t('report.policy.reactivationWithin', { days: reactivationDays }),
      t('report.policy.pause', { days: pauseDays }),
      t(`report.policy.membership.${membership}`),
      unitKeys.includes(key) ? t(`report.policy.cost.${customerSuccessCost}`) : null,
      t('report.asOf', { month: format.monthOfYear(open.to) }),
    ];
    return parts.filter(Boolean).join(' ');
  }
}
const unitKeys: readonly LineKey[] = ['margin', 'ltv', 'cac', 'ltvToCac', 'paybackMonths'];

/** What people wrote on the month. */
function MonthNote({ report, month }: { report: Report; month: string }) {
  const { t } = useTranslation();
  const kept = report.notes.find((note) => note.month === month)?.text ?? '';
  const [text, setText] = useState(kept);
  const { mutate } = useMutation(api.report.setNote.mutationOptions());
  return (
    <Input.TextArea
      aria-label={t('report.note')}
      placeholder={t('report.note')}
      autoSize={{ minRows: 2 }}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => {
        if (text.trim() !== kept) mutate({ month, text: text.trim() || null });
      }}
    />
  );
}
