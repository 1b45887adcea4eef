import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../kbd.tsx';
import type { CellEditing } from './column.ts';
import styles from './grid.module.css';

/** Where the cursor goes after an edit: Enter goes down, Tab to the side, a click elsewhere nowhere. */
export type AfterEdit = 'down' | 'right' | 'left' | 'stay';

/** The field in a cell that is being edited. What was typed is saved on the way out; Esc leaves the cell as it was. */
export function CellEditor({
  label,
  text,
  isTyped,
  editing,
  onSave,
  onCancel,
}: {
  label: string;
  /** What the field begins with: the cell's own text, or the letter that opened it. */
  text: string;
  isTyped: boolean;
  editing: CellEditing;
  onSave: (text: string, after: AfterEdit) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState(text);
  const isLeft = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    if (!isTyped) field.current?.select();
  }, [isTyped]);
  const matching = (editing.choices ?? []).find(
    (choice) => choice.toLowerCase() === typed.trim().toLowerCase(),
  );
  const isRefused = editing.isClosed === true && typed.trim() !== '' && matching === undefined;
  const save = (after: AfterEdit) => {
    if (isLeft.current || isRefused) return;
    isLeft.current = true;
    onSave(matching ?? typed.trim(), after);
  };
  const cancel = () => {
    isLeft.current = true;
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter') save('down');
    else if (event.key === 'Tab') save(event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  };
  return (
    <span className={styles.editor}>
      <input
        ref={field}
        className={styles.input}
        aria-label={label}
        aria-invalid={isRefused}
        list={editing.choices ? listId : undefined}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => (isRefused ? cancel() : save('stay'))}
      />
      {editing.choices && (
        <datalist id={listId}>
          {editing.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      <span className={styles.editorHint} aria-hidden>
        <Kbd>Enter</Kbd> {t('grid.save')} <Kbd>Esc</Kbd> {t('app.cancel')}
      </span>
    </span>
  );
}
