import { useTranslation } from 'react-i18next';
import type { TodayEntry } from '../../../db/today/rule.ts';

/** Why an entry is on the list, as a sentence. */
export function useReason(): (entry: TodayEntry) => string {
  const { t } = useTranslation();
  return ({ reason, days, on, subject }) => {
    const key = reason === 'nobody-touched' && on === null ? 'never-touched' : reason;
    const sponsorKey = key === 'sponsor-silent' && on === null ? 'sponsor-never' : key;
    return t(`today.reason.${sponsorKey}`, { count: days ?? 0, date: on ?? '', name: subject ?? '' });
  };
}
