import { addDays, addMonths, daysBetween, type IsoDate } from '../types/calendar.ts';

/** What is to be done from a day to a day, either of them unknown. */
export type Dated = { readonly id: number; readonly fromOn: IsoDate | null; readonly toOn: IsoDate | null };

/** Where a bar begins and how long it is, as parts of the whole width, 0 to 1. */
export type RoadmapBar = { readonly id: number; readonly start: number; readonly length: number };

export type Roadmap = {
  /** The first day of each month that is written below the bars, and where it stands, 0 to 1. */
  readonly months: readonly { readonly on: IsoDate; readonly at: number }[];
  /** One for each that has a day, in the order given. With one day only it is a bar of that day. */
  readonly bars: readonly RoadmapBar[];
  /** How many have no day at all. */
  readonly undated: number;
};

/** More names of months than this do not fit beside each other. */
const mostMonths = 12;

/** Bars by date over whole months, from the month of the first day to that of the last, both included. */
export function roadmap(dated: readonly Dated[]): Roadmap {
  const spans = dated.flatMap(({ id, fromOn, toOn }) => {
    const from = fromOn ?? toOn;
    return from === null ? [] : [{ id, from, to: toOn ?? from }];
  });
  const undated = dated.length - spans.length;
  const [first] = spans.map(({ from }) => from).sort();
  const last = spans
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return { months: [], bars: [], undated };
  const begins = `${first.slice(0, 7)}-01`;
  const ends = addMonths(`${last.slice(0, 7)}-01`, 1);
  const days = daysBetween(begins, ends);
  const at = (day: IsoDate) => daysBetween(begins, day) / days;
  const months: IsoDate[] = [];
  for (let month = begins; month < ends; month = addMonths(month, 1)) months.push(month);
  const every = Math.ceil(months.length / mostMonths);
  return {
    months: months.filter((_, index) => index % every === 0).map((on) => ({ on, at: at(on) })),
    bars: spans.map(({ id, from, to }) => ({ id, start: at(from), length: at(addDays(to, 1)) - at(from) })),
    undated,
  };
}
