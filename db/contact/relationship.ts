import type { IsoDate } from '../types/calendar.ts';
import { addDays } from '../types/calendar.ts';

export const relationKinds = ['reports-to', 'knows'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** `reports-to` goes up from the contact to the other; `knows` holds both ways. */
export type Relation = { readonly contactId: number; readonly otherId: number; readonly kind: RelationKind };

/** Whether saying that one reports to another would lead, superior by superior, back to the one. */
export function reportsInCircle(
  relations: readonly Relation[],
  contactId: number,
  superior: number,
): boolean {
  const superiors = new Map(
    relations.filter(({ kind }) => kind === 'reports-to').map(({ contactId: id, otherId }) => [id, otherId]),
  );
  const seen = new Set<number>();
  for (let at: number | undefined = superior; at !== undefined && !seen.has(at); at = superiors.get(at)) {
    if (at === contactId) return true;
    seen.add(at);
  }
  return false;
}

/** Days within which a contact counts as talked to when an account is judged to hang by one thread. */
export const threadDays = 90;

/** How many contacts were touched in the last `threadDays`, today included. One alone is a single thread: it leaves, and all is lost. */
export function openThreads(lastTouches: readonly (IsoDate | null)[], today: IsoDate): number {
  const since = addDays(today, -threadDays);
  return lastTouches.filter((day) => day !== null && since <= day && day <= today).length;
}

/** A contact's name, found in what somebody wrote: a Latin name as whole words, a Chinese one wherever its characters stand. */
export function isNamedIn(text: string, name: string): boolean {
  if (name.trim().length < 2) return false;
  const [lowText, lowName] = [text.toLowerCase(), name.trim().toLowerCase()];
  const isChinese = /\p{Script=Han}/u.test(lowName);
  for (let at = lowText.indexOf(lowName); at >= 0; at = lowText.indexOf(lowName, at + 1)) {
    const [before, after] = [lowText.slice(0, at), lowText.slice(at + lowName.length)];
    if (isChinese || !(/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after))) return true;
  }
  return false;
}
