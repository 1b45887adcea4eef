import { Button } from 'antd';
import { ListPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openCapture } from '../../lib/capture.ts';
import styles from './note-body.module.css';

/** What was written down, line by line; each line can become a task, by its button or by T on it. */
export function NoteBody({ noteId, accountId, text }: { noteId: number; accountId: number; text: string }) {
  const { t } = useTranslation();
  return (
    <div>
      {linesOf(text).map(({ key, line }) => {
        const task = withoutMark(line);
        const capture = () => openCapture({ line: task, accountId, source: { noun: 'note', id: noteId } });
        return (
          <div key={key} className={styles.line}>
            <span className={styles.text}>{line}</span>
            {task !== '' && (
              <Button
                type="text"
                size="small"
                className={styles.task ?? ''}
                icon={<ListPlus size={13} />}
                title={`${t('timeline.toTask')} (T)`}
                aria-label={`${t('timeline.toTask')}: ${task.slice(0, 80)}`}
                aria-keyshortcuts="T"
                onClick={capture}
                onKeyDown={(event) => {
                  if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey)
                    return;
                  event.preventDefault();
                  capture();
                }}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The lines of a text with a name for each: where it begins. */
function linesOf(text: string): { key: number; line: string }[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const key = at;
    at += line.length + 1;
    return { key, line };
  });
}

/** A line without the mark of a list before it: what is to be done, not how it was written. */
function withoutMark(line: string): string {
  return line.replace(/^\s*(?:[-*•·–]|\[[ xX]?\]|\d{1,2}[.)、])\s*/u, '').trim();
}
