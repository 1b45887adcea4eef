import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { actionText } from '../../lib/action.ts';
import { api, client } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { notify } from '../../lib/notices.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './history-page.module.css';

const pageSize = 100;

/** Every action of the book by day, each of which can be taken back alone while nothing later depends on it. */
export function HistoryPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, hasNextPage, fetchNextPage, isPending } = useInfiniteQuery({
    queryKey: [...api.change.list.queryKey(), 'pages'],
    queryFn: ({ pageParam }) =>
      client.change.list.query({ limit: pageSize, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.id),
  });
  const { mutate: undoAction } = useMutation(
    api.change.undoAction.mutationOptions({ onSuccess: () => notify({ text: t('change.takenBack') }) }),
  );
  if (isPending) return null;
  const actions = data?.pages.flat() ?? [];
  const days = Map.groupBy(actions, ({ at }) => format.dayOf(at));
  return (
    <>
      <PageHead title={t('nav.change')} />
      {actions.length === 0 ? (
        <EmptyState title={t('change.none.title')}>{t('change.none.teach')}</EmptyState>
      ) : (
        <div className={styles.days}>
          {[...days].map(([day, actions]) => (
            <section key={day} aria-label={format.longDate(day)}>
              <h2 className={styles.day}>{format.longDate(day)}</h2>
              <ol>
                {actions.map((action) => (
                  <li key={action.id} className={styles.action}>
                    <time dateTime={action.at}>{format.time(action.at)}</time>
                    <span className={action.isReversed ? styles.reversed : undefined}>
                      {actionText(action)}
                    </span>
                    {action.kind !== 'do' && <Chip>{t(`change.kind.${action.kind}`)}</Chip>}
                    {action.isReversed ? (
                      <span className={styles.aside}>{t('change.reversed')}</span>
                    ) : (
                      <Button
                        size="small"
                        className={styles.aside ?? ''}
                        aria-label={t('change.takeBackAction', { action: actionText(action) })}
                        onClick={() => undoAction({ actionId: action.id })}
                      >
                        {t('change.takeBack')}
                      </Button>
                    )}
                  </li>
                ))}
              </ol>
            </section>
          ))}
          {hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('change.older')}</Button>}
        </div>
      )}
    </>
  );
}
