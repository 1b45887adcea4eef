import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { Paperclip } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteFacts, NoteKind } from '../../../db/note/query.ts';
import { api } from '../../lib/api.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './note-form.module.css';

const kinds = ['note', 'call', 'meeting', 'email', 'visit'] as const satisfies readonly NoteKind[];

/** Writes down a talk or a thought. One line until it is written in; Ctrl+Enter saves. */
export function NoteForm({
  accountId,
  facts,
  isSaving,
  onSave,
  onClose,
}: {
  accountId: number;
  facts: NoteFacts;
  isSaving: boolean;
  /** `files` were pasted while a new note was written. */
  onSave: (facts: NoteFacts, files: readonly File[]) => void;
  onClose?: () => void;
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState(facts);
  const [files, setFiles] = useState<readonly File[]>([]);
  const { data: contacts } = useQuery(api.contact.list.queryOptions({ accountId }));
  const isOpen = onClose !== undefined || note.body !== '' || files.length > 0;
  const save = () => {
    if (note.body.trim() === '' || isSaving) return;
    onSave(note, files);
    if (onClose) return;
    setNote(facts);
    setFiles([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    if (event.key === 'Escape' && onClose) onClose();
  };
  return (
    <div className={styles.form}>
      <Input.TextArea
        variant={onClose ? 'outlined' : 'borderless'}
        autoSize={{ minRows: 1, maxRows: 12 }}
        maxLength={20_000}
        placeholder={t('note.write')}
        aria-label={t('note.write')}
        value={note.body}
        onChange={({ target }) => setNote({ ...note, body: target.value })}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const { files: pasted, types } = event.clipboardData;
          if (onClose || pasted.length === 0 || types.includes('text/plain')) return;
          event.preventDefault();
          setFiles([...files, ...pasted]);
        }}
      />
      {isOpen && (
        <div className={styles.facts}>
          <Segmented
            label={t('note.field.kind')}
            options={kinds.map((value) => ({ value, label: t(`note.choice.kind.${value}`) }))}
            value={note.kind}
            onChange={(kind) => setNote({ ...note, kind })}
          />
          <DateInput
            aria-label={t('note.field.occurredOn')}
            allowClear={false}
            value={note.occurredOn}
            onChange={(day) => day && setNote({ ...note, occurredOn: day })}
          />
          <Select
            className={styles.contact ?? ''}
            allowClear
            placeholder={t('note.with')}
            aria-label={t('note.with')}
            value={note.contactId}
            options={contacts?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            onChange={(contactId: number | undefined) => setNote({ ...note, contactId: contactId ?? null })}
          />
          {files.length > 0 && (
            <Button
              type="text"
              size="small"
              icon={<Paperclip size={13} />}
              title={files.map(({ name }) => name).join(', ')}
              aria-label={t('note.leaveFiles', { count: files.length })}
              onClick={() => setFiles([])}
            >
              {t('note.files', { count: files.length })}
            </Button>
          )}
          <span className={styles.actions}>
            {onClose && <Button onClick={onClose}>{t('app.cancel')}</Button>}
            <Button type="primary" disabled={note.body.trim() === ''} loading={isSaving} onClick={save}>
              {t('note.save')}
            </Button>
            <Kbd>Ctrl ↵</Kbd>
          </span>
        </div>
      )}
    </div>
  );
}
