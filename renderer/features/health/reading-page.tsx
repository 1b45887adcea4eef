import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnMeasure, readingProblem } from '../../../db/health/measure.ts';
import { addMonths, type IsoDate } from '../../../db/types/calendar.ts';
import { labelIn } from '../../../db/types/language.ts';
import { api, screenQuery } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { pastedNumber } from '../../lib/pasted-cells.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { HealthTabs } from './health-tabs.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { pastedBlock, stepFrom } from './reading-cells.ts';
import { ReadingFile } from './reading-file.tsx';
import styles from './reading-page.module.css';

/** A month's sheet: a row per account, a column per measure, filled by keyboard as in Excel. */
export function HealthReadingPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<IsoDate | null>(null);
  const [editing, setEditing] = useState<OwnMeasure | 'new' | null>(null);
  const { data: status } = useQuery(api.book.status.queryOptions());
  const on = chosen ?? status?.today ?? '1970-01-01';
  const { data } = useQuery(
    api.health.reading.sheet.queryOptions({ on }, { placeholderData: keepPreviousData, ...screenQuery }),
  );
  const { mutate } = useMutation(
    api.health.reading.write.mutationOptions({
      onSuccess: ({ written }) =>
        notify({ text: t('health.reading.written', { count: written }), canUndo: true }),
    }),
  );
  const [refused, setRefused] = useState<string | null>(null);
  if (!data || !status) return null;
  const { measures, rows, today } = data;

  /** Takes a block of texts from a cell on; nothing of it where one of them cannot be read. */
  function take(row: number, column: number, block: readonly (readonly string[])[]) {
    const entries = block.flatMap((line, down) =>
      line.flatMap((text, right) => {
        const [account, measure] = [rows[row + down], measures[column + right]];
        if (!account || !measure) return [];
        const value = text.trim() === '' ? null : pastedNumber(text.trim());
        return [{ account, measure, text, value }];
      }),
    );
    const wrong = entries.find(
      ({ text, value, measure }) =>
        (value === null && text.trim() !== '') ||
        (value !== null && readingProblem(measure, value, on, today) !== null),
    );
    if (wrong) {
      const problem =
        wrong.value === null
          ? 'not-a-number'
          : (readingProblem(wrong.measure, wrong.value, on, today) ?? 'not-a-number');
      setRefused(
        t('health.reading.refused', {
          value: wrong.text,
          measure: labelIn(format.language, wrong.measure.name, wrong.measure.nameZh),
          account: wrong.account.name,
          problem: t(`health.problem.${problem}`),
        }),
      );
      return;
    }
    setRefused(null);
    const changed = entries.filter(
      ({ account, measure, value }) => (account.cells[measure.id]?.value ?? null) !== value,
    );
    if (changed.length > 0)
      mutate({
        entries: changed.map(({ account, measure, value }) => ({
          accountId: account.id,
          measureId: measure.id,
          on,
          value,
          source: null,
        })),
      });
  }

  return (
    <>
      <PageHead title={t('health.tab.readings')} count={format.number(rows.length)}>
        <HealthTabs tab="readings" />
        <Button onClick={() => setChosen(addMonths(on, -1))} aria-label={t('health.reading.monthBack')}>
          ‹
        </Button>
        <span className={styles.day}>
          <DateInput
            value={on}
            onChange={(day) => day && setChosen(day)}
            aria-label={t('health.reading.day')}
          />
        </span>
        <Button
          disabled={addMonths(on, 1) > today}
          onClick={() => setChosen(addMonths(on, 1))}
          aria-label={t('health.reading.monthOn')}
        >
          ›
        </Button>
        {measures.length > 0 && <ReadingFile on={on} />}
        <Button type="primary" onClick={() => setEditing('new')}>
          {t('health.measureForm.add')}
        </Button>
      </PageHead>
      {measures.length === 0 ? (
        <EmptyState
          title={t('health.reading.none.title')}
          action={<Button onClick={() => setEditing('new')}>{t('health.measureForm.add')}</Button>}
        >
          {t('health.reading.none.teach')}
        </EmptyState>
      ) : (
        <>
          <p className={refused ? styles.refused : styles.hint} role="status">
            {refused ?? (
              <>
                <Kbd>Enter</Kbd> {t('health.reading.down')} <Kbd>Tab</Kbd> {t('health.reading.right')}{' '}
                <Kbd>Ctrl V</Kbd> {t('health.reading.paste')} <Kbd>Esc</Kbd> {t('health.reading.leave')}
              </>
            )}
          </p>
          <div className={styles.scroll}>
            <table className={styles.sheet}>
              <thead>
                <tr>
                  <th scope="col">{t('account.column.name')}</th>
                  {measures.map((measure) => (
                    <th key={measure.id} scope="col">
                      <button type="button" className={styles.measure} onClick={() => setEditing(measure)}>
                        {labelIn(format.language, measure.name, measure.nameZh)}
                      </button>
                      <span className={styles.unit}>
                        {[measure.unit, t(`health.direction.${measure.direction}`)]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={row.id}>
                    <th scope="row">{row.name}</th>
                    {measures.map((measure, column) => {
                      const cell = row.cells[measure.id];
                      return (
                        <td key={measure.id}>
                          <input
                            key={`${on} ${cell?.value ?? ''}`}
                            className={styles.cell}
                            inputMode="decimal"
                            data-cell={`${at},${column}`}
                            aria-label={`${row.name}, ${measure.name}`}
                            defaultValue={cell?.value ?? ''}
                            placeholder={
                              cell?.before === null || cell === undefined ? '' : String(cell.before)
                            }
                            title={
                              cell?.before === null || cell === undefined
                                ? undefined
                                : t('health.reading.before', { value: format.number(cell.before) })
                            }
                            onFocus={({ target }) => target.select()}
                            onBlur={({ target }) => {
                              if (target.value.trim() !== String(cell?.value ?? ''))
                                take(at, column, [[target.value]]);
                            }}
                            onPaste={(event) => {
                              const block = pastedBlock(event.clipboardData.getData('text'));
                              if (block.length === 1 && block[0]?.length === 1) return;
                              event.preventDefault();
                              take(at, column, block);
                            }}
                            onKeyDown={(event) => {
                              if (event.key === 'Escape') {
                                event.currentTarget.value = String(cell?.value ?? '');
                                event.currentTarget.blur();
                                return;
                              }
                              const to = stepFrom(event, { row: at, column });
                              const next =
                                to &&
                                document.querySelector<HTMLInputElement>(
                                  `[data-cell="${to.row},${to.column}"]`,
                                );
                              if (!next) return;
                              event.preventDefault();
                              next.focus();
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
        </>
      )}
      {editing && (
        <MeasureDialog measure={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
