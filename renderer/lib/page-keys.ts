import { useEffect, useEffectEvent } from 'react';

/**
 * Listens for single keys while a screen is there. What is typed into a field, and the keys of an open dialog, menu or list,
 * stay theirs. `actionOf` answers with what the key does, or null to leave it alone.
 */
export function usePageKeys(actionOf: (event: KeyboardEvent) => (() => void) | null | undefined): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTypedElsewhere(event)) return;
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Whether a key belongs to a field, or to an open dialog, menu or list, and not to the screen. */
export function isTypedElsewhere({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement && target.type !== 'radio') return true;
  return target.closest('[role="dialog"], [role="menu"], [role="listbox"], [data-typing]') !== null;
}
