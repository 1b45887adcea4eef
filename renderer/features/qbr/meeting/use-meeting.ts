import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { z } from 'zod';
import { begin, type MeetingClock, notBegun, turnTo } from './meeting-clock.ts';

const stored = z.object({
  page: z.int().min(0),
  startedAt: z.number().nullable(),
  turnedAt: z.number().nullable(),
  spent: z.record(z.string(), z.number()),
});

/**
 * The meeting as both windows know it: the pages on the screen in the room, the notes on the presenter's own. The browser's
 * storage tells the other window of each turn, and keeps the clock when one is closed or reloaded.
 */
export function useMeeting(book: string, id: number, pages: number) {
  const key = `meeting ${book} ${id}`;
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(key));
  const clock = useMemo(() => read(text), [text]);
  const write = useCallback(
    (next: (clock: MeetingClock, now: number) => MeetingClock) => {
      localStorage.setItem(key, JSON.stringify(next(read(localStorage.getItem(key)), Date.now())));
      // The storage tells other windows, not the one that wrote.
      window.dispatchEvent(new Event('storage'));
    },
    [key],
  );
  return {
    clock,
    turn: (page: number) => write((now, at) => turnTo(now, page, pages, at)),
    step: (by: number) => write((now, at) => turnTo(now, now.page + by, pages, at)),
    begin: () => write(begin),
    forget: () => write(() => notBegun),
  };
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('storage', changed);
  return () => window.removeEventListener('storage', changed);
}

/** What another version of the app may have left is no meeting. */
function read(text: string | null): MeetingClock {
  try {
    const { data } = stored.safeParse(JSON.parse(text ?? 'null'));
    return data ?? notBegun;
  } catch {
    return notBegun;
  }
}
