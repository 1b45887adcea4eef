import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import { isWeekday, type PublishedYear, type SpecialDay } from './rule.ts';

/**
 * The one door to what countries publish about their working days. China names its make-up days year by year, so its list
 * ends with the last year published; elsewhere holidays follow rules and every year is known. The lists are large and are
 * loaded when a country is first asked for.
 */
export async function publishedYear(
  country: string,
  year: number,
  language: Language,
): Promise<PublishedYear> {
  const key = `${country} ${year} ${language}`;
  let found = years.get(key);
  if (!found) {
    found = country === 'CN' ? await chineseYear(year, language) : await holidayYear(country, year, language);
    years.set(key, found);
  }
  return found;
}

const years = new Map<string, PublishedYear>();

/** Every country with a list, two letters each. */
export async function holidayCountries(): Promise<string[]> {
  const { default: Holidays } = await import('date-holidays');
  return Object.keys(new Holidays().getCountries()).toSorted();
}

async function chineseYear(year: number, language: Language): Promise<PublishedYear> {
  const { default: chineseDays } = await import('chinese-days');
  const days = datesOf(year).flatMap((on): SpecialDay[] => {
    const { work, name } = chineseDays.getDayDetail(on);
    // A holiday's name is `National Day,国庆节,3`, a usual day's the English weekday.
    const [english, chinese] = name.split(',');
    if (chinese === undefined || work === isWeekday(on)) return [];
    return [{ on, isWorking: work, name: (language === 'en' ? english : chinese) ?? null }];
  });
  return { year, isKnown: days.length > 0, days };
}

async function holidayYear(country: string, year: number, language: Language): Promise<PublishedYear> {
  const { default: Holidays } = await import('date-holidays');
  const holidays = new Holidays(country).getHolidays(year, language === 'en' ? 'en' : 'zh');
  const days = new Map<IsoDate, SpecialDay>();
  for (const { date, start, end, type, name } of holidays) {
    if (type !== 'public') continue;
    const whole = Math.floor((end.getTime() - start.getTime()) / day + 0.4); // summer time takes or gives an hour
    for (let at = 0; at < whole; at += 1) {
      const on = addDays(date.slice(0, 10), at);
      if (isWeekday(on)) days.set(on, { on, isWorking: false, name });
    }
  }
  return { year, isKnown: true, days: [...days.values()] };
}

const day = 86_400_000;

function datesOf(year: number): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let on = `${year}-01-01`; on.startsWith(`${year}-`); on = addDays(on, 1)) dates.push(on);
  return dates;
}
