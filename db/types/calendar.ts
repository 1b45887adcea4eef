/** A calendar date `YYYY-MM-DD` in the book's time zone. Compares correctly as text. */
export type IsoDate = string;

const msPerDay = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a date that exists: 2026-02-29 is not. */
export function isIsoDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Number(match[1]) >= 1 && fromTime(time) === text;
}

/** The date so many calendar days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromTime(toTime(date) + days * msPerDay);
}

/** The same day of the month so many months later, or that month's last day: 31 January + 1 month = 28 or 29 February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = parts(date);
  const first = Date.UTC(year, month - 1 + months, 1);
  const { length } = monthOf(first);
  return fromTime(first + (Math.min(day, length) - 1) * msPerDay);
}

/** Calendar days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toTime(to) - toTime(from)) / msPerDay);
}

/** The last day of the date's month. */
export function endOfMonth(date: IsoDate): IsoDate {
  const [year, month] = parts(date);
  return fromTime(Date.UTC(year, month, 0));
}

/** 0 for Sunday … 6 for Saturday. */
export function weekday(date: IsoDate): number {
  return new Date(toTime(date)).getUTCDay();
}

/** The calendar date at an instant, where the time zone (IANA name) puts it. */
export function dateIn(timeZone: string, instant: Date): IsoDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

/** The instant a calendar date ends where the time zone (IANA name) is: the first moment of the next day, less a millisecond. */
export function endOfDay(timeZone: string, date: IsoDate): Date {
  const wanted = toTime(addDays(date, 1));
  let time = wanted;
  // A zone's offset is known only at an instant; twice is enough, also across a clock change.
  for (let step = 0; step < 2; step++) time = wanted - offsetAt(timeZone, time);
  return new Date(time - 1);
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, time: number): number {
  const whole = Math.floor(time / 1000) * 1000;
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(whole);
  return Date.parse(`${clock.replace(' ', 'T')}Z`) - whole;
}

function parts(date: IsoDate): [year: number, month: number, day: number] {
  const match = pattern.exec(date);
  if (!match) throw new RangeError(`not a calendar date: ${date}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

function toTime(date: IsoDate): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day);
}

function fromTime(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10);
}

function monthOf(time: number): { length: number } {
  const date = new Date(time);
  return { length: new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() };
}
