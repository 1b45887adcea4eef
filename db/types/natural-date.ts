import type { Interval } from '../task/rule.ts';
import { addDays, addMonths, endOfMonth, type IsoDate, isIsoDate, weekday } from './calendar.ts';
import { chineseNumberOf, englishNumber } from './natural-number.ts';

/** A day or a repetition found in a text, and where it stands there. */
export type NaturalDate = {
  readonly start: number;
  readonly end: number;
  readonly on: IsoDate;
  readonly interval: Interval | null;
};

/** Whether the text tells of what happened: decides which Monday a Monday is. */
export type Tense = 'past' | 'future';
type Context = { readonly today: IsoDate; readonly tense: Tense };
type Meaning = { on: IsoDate; interval?: Interval } | null;
type Rule = readonly [RegExp, (match: RegExpExecArray, context: Context) => Meaning];

const number = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)';
/** The abbreviations that are no other words: neither sat nor sun. */
const weekdayName = '(sunday|monday|mon|tuesday|tues?|wednesday|wed|thursday|thurs?|friday|fri|saturday)';
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const weekdayStarts = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const chineseNumber = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const chineseWeekdays = '日一二三四五六';

const rules: readonly Rule[] = [
  [/\bday after tomorrow\b/i, (_, { today }) => ({ on: addDays(today, 2) })],
  [/\bday before yesterday\b/i, (_, { today }) => ({ on: addDays(today, -2) })],
  [/\btomorrow\b/i, (_, { today }) => ({ on: addDays(today, 1) })],
  [/\byesterday\b/i, (_, { today }) => ({ on: addDays(today, -1) })],
  [/\b(today|tonight|this morning|this afternoon)\b/i, (_, { today }) => ({ on: today })],
  [
    words(`in ${number} (day|week|month|year)s?`),
    ([, n, unit], { today }) => shifted(today, englishNumber(n), unit),
  ],
  [
    words(`${number} (day|week|month|year)s? ago`),
    ([, n, unit], { today }) => shifted(today, -englishNumber(n), unit),
  ],
  [
    words(`every (?:${number} )?(day|week|month|year)s?`),
    ([, n, unit], { today }) => ({
      on: today,
      interval: { unit: unitOf(unit), every: englishNumber(n ?? 'a') },
    }),
  ],
  [
    words(`every ${weekdayName}`),
    ([, name], { today }) => ({
      on: weekdayFrom(today, englishWeekday(name), 'future'),
      interval: { unit: 'week', every: 1 },
    }),
  ],
  [words(`next ${weekdayName}`), ([, name], { today }) => ({ on: inWeek(today, englishWeekday(name), 1) })],
  [
    words(`last ${weekdayName}`),
    ([, name], { today }) => ({ on: weekdayFrom(today, englishWeekday(name), 'past') }),
  ],
  [
    words(`(?:this )?${weekdayName}`),
    ([, name], { today, tense }) => ({ on: weekdayFrom(today, englishWeekday(name), tense) }),
  ],
  [
    /\bnext (week|month|year)\b/i,
    ([, unit], { today }) =>
      unit?.toLowerCase() === 'week' ? { on: inWeek(today, 1, 1) } : shifted(today, 1, unit),
  ],
  [/\blast (week|month|year)\b/i, ([, unit], { today }) => shifted(today, -1, unit)],
  [
    /\b(?:the )?end of (?:the |this )?(week|month|year)\b/i,
    ([, unit], { today }) => ({ on: endOf(today, unit ?? '') }),
  ],
  [
    words(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthName}(?:,? (\\d{4}))?`),
    ([, day, month, year], context) => dated(year, englishMonth(month), day, context),
  ],
  [
    words(`${monthName} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
    ([, month, day, year], context) => dated(year, englishMonth(month), day, context),
  ],
  [
    /(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|号)?(?!\d)/,
    ([, year, month, day], context) => dated(year, Number(month), day, context),
  ],

  [/大后天/, (_, { today }) => ({ on: addDays(today, 3) })],
  [/大前天/, (_, { today }) => ({ on: addDays(today, -3) })],
  [/后天/, (_, { today }) => ({ on: addDays(today, 2) })],
  [/前天/, (_, { today }) => ({ on: addDays(today, -2) })],
  [/明[天日早晚]/, (_, { today }) => ({ on: addDays(today, 1) })],
  [/昨[天日晚]/, (_, { today }) => ({ on: addDays(today, -1) })],
  [/今[天日早晚]/, (_, { today }) => ({ on: today })],
  [
    new RegExp(`${chineseNumber}\\s*个?(天|日|周|星期|礼拜|月|年)(?:之|以)?(后|前)`),
    ([, n, unit, side], { today }) => shifted(today, (side === '前' ? -1 : 1) * chineseNumberOf(n), unit),
  ],
  [
    /每(?:个)?(?:周|星期|礼拜)([日天一二三四五六])/,
    ([, day], { today }) => ({
      on: weekdayFrom(today, chineseWeekday(day), 'future'),
      interval: { unit: 'week', every: 1 },
    }),
  ],
  [
    new RegExp(`每(?:隔)?${chineseNumber}?\\s*个?(天|日|周|星期|月|年)`),
    ([, n, unit], { today }) => ({
      on: today,
      interval: { unit: unitOf(unit), every: n ? chineseNumberOf(n) : 1 },
    }),
  ],
  [
    /(上上|上|本|这|下下|下)(?:个)?(?:周|星期|礼拜)([日天一二三四五六])/,
    ([, which, day], { today }) => ({ on: inWeek(today, chineseWeekday(day), weeksOf(which)) }),
  ],
  [
    /(?:周|星期|礼拜)([日天一二三四五六])/,
    ([, day], { today, tense }) => ({ on: nearWeekday(today, chineseWeekday(day), tense) }),
  ],
  [/下(?:个)?(?:周|星期)/, (_, { today }) => ({ on: inWeek(today, 1, 1) })],
  [/上(?:个)?(?:周|星期)/, (_, { today }) => ({ on: addDays(today, -7) })],
  [
    /(下|上|本|这)?个?月[底末]/,
    ([, which], { today }) => ({ on: endOfMonth(addMonths(today, weeksOf(which))) }),
  ],
  [/年底/, (_, { today }) => ({ on: endOf(today, 'year') })],
  [
    new RegExp(`${chineseNumber}月${chineseNumber}[日号]?`),
    ([, month, day], context) =>
      dated(undefined, chineseNumberOf(month), String(chineseNumberOf(day)), context),
  ],
  [
    new RegExp(`(下|上|本|这)个?月${chineseNumber}[日号]`),
    ([, which, day], { today }) => dayOf(addMonths(today, weeksOf(which)), chineseNumberOf(day)),
  ],
  [/下个?月/, (_, { today }) => ({ on: addMonths(today, 1) })],
  [/上个?月/, (_, { today }) => ({ on: addMonths(today, -1) })],
  [
    new RegExp(`${chineseNumber}[号]`),
    ([, day], { today, tense }) => nearDay(today, chineseNumberOf(day), tense),
  ],
  // 12/2 is February in London and December in Shanghai: only Chinese text says which.
  [
    /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/,
    ({ 1: month, 2: day, input }, context) =>
      /\p{Script=Han}/u.test(input) ? dated(undefined, Number(month), day, context) : null,
  ],
];

