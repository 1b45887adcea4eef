import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/chip.tsx';
import { api } from './api.ts';
import styles from './change-history.module.css';
import { useFormat } from './format.ts';

/** A record's columns in the words of its form. */
export type ChangeLabels = {
  /** Whether the column says anything to a reader. */
  readonly isShown: (column: string) => boolean;
  readonly name: (column: string) => string;
  readonly text: (column: string, value: unknown) => string;
};

/** One record as it changed: when, and each value before and after. */
export function ChangeHistory({
  table,
  id,
  title,
  labels,
  onClose,
}: {
  table: string;
  id: number;
  title: string;
  labels: ChangeLabels;
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
            <dl>
              {changes
                .filter(({ column }) => labels.isShown(column))
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
