import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PreviewedTable } from './answered.ts';
import { useFieldWords } from './field-words.ts';
import styles from './import.module.css';

/** The first rows that are new, as they were understood. */
export function Additions({ table }: { table: PreviewedTable }) {
  const { t } = useTranslation();
  const { fieldLabel, valueLabel } = useFieldWords();
  const fields = [...new Set(table.additions.flatMap(({ values }) => Object.keys(values)))];
  return (
    <>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey={({ rows }) => rows.join()}
        dataSource={[...table.additions]}
        columns={[
          { title: t('import.row'), key: 'row', render: (_, { rows }) => rows.join(', ') },
          ...fields.map((field) => ({
            title: fieldLabel(table.noun, field),
            key: field,
            ...(isAmount(table, field) ? { align: 'end' as const } : {}),
            render: (_: unknown, { values }: PreviewedTable['additions'][number]) => (
              <span className={styles.cell}>{valueLabel(table.noun, field, values[field] ?? null)}</span>
            ),
          })),
        ]}
      />
      <More shown={table.additions.length} of={table.counts.added} />
    </>
  );
}

/** The first rows that change the book, value by value. */
export function Alterations({ table }: { table: PreviewedTable }) {
  const { t } = useTranslation();
  const { fieldLabel, valueLabel } = useFieldWords();
  return (
    <>
      <Table
        size="small"
        pagination={false}
        rowKey={({ rows }) => rows.join()}
        dataSource={[...table.alterations]}
        columns={[
          { title: t('import.row'), key: 'row', width: 80, render: (_, { rows }) => rows.join(', ') },
          { title: t('import.record'), key: 'name', render: (_, { name }) => name },
          {
            title: t('import.change'),
            key: 'changes',
            render: (_, { changes }) =>
              changes.map(({ field, before, after }) => (
                <div key={field}>
                  <span className={styles.hint}>{fieldLabel(table.noun, field)}</span>{' '}
                  <del>{valueLabel(table.noun, field, before)}</del>{' '}
                  <ins>{valueLabel(table.noun, field, after)}</ins>
                </div>
              )),
          },
        ]}
      />
      <More shown={table.alterations.length} of={table.counts.changed} />
    </>
  );
}

/** The first rows that are not imported, and why. */
export function LeftOut({ table, headings }: { table: PreviewedTable; headings: readonly string[] }) {
  const { t } = useTranslation();
  const { fieldLabel } = useFieldWords();
  return (
    <>
      <Table
        size="small"
        pagination={false}
        rowKey={({ row, field }) => `${row} ${field}`}
        dataSource={[...table.leftOut]}
        columns={[
          { title: t('import.row'), key: 'row', width: 80, render: (_, { row }) => row },
          {
            title: t('import.reasonHeading'),
            key: 'reason',
            render: (_, { reason, field, value }) => (
              <>
                {field !== null && <span className={styles.hint}>{fieldLabel(table.noun, field)} </span>}
                {t(`import.reason.${reason}`, { value: value ?? '' })}
              </>
            ),
          },
          {
            title: t('import.values'),
            key: 'cells',
            render: (_, { cells }) => (
              <span className={styles.cell} title={headings.slice(0, cells.length).join(' · ')}>
                {cells.map((cell) => String(cell ?? '')).join(' · ')}
              </span>
            ),
          },
        ]}
      />
      <More shown={table.leftOut.length} of={table.counts.leftOut} />
    </>
  );
}

function isAmount({ additions }: PreviewedTable, field: string): boolean {
  return additions.some(({ values }) => {
    const value = values[field];
    return typeof value === 'number' || (typeof value === 'object' && value !== null);
  });
}

function More({ shown, of }: { shown: number; of: number }) {
  const { t } = useTranslation();
  return shown < of ? <p className={styles.hint}>{t('import.firstShown', { count: shown })}</p> : null;
}
