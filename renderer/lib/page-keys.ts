import { useEffect, useEffectEvent } from 'react';

/**
 * Listens for single keys while a screen is there. What is typed into a field, and the keys of an open dialog, menu or list,
 * stay theirs. `actionOf` answers with what the key does, or null to leave it alone.
 */
export function usePageKeys(actionOf: (event: KeyboardEvent) => (() => void) | null | undefined): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    // Decided before anybody hears the key: a dialog that closes on Esc would be gone by the time the screen hears it.
    let isOurs = true;
    const decide = (event: KeyboardEvent) => {
      isOurs = !isTypedElsewhere(event);
    };
    const listen = (event: KeyboardEvent) => {
      if (isOurs) onKey(event);
    };
    window.addEventListener('keydown', decide, { capture: true });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', decide, { capture: true });
      window.removeEventListener('keydown', listen);
    };
  }, []);
}

const overlays = '[role="dialog"], [role="menu"], [role="listbox"], [role="tooltip"]';

/** Whether a key belongs to a field, or to an open dialog, menu or list, and not to the screen. */
export function isTypedElsewhere({ target, key }: KeyboardEvent): boolean {
  // Wherever the focus is: Esc closes what lies over the screen before it means anything to the screen.
  if (key === 'Escape' && [...document.querySelectorAll(overlays)].some((each) => each.checkVisibility()))
    return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement && target.type !== 'radio') return true;
  return target.closest('[role="dialog"], [role="menu"], [role="listbox"], [data-typing]') !== null;
}