/** The first day the text speaks of, or null. Of two that begin at the same place the longer one is meant. */
export function findSpokenDate(text: string, today: IsoDate, tense: Tense): NaturalDate | null {
  let best: NaturalDate | null = null;
  for (const [pattern, meaning] of rules) {
    const match = pattern.exec(text);
    if (!match) continue;
    const found = meaning(match, { today, tense });
    if (found === null || !isIsoDate(found.on)) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    const isBetter =
      best === null || place.start < best.start || (place.start === best.start && place.end > best.end);
    // A phrase that contains the best one so far says more: "next Monday" over "Monday".
    if (
      isBetter ||
      (best !== null &&
        place.start <= best.start &&
        place.end >= best.end &&
        place.end - place.start > best.end - best.start)
    )
      best = { ...place, on: found.on, interval: found.interval ?? null };
  }
  return best;
}

function words(pattern: string): RegExp {
  return new RegExp(`\\b${pattern}\\b`, 'i');
}

function unitOf(stated: string | undefined): Interval['unit'] {
  const unit = (stated ?? '').toLowerCase();
  if (unit === 'day' || unit === '天' || unit === '日') return 'day';
  if (unit === 'month' || unit === '月') return 'month';
  return unit === 'year' || unit === '年' ? 'year' : 'week';
}

