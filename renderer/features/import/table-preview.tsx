import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TableChoice } from '../../../electron/import/table-choice.ts';
import type { Opened, PreviewedTable } from './answered.ts';
import { AsideRows } from './aside-rows.tsx';
import { BrokenRows } from './broken-rows.tsx';
import { choiceFor } from './choices.ts';
import styles from './import.module.css';
import { say, useImport } from './import-store.ts';
import { ProblemCard } from './problem-card.tsx';
import { Additions, Alterations, LeftOut } from './row-tables.tsx';

const kinds = ['added', 'changed', 'unchanged', 'leftOut'] as const;

/** One sheet: how many rows of each kind, what is to settle, and the first rows. */
export function TablePreview({
  table,
  sheet,
  headings,
  opened,
  part,
}: {
  table: PreviewedTable;
  /** The table as it is asked about: of a flat list, the one noun's part. */
  part: TableChoice;
  sheet: number;
  headings: readonly string[];
  opened: Opened;
}) {
  const { t } = useTranslation();
  const stated = useImport((state) => state.stated[sheet]);
  const proposed = opened.sheets[sheet];
  if (!proposed) return null;
  const choice = choiceFor(proposed, stated);
  const fields = part.fields;
  const remarks = [
    table.counts.joined > 0 && t('import.joined', { count: table.counts.joined }),
    table.cutColumns > 0 && t('import.cutColumns', { count: table.cutColumns, limit: headings.length }),
    table.formulas > 0 && t('import.formulas', { count: table.formulas }),
    table.merged > 0 && t('import.merged', { count: table.merged }),
  ].filter((remark) => remark !== false);
  const rows = {
    added: <Additions table={table} />,
    changed: <Alterations table={table} />,
    leftOut: <LeftOut table={table} headings={headings} />,
  };
  const shown = (['added', 'changed', 'leftOut'] as const).filter((kind) => table.counts[kind] > 0);
  return (
    <div className={styles.sheet}>
      <dl className={styles.counts}>
        {kinds.map((kind) => (
          <div key={kind} className={kind === 'leftOut' && table.counts[kind] > 0 ? styles.attention : ''}>
            <dt>{t(`import.count.${kind}`)}</dt>
            <dd>{table.counts[kind]}</dd>
          </div>
        ))}
      </dl>
      {(table.asides.length > 0 || choice.keepsAsides) && (
        <AsideRows
          table={table}
          keeps={choice.keepsAsides ?? false}
          onKeep={(keepsAsides) => say(sheet, { ...choice, keepsAsides })}
        />
      )}
      {remarks.length > 0 && <p className={styles.hint}>{remarks.join(' · ')}</p>}
      <h2>{t('import.problems')}</h2>
      {table.problems.length === 0 && <p className={styles.hint}>{t('import.noProblems')}</p>}
      {table.problems.map((problem) => (
        <ProblemCard
          key={`${problem.column} ${problem.code}`}
          problem={problem}
          noun={table.noun}
          sheet={sheet}
          choice={choice}
          field={fields[problem.column] ?? ''}
          heading={headings[problem.column] ?? ''}
        />
      ))}
      {table.broken.count > 0 && (
        <BrokenRows table={table} sheet={sheet} choice={choice} headings={headings} />
      )}
      <Tabs
        size="small"
        items={shown.map((kind) => ({
          key: kind,
          label: `${t(`import.count.${kind}`)} ${table.counts[kind]}`,
          children: rows[kind],
        }))}
      />
    </div>
  );
}
