import { addDays, type IsoDate } from '../types/calendar.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../working-calendar/working-day.ts';

export const onboardingTasks = [
  'prepare-kickoff',
  'hold-kickoff',
  'send-recap',
  'confirm-goal',
  'review-month',
] as const;
export type OnboardingTask = (typeof onboardingTasks)[number];

/** When each is due, never before today. @param kickoffBy the last day for the kickoff */
export function onboardingDays(
  kickoffBy: IsoDate,
  today: IsoDate,
  calendar: WorkingCalendar,
): Readonly<Record<OnboardingTask, IsoDate>> {
  const fromToday = (day: IsoDate) => (day < today ? today : day);
  return {
    'prepare-kickoff': fromToday(workingDayBefore(kickoffBy, calendar)),
    'hold-kickoff': fromToday(kickoffBy),
    'send-recap': fromToday(addWorkingDays(kickoffBy, 1, calendar)),
    'confirm-goal': fromToday(addWorkingDays(kickoffBy, 5, calendar)),
    'review-month': fromToday(addWorkingDays(addDays(kickoffBy, 30), 0, calendar)),
  };
}

function workingDayBefore(date: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = addDays(date, -1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}
