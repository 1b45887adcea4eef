import { Button } from 'antd';
import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card.tsx';
import styles from './qbr.module.css';

export type LineRow = { readonly id: number; readonly name: string; readonly cells: readonly ReactNode[] };

/** The lines of a section in a table, with what can be done to each; without `edit` they are only shown. */
export function LineCard({
  title,
  beside,
  headings,
  numbers = [],
  rows,
  empty,
  edit,
}: {
  title: string;
  beside?: ReactNode;
  headings: readonly string[];
  /** Which columns hold numbers, by their place from 0. */
  numbers?: readonly number[];
  rows: readonly LineRow[];
  /** What stands where there is no line: what belongs here. */
  empty: string;
  edit?:
    | {
        readonly addLabel: string;
        readonly add: () => void;
        readonly open: (id: number) => void;
        readonly remove: (id: number) => void;
      }
    | undefined;
}) {
  const { t } = useTranslation();
  return (
    <Card
      title={title}
      beside={beside}
      action={
        edit && (
          <Button size="small" onClick={edit.add}>
            {edit.addLabel}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={styles.muted}>{edit ? empty : t('qbr.nothing')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                {headings.map((heading, index) => (
                  <th key={heading} className={numbers.includes(index) ? styles.num : undefined}>
                    {heading}
                  </th>
                ))}
                {edit && <td />}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {row.cells.map((cell, index) => (
                    <td
                      key={headings[index]}
                      className={index === 0 ? styles.name : numbers.includes(index) ? styles.num : undefined}
                    >
                      {cell ?? '–'}
                    </td>
                  ))}
                  {edit && (
                    <td className={styles.actions}>
                      <Button
                        size="small"
                        type="text"
                        icon={<Pencil size={14} />}
                        aria-label={t('qbr.editLine', { name: row.name })}
                        onClick={() => edit.open(row.id)}
                      />
                      <Button
                        size="small"
                        type="text"
                        icon={<Trash2 size={14} />}
                        aria-label={t('qbr.removeLine', { name: row.name })}
                        onClick={() => edit.remove(row.id)}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