function shifted(today: IsoDate, count: number, stated: string | undefined): Meaning {
  const unit = unitOf(stated);
  if (unit === 'day' || unit === 'week') return { on: addDays(today, count * (unit === 'week' ? 7 : 1)) };
  return { on: addMonths(today, count * (unit === 'year' ? 12 : 1)) };
}

const englishWeekday = (name = '') => weekdayStarts.indexOf(name.slice(0, 3).toLowerCase());
const englishMonth = (name = '') => monthStarts.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const chineseWeekday = (day = '') => Math.max(chineseWeekdays.indexOf(day), 0);
const weeksOf = (which: string | undefined) => ({ 上上: -2, 上: -1, 下: 1, 下下: 2 })[which ?? ''] ?? 0;

/** Monday is the first day of the week, Sunday the last. */
function inWeek(today: IsoDate, day: number, weeks: number): IsoDate {
  const monday = addDays(today, -((weekday(today) + 6) % 7));
  return addDays(monday, weeks * 7 + ((day + 6) % 7));
}

/** The next such day after today, or the last one before it. */
function weekdayFrom(today: IsoDate, day: number, tense: Tense): IsoDate {
  const ahead = (day - weekday(today) + 7) % 7 || 7;
  return addDays(today, tense === 'future' ? ahead : ahead === 7 ? -7 : ahead - 7);
}

/** The day of this week, unless it lies on the wrong side of today. */
function nearWeekday(today: IsoDate, day: number, tense: Tense): IsoDate {
  const on = inWeek(today, day, 0);
  if (tense === 'future') return on < today ? addDays(on, 7) : on;
  return on > today ? addDays(on, -7) : on;
}

function endOf(today: IsoDate, unit: string): IsoDate {
  if (unit.toLowerCase() === 'week') return inWeek(today, 5, weekday(today) % 6 === 0 ? 1 : 0); // Friday
  return unit.toLowerCase() === 'month' ? endOfMonth(today) : `${today.slice(0, 4)}-12-31`;
}

/** A month and a day; without a year the nearest one on the side the text speaks of, a month's grace on the other. */
function dated(
  year: string | undefined,
  month: number,
  day: string | undefined,
  { today, tense }: Context,
): Meaning {
  const inYear = (of: number) => `${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== undefined) return { on: inYear(Number(year)) };
  const now = Number(today.slice(0, 4));
  const grace = addDays(today, tense === 'future' ? -30 : 30);
  const step = tense === 'future' ? 1 : -1;
  const years = Array.from({ length: 10 }, (_, at) => now + (at - 1) * step); // 29 February may be eight years away
  const on = years
    .map(inYear)
    .find((date) => isIsoDate(date) && (tense === 'future' ? date >= grace : date <= grace));
  return on === undefined ? null : { on };
}

function dayOf(month: IsoDate, day: number): Meaning {
  return { on: `${month.slice(0, 8)}${String(day).padStart(2, '0')}` };
}

function nearDay(today: IsoDate, day: number, tense: Tense): Meaning {
  const here = dayOf(today, day);
  if (!here) return null;
  if (tense === 'future' && here.on < today) return dayOf(addMonths(`${today.slice(0, 8)}01`, 1), day);
  if (tense === 'past' && here.on > today) return dayOf(addMonths(`${today.slice(0, 8)}01`, -1), day);
  return here;
}
