import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { CornerLeftUp, File, Folder } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { failureText } from '../../lib/failure.ts';
import { type FileQuestion, useFileQuestion } from '../../lib/file-question.ts';
import styles from './file-dialog.module.css';

/** Asks for a path on this computer where the host has no dialog of its own: folders to walk, a name to open or save as. */
export function FileDialog() {
  const { asked } = useFileQuestion();
  return asked && <FileQuestionDialog question={asked.question} onAnswer={asked.answer} />;
}

function FileQuestionDialog({
  question: { purpose, suggestedName },
  onAnswer,
}: {
  question: FileQuestion;
  onAnswer: (path: string | null) => void;
}) {
  const { t } = useTranslation();
  const fieldId = useId();
  const [folder, setFolder] = useState<string | null>(null);
  const [name, setName] = useState(suggestedName);
  const { data: listing, error } = useQuery(api.folder.list.queryOptions({ path: folder }));
  const inFolder = (entry: string) =>
    listing ? `${listing.path.replace(/[/\\]$/, '')}${listing.separator}${entry}` : entry;
  const answer = () => {
    if (name.trim() !== '') onAnswer(isAbsolute(name.trim()) ? name.trim() : inFolder(name.trim()));
  };
  return (
    <Modal
      open
      title={t(purpose === 'open' ? 'book.file.openTitle' : 'book.file.saveTitle')}
      okText={t(purpose === 'open' ? 'book.file.open' : 'book.file.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      onOk={answer}
      onCancel={() => onAnswer(null)}
    >
      <div className={styles.place}>
        <Button
          size="small"
          icon={<CornerLeftUp size={14} />}
          aria-label={t('book.file.up')}
          disabled={!listing?.parent}
          onClick={() => setFolder(listing?.parent ?? null)}
        />
        <span className={styles.path}>{listing?.path}</span>
      </div>
      {error && <p role="alert">{failureText(error, t)}</p>}
      <div className={styles.list}>
        {listing?.folders.map((entry) => (
          <button
            key={entry}
            type="button"
            className={styles.entry}
            onClick={() => setFolder(inFolder(entry))}
          >
            <Folder size={14} aria-hidden />
            {entry}
          </button>
        ))}
        {listing?.books.map((entry) => (
          <button
            key={entry}
            type="button"
            className={styles.entry}
            aria-pressed={entry === name}
            onClick={() => setName(entry)}
            onDoubleClick={() => onAnswer(inFolder(entry))}
          >
            <File size={14} aria-hidden />
            {entry}
          </button>
        ))}
        {purpose === 'open' && listing?.books.length === 0 && (
          <p className={styles.none}>{t('book.file.empty')}</p>
        )}
      </div>
      <label className={styles.name} htmlFor={fieldId}>
        {t('book.file.name')}
      </label>
      <Input
        id={fieldId}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={answer}
      />
    </Modal>
  );
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}
