import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { countingCalendar } from '../../db/working-calendar/rule.ts';
import { type WorkingCalendar, weekendsOnly } from '../../db/working-calendar/working-day.ts';
import { api } from './api.ts';
import { useFormat } from './format.ts';

/** What working days of the open book are counted by; Monday to Friday until its days have arrived. */
export function useWorkingCalendar(): WorkingCalendar {
  const { language } = useFormat();
  const { data } = useQuery(api.workingCalendar.read.queryOptions({ language }));
  return useMemo(() => (data ? countingCalendar(data) : weekendsOnly), [data]);
}
