import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { syncEveryDays } from '../../../db/sync/rule.ts';
import { addDays, type IsoDate } from '../../../db/types/calendar.ts';
import type { AppRouter } from '../../../electron/api/router.ts';
import { api } from '../../lib/api.ts';
import { Tick } from '../../lib/tick.tsx';
import { Card } from '../../ui/card.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import styles from './sync-page.module.css';

type Sync = inferRouterOutputs<AppRouter>['sync']['get'];

/** Who does what after the talk; each is a task and stands on Today when it is due. */
export function FollowUps({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const { mutateAsync: finish } = useMutation(api.task.finish.mutationOptions());
  const { mutateAsync: reopen } = useMutation(api.task.reopen.mutationOptions());
  return (
    <Card title={t('sync.followUps')} beside={t('sync.followUpsTeach')}>
      <ul className={styles.tasks}>
        {sync.followUps.map(({ id, title, owner, dueOn, doneOn }) => (
          <li key={id}>
            <Tick checked={doneOn !== null} onTick={(done) => (done ? finish({ id }) : reopen({ id }))}>
              {title}
            </Tick>
            <span className={styles.remark}>{[owner, dueOn].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      <NewFollowUp sync={sync} />
    </Card>
  );
}

function NewFollowUp({ sync }: { sync: Sync }) {
  const { t } = useTranslation();
  const { data: book } = useQuery(api.book.status.queryOptions());
  const [title, setTitle] = useState('');
  const [owner, setOwner] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<IsoDate | null>(addDays(sync.heldOn, syncEveryDays));
  const { mutate: add } = useMutation(api.sync.followUp.mutationOptions({ onSuccess: () => setTitle('') }));
  const mine = book?.settings.owner ?? '';
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') add({ id: sync.id, title, owner: owner ?? mine, dueOn, accountId: null });
      }}
    >
      <Input
        value={title}
        maxLength={200}
        placeholder={t('sync.followUpTitle')}
        aria-label={t('sync.followUpTitle')}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Input
        className={styles.owner}
        value={owner ?? mine}
        maxLength={200}
        aria-label={t('sync.owner')}
        onChange={({ target }) => setOwner(target.value)}
      />
      <span className={styles.owner}>
        <DateInput value={dueOn} aria-label={t('sync.due')} onChange={setDueOn} />
      </span>
      <Button htmlType="submit" disabled={title.trim() === ''}>
        {t('sync.addFollowUp')}
      </Button>
    </form>
  );
}
