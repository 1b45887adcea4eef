import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { History, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TimelineEntry } from '../../../db/change/timeline-query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { api } from '../../lib/api.ts';
import { Attachments } from '../../lib/attachments.tsx';
import { notify } from '../../lib/notices.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { NoteBody } from './note-body.tsx';
import { NoteForm } from './note-form.tsx';
import { RecordHistory } from './record-history.tsx';
import styles from './timeline-card.module.css';
import { isNote, timelineIcons } from './timeline-kind.ts';

const pageLength = 30;

/** Everything that happened to the account, the latest first; `atFirst` entries where it is only a look at the newest. */
export function TimelineCard({
  accountId,
  today,
  atFirst,
}: {
  accountId: number;
  today: IsoDate;
  atFirst?: number;
}) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(atFirst ?? pageLength);
  const [edited, setEdited] = useState<number | null>(null);
  const { data: entries } = useQuery(
    api.account.timeline.queryOptions(
      { accountId, page: { offset: 0, limit: limit + 1 } },
      { placeholderData: (kept) => kept },
    ),
  );
  return (
    <Card
      title={t('timeline.title')}
      action={
        atFirst !== undefined &&
        entries &&
        entries.length > limit && (
          <Link to={`/accounts/${accountId}?tab=timeline`}>
            <Button size="small" tabIndex={-1}>
              {t('timeline.all')}
            </Button>
          </Link>
        )
      }
    >
      {entries?.length === 0 && <p className={styles.none}>{t('timeline.none')}</p>}
      <ol className={styles.list}>
        {entries?.slice(0, limit).map((entry) => (
          <li key={`${entry.kind}-${entry.id}-${entry.on}`}>
            {isNote(entry.kind) && edited === entry.id ? (
              <EditedNote accountId={accountId} id={entry.id} onClose={() => setEdited(null)} />
            ) : (
              <TimelineLine
                accountId={accountId}
                entry={entry}
                today={today}
                onEdit={() => setEdited(entry.id)}
              />
            )}
          </li>
        ))}
      </ol>
      {atFirst === undefined && entries && entries.length > limit && (
        <Button size="small" onClick={() => setLimit(Math.min(limit + 100, 499))}>
          {t('timeline.older')}
        </Button>
      )}
    </Card>
  );
}

function TimelineLine({
  accountId,
  entry,
  today,
  onEdit,
}: {
  accountId: number;
  entry: TimelineEntry;
  today: IsoDate;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { mutate: remove } = useMutation(
    api.note.remove.mutationOptions({ onSuccess: () => notify({ text: t('note.deleted'), canUndo: true }) }),
  );
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const Icon = timelineIcons[entry.kind];
  const kind = t(`timeline.kind.${entry.kind}`);
  return (
    <div className={styles.line}>
      <time className={styles.on} dateTime={entry.on}>
        {entry.on}
      </time>
      <Icon size={14} strokeWidth={1.6} className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <span className={styles.kind}>
          {kind}
          {entry.contact && ` · ${entry.contact}`}
        </span>{' '}
        {entry.on > today && <Chip tone="info">{t('timeline.planned')}</Chip>}
        {isNote(entry.kind) ? (
          <Attachments of={{ table: 'note', id: entry.id }} quiet>
            <NoteBody noteId={entry.id} accountId={accountId} text={entry.text ?? ''} />
          </Attachments>
        ) : (
          entry.text && <div className={styles.body}>{textOf(entry, t)}</div>
        )}
      </div>
      {isNote(entry.kind) && (
        <span className={styles.tools}>
          <Button
            type="text"
            size="small"
            icon={<History size={13} />}
            aria-label={t('change.historyOf', { name: `${kind} ${entry.on}` })}
            onClick={() => setHistoryOpen(true)}
          />
          <Button
            type="text"
            size="small"
            icon={<Pencil size={13} />}
            aria-label={`${t('app.edit')}: ${kind} ${entry.on}`}
            onClick={onEdit}
          />
          <Button
            type="text"
            size="small"
            icon={<Trash2 size={13} />}
            aria-label={`${t('app.delete')}: ${kind} ${entry.on}`}
            onClick={() => remove({ id: entry.id })}
          />
        </span>
      )}
      {isHistoryOpen && (
        <RecordHistory
          table="note"
          id={entry.id}
          accountId={accountId}
          title={`${kind} ${entry.on}`}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </div>
  );
}

/** What an entry says: people's words as they are, a review's kind by its name. */
function textOf({ kind, text }: TimelineEntry, t: TFunction): string | null {
  const isReview = kind === 'qbr-held' && (text === 'mbr' || text === 'qbr' || text === 'ebr');
  return isReview ? t(`qbr.kind.${text}`) : text;
}

function EditedNote({ accountId, id, onClose }: { accountId: number; id: number; onClose: () => void }) {
  const { data: note } = useQuery(api.note.get.queryOptions({ id }));
  const { mutate, isPending } = useMutation(api.note.edit.mutationOptions({ onSuccess: onClose }));
  if (!note) return null;
  const { kind, occurredOn, body, contactId } = note;
  return (
    <NoteForm
      accountId={accountId}
      facts={{ kind, occurredOn, body, contactId }}
      isSaving={isPending}
      onSave={(facts) => mutate({ id, facts })}
      onClose={onClose}
    />
  );
}
