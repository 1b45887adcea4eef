import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { syncEveryDays } from '../../../db/sync/rule.ts';
import { addDays } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AgendaLines } from './agenda-lines.tsx';
import { HeldSync } from './held-sync.tsx';
import styles from './sync-page.module.css';

/** The talk of sales and CS every two weeks: what there is to say now, and every talk before with what was decided. */
export function SyncPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const { id } = useParams();
  const { data: syncs } = useQuery(api.sync.list.queryOptions());
  const { data: agenda } = useQuery(api.sync.agenda.queryOptions({ language }));
  const { mutate: create, isPending } = useMutation(
    api.sync.create.mutationOptions({ onSuccess: (made) => void navigate(`/handoffs/sync/${made.id}`) }),
  );
  if (!syncs || !agenda) return null;
  const hold = (
    <Button type={id ? 'default' : 'primary'} loading={isPending} onClick={() => create({ language })}>
      {t('sync.hold')}
    </Button>
  );
  const last = syncs[0];
  return (
    <>
      <PageHead
        title={t('sync.title')}
        beside={
          last && (
            <span className={styles.next}>
              {t('sync.next', { date: addDays(last.heldOn, syncEveryDays) })}
            </span>
          )
        }
      >
        <Button icon={<Printer size={14} />} onClick={() => window.print()}>
          {t('sync.print')}
        </Button>
        {hold}
      </PageHead>
      <div className={styles.columns}>
        <nav className={styles.list} aria-label={t('sync.earlier')}>
          <Link to="/handoffs/sync" aria-current={id === undefined ? 'page' : undefined}>
            {t('sync.now')}
            <span>{t('sync.topics', { count: agenda.length })}</span>
          </Link>
          {syncs.map((sync) => (
            <Link
              key={sync.id}
              to={`/handoffs/sync/${sync.id}`}
              aria-current={id === String(sync.id) ? 'page' : undefined}
            >
              {sync.heldOn}
              <span>{t('sync.decided', { count: sync.decisions, topics: sync.lines })}</span>
            </Link>
          ))}
        </nav>
        <div className={styles.sheet}>
          {id !== undefined ? (
            <HeldSync key={id} id={Number(id)} />
          ) : agenda.length === 0 ? (
            <EmptyState title={t('sync.empty.title')} action={hold}>
              {t('sync.empty.teach')}
            </EmptyState>
          ) : (
            <Card title={t('sync.agenda')}>
              <AgendaLines topics={agenda.map((topic, at) => ({ ...topic, id: at }))} />
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
