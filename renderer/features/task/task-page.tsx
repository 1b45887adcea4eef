import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Task } from '../../../db/task/query.ts';
import { api } from '../../lib/api.ts';
import { desktop } from '../../lib/desktop.ts';
import { useFormat } from '../../lib/format.ts';
import { type ExportColumn, ListExport } from '../../lib/list-export.tsx';
import { notify } from '../../lib/notices.ts';
import { useSlice } from '../../lib/slice.ts';
import { SliceBar, SlicedAway } from '../../lib/slice-filter.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ReminderSwitch } from './reminder-switch.tsx';
import { TaskDialog } from './task-dialog.tsx';
import { TaskList } from './task-list.tsx';
import styles from './task-page.module.css';

type Shown = 'open' | 'done';

function taskExport(t: TFunction): readonly ExportColumn<Task>[] {
  return [
    { key: 'title', heading: t('task.title'), is: 'text', value: ({ title }) => title },
    { key: 'account', heading: t('task.account'), is: 'text', value: ({ accountName }) => accountName },
    { key: 'owner', heading: t('task.owner'), is: 'text', value: ({ owner }) => owner },
    { key: 'due', heading: t('task.due'), is: 'date', value: ({ dueOn }) => dueOn },
    { key: 'done', heading: t('task.doneOn'), is: 'date', value: ({ doneOn }) => doneOn },
  ];
}

/** Everything to do over the whole book. `/tasks/7` opens that task. */
export function TaskPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const taskId = Number(useParams().id);
  const [shown, setShown] = useState<Shown>('open');
  const [isAdding, setIsAdding] = useState(false);
  const { slice, isSliced } = useSlice();
  const { data: open } = useQuery(
    api.task.open.queryOptions({ slice }, { placeholderData: keepPreviousData }),
  );
  const { data: done } = useQuery(
    api.task.done.queryOptions({ slice }, { enabled: shown === 'done', placeholderData: keepPreviousData }),
  );
  const { mutate: exportCalendar } = useMutation(
    api.task.exportCalendar.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: ({ path, count }) => notify({ text: t('task.calendarSaved', { path, count }) }),
    }),
  );
  const saveCalendar = async (kind: 'events' | 'to-dos') => {
    const path = await desktop.chooseDestination(`${t('task.calendarFile')}.ics`);
    if (path) exportCalendar({ path, kind, slice });
  };
  if (!open) return null;
  const edited = [...open.tasks, ...(done ?? [])].find(({ id }) => id === taskId) ?? null;
  const tasks = shown === 'open' ? open.tasks : (done ?? []);
  const close = () => {
    setIsAdding(false);
    if (edited) void navigate('/tasks', { replace: true });
  };
  return (
    <>
      <PageHead title={t('task.page')} count={format.number(open.tasks.length) + (open.isCut ? '+' : '')}>
        <Segmented<Shown>
          label={t('task.shown')}
          options={(['open', 'done'] as const).map((value) => ({ value, label: t(`task.${value}`) }))}
          value={shown}
          onChange={setShown}
        />
        <ListExport title={t('task.page')} columns={taskExport(t)} rows={tasks} />
        <ReminderSwitch />
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['events', 'to-dos'] as const).map((kind) => ({
              key: kind,
              label: t(`task.calendar.${kind}`),
              onClick: () => void saveCalendar(kind),
            })),
          }}
        >
          <Button>{t('task.calendar.export')}</Button>
        </Dropdown>
        <Button type="primary" onClick={() => setIsAdding(true)}>
          {t('task.add')}
        </Button>
      </PageHead>
      <SliceBar />
      {tasks.length === 0 && isSliced ? (
        <SlicedAway />
      ) : tasks.length === 0 ? (
        <EmptyState
          title={shown === 'open' ? t('task.none.title') : t('task.noneDone.title')}
          action={
            shown === 'open' && <Button onClick={() => setIsAdding(true)}>{t('task.none.action')}</Button>
          }
        >
          {shown === 'open' ? t('task.none.teach') : t('task.noneDone.teach')}
        </EmptyState>
      ) : (
        <>
          <TaskList
            tasks={tasks}
            today={open.today}
            withAccount
            onEdit={({ id }) => void navigate(`/tasks/${id}`, { replace: true })}
          />
          <p className={styles.keys}>
            <Kbd>D</Kbd> {t('task.key.done')} <Kbd>S</Kbd> {t('task.key.snooze')} <Kbd>Enter</Kbd>{' '}
            {t('task.key.edit')} <Kbd>Del</Kbd> {t('task.key.delete')}
          </p>
        </>
      )}
      {(isAdding || edited) && <TaskDialog key={edited?.id} task={edited} accountId={null} onClose={close} />}
    </>
  );
}
