import { addDays, daysBetween, type IsoDate } from '../../../db/types/calendar.ts';

type Windows = {
  readonly startOn: IsoDate;
  readonly onboardingFrom: IsoDate;
  readonly onboardingTo: IsoDate;
  readonly renewalFrom: IsoDate | null;
  readonly endOn: IsoDate | null;
};

/** A stage of a line with its length in days and the share of it that is past, 0 to 1. */
export type LifecycleSpan = {
  readonly stage: 'onboarding' | 'growth' | 'renewal';
  readonly days: number;
  readonly past: number;
};

/** Days drawn of a line that has no end. */
const openDays = 365;

/** The stages of one line to be drawn side by side; those without a day are left out. Today counts as past. */
export function lifecycleSpans(line: Windows, today: IsoDate): LifecycleSpan[] {
  const start = firstDay(line);
  const horizon = addDays(today > line.onboardingTo ? today : line.onboardingTo, openDays);
  const after = line.endOn === null ? horizon : addDays(line.endOn, 1);
  const renewal = line.renewalFrom ?? after;
  const growth = clamp(addDays(line.onboardingTo, 1), start, renewal);
  return [
    span('onboarding', start, growth, today),
    span('growth', growth, renewal, today),
    span('renewal', renewal, after, today),
  ].filter(({ days }) => days > 0);
}

/** A payment before the first day begins the onboarding. */
function firstDay({ startOn, onboardingFrom }: Windows): IsoDate {
  return daysBetween(startOn, onboardingFrom) < 0 ? onboardingFrom : startOn;
}

function span(stage: LifecycleSpan['stage'], from: IsoDate, before: IsoDate, today: IsoDate): LifecycleSpan {
  const days = daysBetween(from, before);
  const elapsed = daysBetween(from, today) + 1;
  return { stage, days, past: days > 0 ? Math.min(Math.max(elapsed / days, 0), 1) : 0 };
}

function clamp(date: IsoDate, earliest: IsoDate, latest: IsoDate): IsoDate {
  if (date < earliest) return earliest;
  return date > latest ? latest : date;
}
