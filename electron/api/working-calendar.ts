import { z } from 'zod';
import { today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { record } from '../../db/record.ts';
import { languages } from '../../db/types/language.ts';
import { holidayCountries } from '../../db/working-calendar/public-holiday.ts';
import {
  changeWorkingDay,
  chooseCountry,
  listWorkingCalendar,
  removeWorkingDay,
  resetWorkingDays,
} from '../../db/working-calendar/query.ts';
import { date, lineOrNull } from './field.ts';
import { bookProcedure, procedure, router } from './trpc.ts';

export const workingCalendarRouter = router({
  /** The book's special days around today. */
  read: bookProcedure
    .input(z.object({ language: z.enum(languages) }))
    .query(async ({ ctx: { book }, input }) =>
      listWorkingCalendar(book.db, await today(book), input.language),
    ),

  countries: procedure.query(() => holidayCountries()),

  /** @throws Failure record.invalid for a country nobody has a list of */
  choose: bookProcedure
    .input(z.object({ country: z.string().length(2).nullable() }))
    .mutation(async ({ ctx: { book }, input: { country } }) => {
      if (country !== null && !(await holidayCountries()).includes(country))
        throw new Failure('record.invalid', { reason: country });
      await record(book, { key: 'working-calendar.edit' }, (trx) => chooseCountry(trx, country));
    }),

  change: bookProcedure
    .input(z.object({ on: date, isWorking: z.boolean(), name: lineOrNull }))
    .mutation(({ ctx: { book }, input }) =>
      record(book, { key: 'working-calendar.edit' }, (trx) => changeWorkingDay(trx, input)),
    ),

  remove: bookProcedure.input(z.object({ on: date })).mutation(async ({ ctx: { book }, input }) => {
    const now = await today(book);
    await record(book, { key: 'working-calendar.edit' }, (trx) => removeWorkingDay(trx, input.on, now));
  }),

  reset: bookProcedure.mutation(({ ctx: { book } }) =>
    record(book, { key: 'working-calendar.reset' }, (trx) => resetWorkingDays(trx)),
  ),
});
