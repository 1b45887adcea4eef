import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useRef } from 'react';

/** Asks for files of the machine. The same file again is a new choice. */
export function FileButton({
  label,
  accept,
  takesSeveral = false,
  onFiles,
  children = label,
  ...looks
}: {
  /** What is chosen; the button shows it unless it says something shorter. */
  label: string;
  /** Endings of the files offered, such as `.xlsx,.csv`; every file without. */
  accept?: string;
  takesSeveral?: boolean;
  /** At least one. */
  onFiles: (files: readonly File[]) => void;
  children?: ReactNode;
} & Pick<ButtonProps, 'icon' | 'size' | 'type' | 'loading' | 'className' | 'title' | 'aria-label'>) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...looks} onClick={() => chooser.current?.click()}>
        {children}
      </Button>
      <input
        ref={chooser}
        type="file"
        style={{ display: 'none' }} // a form of antd shows a file's input that is only `hidden`
        multiple={takesSeveral}
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
