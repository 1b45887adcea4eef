import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../db/task/query.ts';
import { api } from '../../lib/api.ts';
import { Card } from '../../ui/card.tsx';
import styles from './account-tasks.module.css';
import { TaskDialog } from './task-dialog.tsx';
import { TaskList } from './task-list.tsx';

/** What is still to do for one account: a card of its page. */
export function AccountTasks({ accountId }: { accountId: number }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Task | 'new' | null>(null);
  const { data } = useQuery(api.task.open.queryOptions({ accountId }));
  if (!data) return null;
  return (
    <Card
      title={t('task.page')}
      beside={data.tasks.length > 0 && String(data.tasks.length)}
      action={
        <Button size="small" onClick={() => setShown('new')}>
          {t('task.add')}
        </Button>
      }
    >
      {data.tasks.length === 0 ? (
        <p className={styles.none}>{t('task.none.ofAccount')}</p>
      ) : (
        <div className={styles.edgeToEdge}>
          <TaskList tasks={data.tasks} today={data.today} withAccount={false} onEdit={setShown} />
        </div>
      )}
      {shown && (
        <TaskDialog
          task={shown === 'new' ? null : shown}
          accountId={accountId}
          onClose={() => setShown(null)}
        />
      )}
    </Card>
  );
}
