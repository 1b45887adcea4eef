import type { Reader, Writer } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import { publishedYear } from './public-holiday.ts';
import {
  countingCalendar,
  isWeekday,
  type ListedCalendar,
  listCalendar,
  type PublishedYear,
  type SpecialDay,
} from './rule.ts';
import type { WorkingCalendar } from './working-day.ts';

/** Years before and after a day whose holidays are at hand: deadlines are counted in days, plans reach into next year. */
const yearsAround = 2;

/** The special days of the book around a day, named in a language. */
export async function listWorkingCalendar(
  db: Reader,
  today: IsoDate,
  language: Language,
): Promise<ListedCalendar> {
  const country = await chosenCountry(db);
  const changes = await db.selectFrom('working_day_change').selectAll().orderBy('day').execute();
  const published: PublishedYear[] = [];
  if (country !== null) {
    const year = Number(today.slice(0, 4));
    for (let each = year - yearsAround; each <= year + yearsAround; each += 1)
      published.push(await publishedYear(country, each, language));
  }
  return listCalendar(
    country,
    published,
    changes.map(({ day, is_working, name }) => ({ on: day, isWorking: is_working === 1, name })),
  );
}

/** What working days of this book are counted by. */
export async function workingCalendar(db: Reader, today: IsoDate): Promise<WorkingCalendar> {
  return countingCalendar(await listWorkingCalendar(db, today, 'en'));
}

/** Null counts Monday to Friday. */
export async function chooseCountry(trx: Writer, country: string | null): Promise<void> {
  await trx
    .insertInto('working_calendar')
    .values({ id: 1, country })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ country }))
    .execute();
}

/** Says for one day what holds in this book, whatever its country says. */
export async function changeWorkingDay(trx: Writer, { on, isWorking, name }: SpecialDay): Promise<void> {
  const row = { is_working: isWorking ? (1 as const) : (0 as const), name };
  await trx
    .insertInto('working_day_change')
    .values({ day: on, ...row })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
    .execute();
}

/**
 * Takes a special day away: one of the book's own goes, one of the country's becomes what its weekday is.
 * @param today around which the country's days are at hand
 */
export async function removeWorkingDay(trx: Writer, on: IsoDate, today: IsoDate): Promise<void> {
  await trx.deleteFrom('working_day_change').where('day', '=', on).execute();
  const { days } = await listWorkingCalendar(trx, today, 'en');
  if (days.some((day) => day.on === on))
    await changeWorkingDay(trx, { on, isWorking: isWeekday(on), name: null });
}

/** The country's days again, without any of the book's own. */
export async function resetWorkingDays(trx: Writer): Promise<void> {
  await trx.deleteFrom('working_day_change').execute();
}

async function chosenCountry(db: Reader): Promise<string | null> {
  const row = await db.selectFrom('working_calendar').select('country').executeTakeFirst();
  return row?.country ?? null;
}
