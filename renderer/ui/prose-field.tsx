import { Input } from 'antd';
import { useId, useState } from 'react';
import styles from './prose-field.module.css';

/** A text with its question above, saved when it is left; Escape gives back what was there. */
export function ProseField({
  label,
  hint,
  value,
  remark,
  rows = 1,
  onSave,
}: {
  label: string;
  /** What to write, shown while there is nothing. */
  hint?: string;
  value: string | null;
  /** What is to be said about the text as it stands. */
  remark?: (text: string) => string | null;
  rows?: number;
  onSave: (text: string | null) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, setSaved] = useState(value);
  if (saved !== value) {
    // What is in the book changed, by this field's own saving or by an undo: show that.
    setSaved(value);
    setTyped(null);
  }
  const text = typed ?? value ?? '';
  const stated = remark?.(text) ?? null;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Input.TextArea
        id={id}
        value={text}
        placeholder={hint}
        autoSize={{ minRows: rows, maxRows: 12 }}
        aria-describedby={stated ? `${id}-said` : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
        }}
        onBlur={() => {
          const next = text.trim() || null;
          if (typed === null) return;
          if (next === value) setTyped(null);
          else onSave(next);
        }}
      />
      {stated && (
        <p id={`${id}-said`} className={styles.stated}>
          {stated}
        </p>
      )}
    </div>
  );
}
