import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Noun, NounRow } from '../../db/kernel/define.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import type { GridColumn } from '../ui/grid/column.ts';
import { FieldCell, isNumber } from './field-cell.tsx';
import type { NounLabels } from './noun-labels.ts';
import styles from './noun-page.module.css';

/** The columns of a noun's list: its account, then the fields that are declared for the list, in their order. */
export function useNounColumns(
  noun: Noun,
  { labels, today, onOpen }: { labels: NounLabels; today: IsoDate; onOpen: (row: NounRow) => void },
): readonly GridColumn<NounRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const account: GridColumn<NounRow> = {
      key: 'account',
      heading: t('noun.accountName'),
      width: 150,
      priority: 1,
      sortable: true,
      cell: ({ accountId, accountName }) => (
        <Link to={`/accounts/${accountId}`} className={styles.link}>
          {accountName}
        </Link>
      ),
    };
    const own = Object.entries(noun.fields).flatMap(([key, field]): GridColumn<NounRow>[] => {
      if (!field.list) return [];
      const { width, grow, priority } = field.list;
      return [
        {
          key,
          heading: labels.field(key),
          width,
          priority,
          sortable: true,
          ...(grow !== undefined && { grow }),
          ...(isNumber(field) && { align: 'end' as const }),
          cell: (row) => {
            const value = <FieldCell noun={noun} name={key} row={row} today={today} labels={labels} />;
            return key === noun.title ? (
              <button type="button" className={styles.title} onClick={() => onOpen(row)}>
                {value}
              </button>
            ) : (
              value
            );
          },
        },
      ];
    });
    return noun.account === 'none' ? own : [account, ...own];
  }, [noun, labels, today, onOpen, t]);
}
