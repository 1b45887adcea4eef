import { expect, test } from 'vitest';
import { holidayCountries, publishedYear } from './public-holiday.ts';
import { countingCalendar, listCalendar } from './rule.ts';
import { addWorkingDays, isWorkingDay } from './working-day.ts';

const calendarIn = async (country: string, year: number) =>
  countingCalendar(listCalendar(country, [await publishedYear(country, year, 'en')], []));

test.each([
  ['CN', '2026-10-01', false, 'National Day'],
  ['CN', '2026-10-10', true, 'the Saturday that makes up for it'],
  ['CN', '2026-02-14', true, 'a Saturday before the Spring Festival'],
  ['CN', '2026-10-04', false, 'a Sunday within a holiday'],
  ['CN', '2026-11-23', true, 'a usual Monday'],
  ['DE', '2026-10-03', false, 'a holiday on a Saturday'],
  ['DE', '2026-04-06', false, 'Easter Monday'],
  ['US', '2026-11-26', false, 'Thanksgiving'],
  ['SA', '2026-03-22', false, 'the last of several days'],
])('%s %s is worked: %s (%s)', async (country, on, isWorking) => {
  expect(isWorkingDay(on, await calendarIn(country, Number(on.slice(0, 4))))).toBe(isWorking);
});

test('five working days from the last one before the October holiday of 2026 end after its make-up day', async () => {
  expect(addWorkingDays('2026-09-30', 3, await calendarIn('CN', 2026))).toBe('2026-10-10');
});

test('a year China has not published is not guessed', async () => {
  expect(await publishedYear('CN', 2090, 'en')).toEqual({ year: 2090, isKnown: false, days: [] });
});

test('names are those of the language', async () => {
  const nameOf = async (language: 'en' | 'zh-CN') =>
    (await publishedYear('CN', 2026, language)).days.find(({ on }) => on === '2026-10-01')?.name;
  expect([await nameOf('en'), await nameOf('zh-CN')]).toEqual(['National Day', '国庆节']);
});

test('the countries are told by two letters', async () => {
  const countries = await holidayCountries();
  expect(countries).toEqual(expect.arrayContaining(['CN', 'DE', 'US', 'SG']));
  for (const country of countries) expect(country).toMatch(/^[A-Z]{2}$/);
});
