/** What the keys of a presentation do; a clicker sends the page keys. */
export type MeetingAction = 'next' | 'previous' | 'first' | 'last' | 'fill' | 'notes' | 'takeDown';

const actions: ReadonlyMap<string, MeetingAction> = new Map([
  ['arrowright', 'next'],
  ['arrowdown', 'next'],
  ['pagedown', 'next'],
  [' ', 'next'],
  ['arrowleft', 'previous'],
  ['arrowup', 'previous'],
  ['pageup', 'previous'],
  ['home', 'first'],
  ['end', 'last'],
  ['f', 'fill'],
  ['p', 'notes'],
  ['t', 'takeDown'],
]);

/** What this key means, or null. A button in focus keeps its space, a choice its arrows. */
export function meetingAction({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>): MeetingAction | null {
  if (key === ' ' && target instanceof HTMLElement && target.closest('button, a') !== null) return null;
  if (key.startsWith('Arrow') && target instanceof HTMLInputElement) return null;
  return actions.get(key.toLowerCase()) ?? null;
}
