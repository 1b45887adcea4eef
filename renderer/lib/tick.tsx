import { notifyManager } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';

/**
 * A checkbox whose truth is in the book. What the user ticks stays on screen from the click until the book's own state is
 * shown: a box that waited for the book would first jump back, since the action starts only after the click was handled.
 */
export function Tick({
  checked,
  onTick,
  ...rest
}: {
  'aria-label'?: string;
  children?: ReactNode;
  /** As the book has it. */
  checked: boolean;
  /** The action; it ends when the book's new state was fetched, or when it failed and was told elsewhere. */
  onTick: (checked: boolean) => Promise<unknown>;
}) {
  const [asked, setAsked] = useState<boolean>();
  // The screen learns what was fetched in a turn of its own; forgotten before it, the box would jump back for a moment.
  const forget = () => notifyManager.schedule(() => setAsked(undefined));
  return (
    <Checkbox
      {...rest}
      checked={asked ?? checked}
      onChange={({ target }) => {
        setAsked(target.checked);
        onTick(target.checked).then(forget, forget);
      }}
    />
  );
}
