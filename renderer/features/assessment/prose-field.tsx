import { Input } from 'antd';
import { type Ref, useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds after the last keystroke until it is saved. */
const pause = 800;

/** Prose that saves itself: after a pause in typing, on leaving the field, and when it goes from the screen. */
export function ProseField({
  label,
  placeholder,
  value,
  onSave,
  onLeave,
  fieldRef,
}: {
  label: string;
  placeholder: string;
  value: string;
  onSave: (text: string) => void;
  /** Escape was pressed, or Ctrl+Enter. */
  onLeave: () => void;
  /** For putting the cursor into it. */
  fieldRef?: Ref<HTMLTextAreaElement>;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const unsaved = useRef<string | null>(null);
  const save = useRef(onSave);
  useEffect(() => {
    save.current = onSave;
  });
  const flush = useCallback(() => {
    if (unsaved.current !== null) save.current(unsaved.current);
    unsaved.current = null;
  }, []);
  useEffect(() => {
    if (draft === null) return;
    const timer = setTimeout(flush, pause);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => flush, [flush]);
  return (
    <Input.TextArea
      ref={(area) => {
        const element = area?.resizableTextArea?.textArea ?? null;
        if (typeof fieldRef === 'function') fieldRef(element);
        else if (fieldRef) fieldRef.current = element;
      }}
      aria-label={label}
      placeholder={placeholder}
      variant="borderless"
      autoSize={{ minRows: 2, maxRows: 6 }}
      maxLength={20_000}
      value={draft ?? value}
      onChange={({ target }) => {
        setDraft(target.value);
        unsaved.current = target.value;
      }}
      onBlur={() => {
        flush();
        setDraft(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) onLeave();
      }}
    />
  );
}
