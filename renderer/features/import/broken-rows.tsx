import { Button } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewedTable } from './answered.ts';
import { columnLetters } from './choices.ts';
import styles from './import.module.css';
import { type SheetChoice, say } from './import-store.ts';

type Written = { readonly row: number; readonly column: number; readonly from: string; readonly to: string };

/** Rows with cells that do not read, to be mended where they stand: Enter goes down, a pasted column fills the cells below. */
export function BrokenRows({
  table,
  sheet,
  choice,
  headings,
}: {
  table: PreviewedTable;
  sheet: number;
  choice: SheetChoice;
  headings: readonly string[];
}) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const [last, setLast] = useState<Written | null>(null);
  const { columns, rows, count } = table.broken;
  const heading = (column: number) =>
    headings[column] || t('import.unnamed', { letters: columnLetters(column) });
  const write = (edits: readonly { row: number; column: number; value: string }[]) => {
    const places = new Set(edits.map(({ row, column }) => `${row} ${column}`));
    const kept = (choice.edits ?? []).filter(({ row, column }) => !places.has(`${row} ${column}`));
    say(sheet, { ...choice, edits: [...kept, ...edits] });
  };
  const brokenIn = (column: number, below: number) =>
    rows.filter(({ row, problems }) => row > below && problems.some((problem) => problem.column === column));
  const commit = (row: number, column: number, from: string, to: string) => {
    if (to === from) return;
    setLast({ row, column, from, to });
    write([{ row, column, value: to }]);
  };
  const goDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    const inputs = [...(body.current?.querySelectorAll('input') ?? [])];
    const next = inputs.at(inputs.indexOf(event.currentTarget) + 1);
    event.currentTarget.blur();
    next?.focus();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const lines = event.clipboardData
      .getData('text')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    const cells = brokenIn(column, row - 1).slice(0, lines.length);
    write(cells.map((each, at) => ({ row: each.row, column, value: lines[at] ?? '' })));
  };
  const below = last ? brokenIn(last.column, last.row) : [];
  const same = last
    ? rows.filter(
        ({ row, cells }) =>
          row !== last.row && cells[columns.indexOf(last.column)]?.trim() === last.from.trim(),
      )
    : [];
  return (
    <section aria-label={t('import.fix.title', { count })}>
      <h2>{t('import.fix.title', { count })}</h2>
      <p className={styles.hint}>{t('import.fix.teach')}</p>
      {last && (below.length > 0 || same.length > 0) && (
        <div className={styles.actions}>
          {same.length > 0 && last.from.trim() !== '' && (
            <Button
              size="small"
              onClick={() => {
                say(sheet, {
                  ...choice,
                  replaced: [
                    ...(choice.replaced ?? []),
                    { column: last.column, from: last.from.trim(), to: last.to },
                  ],
                });
                setLast(null);
              }}
            >
              {t('import.fix.replaceAll', { from: last.from.trim(), to: last.to, count: same.length })}
            </Button>
          )}
          {below.length > 0 && (
            <Button
              size="small"
              onClick={() => {
                write(below.map(({ row }) => ({ row, column: last.column, value: last.to })));
                setLast(null);
              }}
            >
              {t('import.fix.fillDown', { to: last.to, count: below.length })}
            </Button>
          )}
        </div>
      )}
      <div className={styles.brokenBox}>
        <table className={styles.broken}>
          <thead>
            <tr>
              <th>{t('import.row')}</th>
              {columns.map((column) => (
                <th key={column}>{heading(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map(({ row, cells, problems }) => (
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {columns.map((column, at) => {
                  const problem = problems.find((each) => each.column === column);
                  const cell = cells[at] ?? '';
                  if (!problem) return <td key={column}>{cell}</td>;
                  const reason = t(`import.reason.${problem.code}`, { value: problem.value });
                  return (
                    <td key={column} className={styles.bad}>
                      <input
                        key={cell}
                        defaultValue={cell}
                        title={reason}
                        aria-label={t('import.fix.cell', { column: heading(column), row: row + 1, reason })}
                        onKeyDown={goDown}
                        onPaste={(event) => paste(event, row, column)}
                        onBlur={(event) => commit(row, column, cell, event.currentTarget.value)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < count && <p className={styles.hint}>{t('import.firstShown', { count: rows.length })}</p>}
    </section>
  );
}
