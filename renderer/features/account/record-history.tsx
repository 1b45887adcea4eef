import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './record-history.module.css';
import { type HistoryTable, useChangeWords } from './use-change-words.ts';

/** One record as it changed: when, and each value before and after. */
export function RecordHistory({
  table,
  id,
  accountId,
  currency = '',
  title,
  onClose,
}: {
  table: HistoryTable;
  id: number;
  /** The account it belongs to; an account's own id. */
  accountId: number;
  /** What its amounts are in. */
  currency?: string;
  title: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useChangeWords(table, accountId, currency);
  const { data: history } = useQuery(api.change.ofRow.queryOptions({ table, id }));
  return (
    <Drawer open size={440} title={`${t('account.history')} · ${title}`} onClose={onClose}>
      {history?.length === 0 && <p>{t('change.none.record')}</p>}
      <ol>
        {history?.map(({ id: key, at, kind, changes }) => (
          <li key={key} className={styles.change}>
            <div className={styles.when}>
              <time dateTime={at}>
                {format.longDate(format.dayOf(at))} {format.time(at)}
              </time>{' '}
              {kind !== 'do' && <Chip>{t(`change.kind.${kind}`)}</Chip>}
            </div>
            <dl className={styles.values}>
              {changes
                .filter(({ column }) => labels.isSaid(column))
                .map(({ column, before, after }) => (
                  <div key={column} className={styles.value}>
                    <dt>{labels.name(column)}</dt>
                    <dd>
                      <span className={styles.before}>{labels.text(column, before)}</span> →{' '}
                      {labels.text(column, after)}
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
