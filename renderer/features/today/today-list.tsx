import { Button } from 'antd';
import { ArrowRight, Circle } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type TodayEntry, urgencies } from '../../../db/today/rule.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { useFormat } from '../../lib/format.ts';
import { SnoozeMenu } from '../../lib/snooze-menu.tsx';
import { type ActionColumn, ActionList } from '../../ui/action-list.tsx';
import { Chip } from '../../ui/chip.tsx';
import { entryTitle } from './entry-action.ts';
import styles from './today-list.module.css';
import { useEntryActions } from './use-entry-actions.ts';
import { useReason } from './use-reason.ts';

const keyOf = ({ kind, id, reason }: TodayEntry) => `${kind}-${id}-${reason}`;
/** Of one urgency. Nobody works off more in a day, and thousands of rows with their buttons stall the page. */
const mostShown = 100;
const tones = { late: 'bad', now: 'warn', soon: 'plain' } as const;

/** The entries by urgency; D does what settles one, S puts it off, Enter goes there. */
export function TodayList({
  entries,
  today,
  children,
}: {
  entries: readonly TodayEntry[];
  today: IsoDate;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const { language } = useFormat();
  const { act, settles, putOff, open } = useEntryActions(today);
  const [puttingOff, setPuttingOff] = useState<string | null>(null);
  const byUrgency = Map.groupBy(entries, ({ urgency }) => urgency);
  const groups = urgencies.flatMap((urgency) => {
    const rows = byUrgency.get(urgency);
    const heading = t(`today.urgency.${urgency}`);
    return rows ? [{ key: urgency, heading, count: rows.length, rows: rows.slice(0, mostShown) }] : [];
  });
  const nameOf = (entry: TodayEntry) => entryTitle(entry, language) ?? entry.accountName ?? '';

  const columns: ActionColumn<TodayEntry>[] = [
    {
      key: 'act',
      heading: t('today.act'),
      tight: true,
      cell: (entry) => (
        <Button
          type="text"
          size="small"
          tabIndex={-1}
          icon={settles(entry) ? <Circle size={16} aria-hidden /> : <ArrowRight size={16} aria-hidden />}
          aria-label={t(`today.do.${entry.kind}`, { name: nameOf(entry) })}
          title={t(`today.do.${entry.kind}`, { name: nameOf(entry) })}
          onClick={() => act(entry)}
        />
      ),
    },
    {
      key: 'kind',
      heading: t('today.kinds'),
      tight: true,
      cell: ({ kind, urgency }) => <Chip tone={tones[urgency]}>{t(`today.kind.${kind}`)}</Chip>,
    },
    {
      key: 'account',
      heading: t('task.account'),
      weight: 26,
      cell: ({ accountId, accountName }) =>
        accountId !== null && (
          <Link className={styles.account} to={`/accounts/${accountId}`} tabIndex={-1}>
            {accountName}
          </Link>
        ),
    },
    {
      key: 'reason',
      heading: t('today.why'),
      weight: 74,
      cell: (entry) => {
        const title = entryTitle(entry, language);
        return (
          <>
            {title && <span className={styles.subject}>{title}</span>}
            <span className={styles.reason}>{reasonOf(entry)}</span>
          </>
        );
      },
    },
    {
      key: 'day',
      heading: t('today.day'),
      tight: true,
      cell: ({ on }) => on && <span className={`tabular ${styles.day}`}>{on}</span>,
    },
    {
      key: 'put-off',
      heading: t('today.putOff'),
      tight: true,
      cell: (entry) => (
        <SnoozeMenu
          today={today}
          label={t('task.snoozeIt', { title: nameOf(entry) })}
          isOpen={puttingOff === keyOf(entry)}
          onOpen={(isOpen) => setPuttingOff(isOpen ? keyOf(entry) : null)}
          onSnooze={(until) => putOff(entry, until)}
        />
      ),
    },
  ];

  function onKey(key: string, entry: TodayEntry): boolean {
    if (key === 'd' || key === ' ') act(entry);
    else if (key === 's') setPuttingOff(keyOf(entry));
    else if (key === 'Enter') open(entry);
    else return false;
    return true;
  }

  return (
    <ActionList label={t('today.page')} columns={columns} groups={groups} rowKey={keyOf} onKey={onKey}>
      {children}
    </ActionList>
  );
}
