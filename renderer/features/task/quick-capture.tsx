import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { IsoDate } from '../../../db/types/calendar.ts';
import { AccountPicker } from '../../lib/account-picker.tsx';
import { api } from '../../lib/api.ts';
import { type CaptureDraft, closeCapture, useCapture } from '../../lib/capture.ts';
import { notify } from '../../lib/notices.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './quick-capture.module.css';

const noteKinds = ['note', 'meeting', 'call', 'email', 'visit'] as const;
type NoteKind = (typeof noteKinds)[number];

/** What the user set by hand; everything else is as the line is understood. */
type Correction = {
  what?: 'note' | 'task';
  noteKind?: NoteKind;
  accountId?: number | null;
  on?: IsoDate | null;
};

/** One field from anywhere: a note or a task, understood from the line and shown before it is saved. */
export function QuickCapture() {
  const { t } = useTranslation();
  const { draft } = useCapture();
  return (
    <Modal
      open={draft !== null}
      title={<span className="visually-hidden">{t('task.capture.title')}</span>}
      footer={null}
      closable={false}
      destroyOnHidden
      width={620}
      style={{ top: 64 }}
      styles={{ container: { padding: 0 }, header: { margin: 0 } }}
      onCancel={closeCapture}
    >
      {draft && <CaptureField draft={draft} />}
    </Modal>
  );
}

function CaptureField({ draft }: { draft: CaptureDraft }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const inView = /^\/accounts\/(\d+)/.exec(useLocation().pathname)?.[1];
  const accountInView = draft.accountId ?? (inView === undefined ? null : Number(inView));
  const [line, setLine] = useState(draft.line);
  const [correction, setCorrection] = useState<Correction>(draft.source ? { what: 'task' } : {});
  const { data: meaning } = useQuery(
    api.capture.understand.queryOptions({ line, accountInView }, { placeholderData: keepPreviousData }),
  );
  const saved = () => {
    closeCapture();
    notify({ text: t('task.capture.saved'), canUndo: true });
  };
  const note = useMutation(api.note.create.mutationOptions({ onSuccess: saved }));
  const task = useMutation(api.task.create.mutationOptions({ onSuccess: saved }));
  if (!meaning) return null;
  const capture = { ...meaning, ...correction };
  const needsAccount = capture.what === 'note' && capture.accountId === null;

  async function save() {
    // The line on screen, not the one before the last key.
    const latest = await queries.fetchQuery(api.capture.understand.queryOptions({ line, accountInView }));
    const { what, noteKind, accountId, contactId, on, interval, text } = { ...latest, ...correction };
    if (text === '' || (what === 'note' && (accountId === null || on === null))) return;
    if (what === 'note' && accountId !== null && on !== null)
      note.mutate({ accountId, facts: { kind: noteKind, occurredOn: on, body: text, contactId } });
    else
      task.mutate({
        facts: {
          accountId,
          title: text.slice(0, 200),
          owner: null,
          dueOn: on,
          interval: on ? interval : null,
        },
        source: draft.source,
      });
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save();
    }
  };
  return (
    <div className={styles.capture}>
      <input
        ref={focusFirst}
        className={styles.field}
        aria-label={t('task.capture.title')}
        placeholder={t('task.capture.placeholder')}
        value={line}
        maxLength={2000}
        onChange={({ target }) => setLine(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.meaning}>
        <Segmented
          label={t('task.capture.what')}
          options={(['task', 'note'] as const).map((value) => ({ value, label: t(`task.capture.${value}`) }))}
          value={capture.what}
          onChange={(what) => setCorrection({ ...correction, what })}
        />
        {capture.what === 'note' && (
          <Select<NoteKind>
            aria-label={t('task.capture.kind')}
            value={capture.noteKind}
            options={noteKinds.map((value) => ({ value, label: t(`task.capture.noteKind.${value}`) }))}
            onChange={(noteKind) => setCorrection({ ...correction, noteKind })}
          />
        )}
        <div className={styles.account}>
          <AccountPicker
            aria-label={t('task.account')}
            allowClear
            status={needsAccount ? 'error' : ''}
            value={capture.accountId}
            onChange={(accountId) => setCorrection({ ...correction, accountId })}
          />
        </div>
        <div className={styles.day}>
          <DateInput
            aria-label={capture.what === 'task' ? t('task.due') : t('task.capture.day')}
            value={capture.on}
            allowClear={capture.what === 'task'}
            onChange={(on) => setCorrection({ ...correction, on })}
          />
        </div>
      </div>
      {capture.accountChoices.length > 0 && correction.accountId === undefined && (
        <p className={styles.choices}>
          {t('task.capture.whom')}
          {capture.accountChoices.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={styles.choice}
              onClick={() => setCorrection({ ...correction, accountId: id })}
            >
              {name}
            </button>
          ))}
        </p>
      )}
      <p className={styles.text} aria-live="polite">
        {capture.text || t('task.capture.teach')}
        {capture.contact && ` · ${t('task.capture.with', { name: capture.contact })}`}
        {capture.what === 'task' &&
          capture.interval &&
          ` · ${t(`task.every.${capture.interval.unit}`, { count: capture.interval.every })}`}
      </p>
      <p className={styles.hint}>{needsAccount ? t('task.capture.needsAccount') : t('task.capture.hint')}</p>
    </div>
  );
}
