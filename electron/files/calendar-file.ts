import type { Recurrence } from '../../db/task/rule.ts';
import { addDays, type IsoDate } from '../../db/types/calendar.ts';

/** All-day events are what every calendar reads; to-dos are what Apple Reminders and Thunderbird make tasks of. */
export type CalendarKind = 'events' | 'to-dos';

export type CalendarEntry = {
  /** The same each time the entry is written, so that a second import changes the first one's. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly dueOn: IsoDate;
  readonly recurrence: Recurrence | null;
};

/** An iCalendar file (RFC 5545), UTF-8. @param writtenAt when it is written, as a calendar decides which copy is newer */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { kind, name, writtenAt }: { kind: CalendarKind; name: string; writtenAt: Date },
): string {
  const stamp = `${writtenAt.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tenure//Tenure//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, kind, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, kind: CalendarKind, stamp: string): string[] {
  const { uid, summary, description, dueOn, recurrence } = entry;
  const component = kind === 'events' ? 'VEVENT' : 'VTODO';
  return [
    `BEGIN:${component}`,
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    ...(kind === 'events' ? eventDays(dueOn) : toDoDays(dueOn, recurrence)),
    ...(recurrence ? [`RRULE:${recurrenceRule(recurrence)}`] : []),
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    // A task takes no time of the day, so it does not make anybody busy.
    kind === 'events' ? 'TRANSP:TRANSPARENT' : 'STATUS:NEEDS-ACTION',
    `END:${component}`,
  ];
}

/** An event ends on the day after its last. */
function eventDays(dueOn: IsoDate): string[] {
  return [`DTSTART;VALUE=DATE:${plain(dueOn)}`, `DTEND;VALUE=DATE:${plain(addDays(dueOn, 1))}`];
}

/** A repeating to-do needs a start, and one with a start must not be due on the same day: it lasts the day instead. */
function toDoDays(dueOn: IsoDate, recurrence: Recurrence | null): string[] {
  return recurrence
    ? [`DTSTART;VALUE=DATE:${plain(dueOn)}`, 'DURATION:P1D']
    : [`DUE;VALUE=DATE:${plain(dueOn)}`];
}

/** RFC 5545 skips months without the day; ours means their last one, which the rule has to say. */
function recurrenceRule({ unit, every, fromOn }: Recurrence): string {
  const day = Number(fromOn.slice(8));
  const isLeapDay = fromOn.endsWith('-02-29');
  if (unit === 'month' || (unit === 'year' && isLeapDay)) {
    const months = every * (unit === 'year' ? 12 : 1);
    const days = Array.from({ length: Math.max(day - 27, 1) }, (_, at) => (day > 28 ? 28 + at : day));
    const last = days.length > 1 ? ';BYSETPOS=-1' : '';
    return `FREQ=MONTHLY;INTERVAL=${months};BYMONTHDAY=${days.join(',')}${last}`;
  }
  const frequency = { day: 'DAILY', week: 'WEEKLY', year: 'YEARLY' }[unit];
  return `FREQ=${frequency};INTERVAL=${every}`;
}

const plain = (date: IsoDate) => date.replaceAll('-', '');

/** Control characters other than line ends have no place in a content line. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

const longestLine = 75;

/** No line longer than 75 octets, and no character torn apart: a Chinese one has three. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let result = '';
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestLine) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
