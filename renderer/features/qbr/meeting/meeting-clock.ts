/**
 * Where a meeting is: the page on screen and how long each was. Instants in milliseconds; page 0 is the title, then the sections
 * in their order, then what was agreed.
 */
export type MeetingClock = {
  readonly page: number;
  /** When the meeting began; null until then, while pages can be looked at without the clock. */
  readonly startedAt: number | null;
  /** Since when the page on screen is there. */
  readonly turnedAt: number | null;
  /** What was spent on each page before it was left last, in milliseconds. */
  readonly spent: Readonly<Record<number, number>>;
};

export const notBegun: MeetingClock = { page: 0, startedAt: null, turnedAt: null, spent: {} };

/** Begins the meeting on the page that is on screen. */
export function begin(clock: MeetingClock, now: number): MeetingClock {
  return { ...clock, startedAt: now, turnedAt: now, spent: {} };
}

/** Turns to a page within the bounds; the time on the one left is kept. */
export function turnTo(clock: MeetingClock, page: number, pages: number, now: number): MeetingClock {
  const to = Math.min(Math.max(0, page), Math.max(0, pages - 1));
  if (to === clock.page) return clock;
  if (clock.startedAt === null) return { ...clock, page: to };
  const spent = { ...clock.spent, [clock.page]: spentOn(clock, clock.page, now) };
  return { ...clock, page: to, turnedAt: now, spent };
}

/** Milliseconds spent on a page so far, the running time of the one on screen included. */
export function spentOn(clock: MeetingClock, page: number, now: number): number {
  const before = clock.spent[page] ?? 0;
  const running = clock.page === page && clock.turnedAt !== null ? Math.max(0, now - clock.turnedAt) : 0;
  return before + running;
}

/** Milliseconds since the meeting began; 0 before. */
export function elapsed({ startedAt }: MeetingClock, now: number): number {
  return startedAt === null ? 0 : Math.max(0, now - startedAt);
}

/** Minutes and seconds, such as 7:05; minutes go on past the hour. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
