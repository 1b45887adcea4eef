import { Button } from 'antd';
import { Circle, CircleCheck, Pencil, Repeat, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../db/task/query.ts';
import { type TaskTiming, taskTiming, taskTimings } from '../../../db/task/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { Due } from '../../lib/due.tsx';
import { SnoozeMenu } from '../../lib/snooze-menu.tsx';
import { type ActionColumn, ActionList } from '../../ui/action-list.tsx';
import styles from './task-list.module.css';
import { useTaskActions } from './use-task-actions.ts';

/** Tasks by where they stand, each done, put off, changed or deleted with one key. */
export function TaskList({
  tasks,
  today,
  withAccount,
  onEdit,
}: {
  tasks: readonly Task[];
  today: IsoDate;
  /** Whether the rows name their account, which on an account's own page they need not. */
  withAccount: boolean;
  onEdit: (task: Task) => void;
}) {
  const { t } = useTranslation();
  const { finish, snooze, reopen, remove } = useTaskActions();
  const [snoozing, setSnoozing] = useState<number | null>(null);
  const byTiming = Map.groupBy(tasks, (task) => taskTiming(task, today));
  const groups = taskTimings.flatMap((timing: TaskTiming) => {
    const rows = byTiming.get(timing);
    return rows ? [{ key: timing, heading: t(`task.standing.${timing}`), rows }] : [];
  });

  const columns: ActionColumn<Task>[] = [
    {
      key: 'done',
      heading: t('task.done'),
      tight: true,
      cell: ({ id, title, doneOn }) => (
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          icon={doneOn ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
          aria-label={doneOn ? t('task.reopenIt', { title }) : t('task.finishIt', { title })}
          onClick={() => (doneOn ? reopen({ id }) : finish({ id }))}
        />
      ),
    },
    {
      key: 'title',
      heading: t('task.title'),
      weight: 60,
      cell: (task) => <TaskTitle task={task} />,
    },
    {
      key: 'account',
      heading: t('task.account'),
      weight: 40,
      cell: ({ accountId, accountName }) =>
        accountId !== null ? (
          <Link className={styles.account} to={`/accounts/${accountId}`} tabIndex={-1}>
            {accountName}
          </Link>
        ) : null,
    },
    { key: 'owner', heading: t('task.owner'), tight: true, cell: ({ owner }) => owner },
    {
      key: 'due',
      heading: t('task.due'),
      tight: true,
      cell: ({ dueOn, doneOn }) =>
        doneOn ? <span className="tabular">{doneOn}</span> : dueOn && <Due on={dueOn} today={today} />,
    },
    {
      key: 'actions',
      heading: t('task.actions'),
      tight: true,
      cell: (task) => (
        <span className={styles.actions}>
          {task.doneOn === null && (
            <SnoozeMenu
              today={today}
              label={t('task.snoozeIt', { title: task.title })}
              isOpen={snoozing === task.id}
              onOpen={(open) => setSnoozing(open ? task.id : null)}
              onSnooze={(until) => snooze({ id: task.id, until })}
            />
          )}
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            icon={<Pencil size={14} aria-hidden />}
            aria-label={t('task.editIt', { title: task.title })}
            onClick={() => onEdit(task)}
          />
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            icon={<Trash2 size={14} aria-hidden />}
            aria-label={t('task.deleteIt', { title: task.title })}
            onClick={() => remove({ id: task.id })}
          />
        </span>
      ),
    },
  ];

  function onKey(key: string, task: Task): boolean {
    if (key === 'd' || key === ' ') {
      if (task.doneOn) reopen({ id: task.id });
      else finish({ id: task.id });
    } else if (key === 's' && task.doneOn === null) setSnoozing(task.id);
    else if (key === 'Enter' || key === 'e') onEdit(task);
    else if (key === 'Delete') remove({ id: task.id });
    else return false;
    return true;
  }

  return (
    <ActionList
      label={t('task.list')}
      columns={withAccount ? columns : columns.filter(({ key }) => key !== 'account')}
      groups={groups}
      rowKey={({ id }) => String(id)}
      onKey={onKey}
    />
  );
}

function TaskTitle({
  task: { title, recurrence, snoozedUntil, doneOn, sourceNoun, sourceId },
}: {
  task: Task;
}) {
  const { t } = useTranslation();
  return (
    <span className={doneOn ? styles.doneTitle : undefined}>
      {title}
      {recurrence && (
        <span className={styles.mark}>
          <Repeat size={12} aria-hidden /> {t(`task.every.${recurrence.unit}`, { count: recurrence.every })}
        </span>
      )}
      {sourceNoun === 'assessment' && (
        <Link className={styles.mark} to={`/assessments/${sourceId}?part=plan`} tabIndex={-1}>
          {t('task.fromAssessment')}
        </Link>
      )}
      {snoozedUntil && !doneOn && (
        <span className={styles.mark}>{t('task.quietUntil', { date: snoozedUntil })}</span>
      )}
    </span>
  );
}
