import { useMutation, useQuery } from '@tanstack/react-query';
import { Paperclip, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentOwner, FilePresence } from '../../db/attachment/rule.ts';
import { Chip } from '../ui/chip.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { api } from './api.ts';
import styles from './attachments.module.css';
import { desktop } from './desktop.ts';
import { useFormat } from './format.ts';
import { notify } from './notices.ts';
import { useAttach } from './use-attach.ts';

/**
 * The files of a record, with the button that adds one; files can also be dropped on it and pasted into it. What it stands
 * around belongs to it: dropping or pasting there attaches as well.
 *
 *     <Attachments of={{ table: 'value_claim', id: claim.id }} />
 *     <Attachments of={{ table: 'handoff', id: handoff.id, part: field.key }} />
 *     <Attachments of={{ table: 'note', id: note.id }} quiet>{note.body}</Attachments>
 *
 * Tables are a closed list (db/attachment/rule.ts). `part` names what has no row of its own until it is answered: a
 * handoff's field, an assessment's indicator. `quiet` shows the button only where the pointer or the focus is.
 * For a record that is not in the book yet, keep the `File`s and hand them to `useAttach` once it is.
 */
export function Attachments({
  of,
  quiet = false,
  children,
}: {
  of: AttachmentOwner;
  quiet?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const { data: attachments } = useQuery(api.attachment.list.queryOptions({ owner: of }));
  const { attach, isAttaching } = useAttach();
  const add = (files: readonly File[]) => void attach(of, files);
  return (
    <fieldset
      aria-label={t('attachment.title')}
      className={`${styles.place} ${quiet ? styles.quiet : ''} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(false);
        add([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        // Cells copied from a spreadsheet come as text and as a picture of it: the text is what is meant.
        const { files, types } = event.clipboardData;
        if (files.length === 0 || types.includes('text/plain')) return;
        event.preventDefault();
        add([...files]);
      }}
    >
      {children}
      <div className={styles.files}>
        {attachments?.map((attachment) => (
          <AttachedFile key={attachment.id} {...attachment} />
        ))}
        <FileButton
          type="text"
          size="small"
          className={styles.add ?? ''}
          icon={<Paperclip size={13} />}
          loading={isAttaching}
          label={t('attachment.add')}
          takesSeveral
          onFiles={add}
        />
      </div>
    </fieldset>
  );
}

function AttachedFile({
  id,
  name,
  bytes,
  presence,
}: {
  id: number;
  name: string;
  bytes: number;
  presence: FilePresence;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mutate: save } = useMutation(
    api.attachment.save.mutationOptions({
      meta: { changesNothing: true },
      onSuccess: (_, { path }) => notify({ text: t('attachment.saved', { path }) }),
    }),
  );
  const { mutate: remove } = useMutation(
    api.attachment.remove.mutationOptions({
      onSuccess: () => notify({ text: t('attachment.removed', { name }), canUndo: true }),
    }),
  );
  const saveAs = async () => {
    const path = await desktop.chooseDestination(name);
    if (path) save({ id, path });
  };
  return (
    <span className={styles.file}>
      <button
        type="button"
        className={styles.name}
        title={t('attachment.saveAs', { name })}
        aria-label={t('attachment.saveAs', { name })}
        onClick={() => void saveAs()}
      >
        {name}
      </button>
      <span className={styles.size}>{format.bytes(bytes)}</span>
      {presence !== 'there' && (
        <Chip tone="bad" title={t(`attachment.presence.${presence}.why`)}>
          {t(`attachment.presence.${presence}.name`)}
        </Chip>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={t('attachment.remove', { name })}
        onClick={() => remove({ id })}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
