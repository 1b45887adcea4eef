import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './record-history.module.css';

/** One record as it changed: when, and each value before and after. */
export function RecordHistory({
  table,
  id,
  title,
  onClose,
}: {
  table: 'account' | 'contact' | 'contract' | 'note';
  id: number;
  title: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
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
              {changes.map(({ column, before, after }) => (
                <div key={column} className={styles.value}>
                  <dt>{fieldName(table, column)}</dt>
                  <dd>
                    <span className={styles.before}>{written(before) ?? t('change.empty')}</span> →{' '}
                    {written(after) ?? t('change.empty')}
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

/** The words of a column, which is the field's name in the book's spelling; a column without words keeps its own. */
function fieldName(table: string, column: string): string {
  const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const key = `${table}.field.${field}`;
  return i18next.exists(key) ? String(i18next.t(key as 'account.field.name')) : column;
}

function written(value: unknown): string | null {
  if (value === null || value === '' || value === '[]') return null;
  return String(value);
}
