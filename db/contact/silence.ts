import { addDays, daysBetween, type IsoDate } from '../types/calendar.ts';

/** Without a rhythm of its own, a contact not talked to for longer than this is silent (domain.md 1). */
export const usualSilenceDays = 30;
/** Touches from which a rhythm can be told: two gaps have a middle. */
export const leastTouches = 3;
/** How many of its usual gaps a contact may be quiet for, and the fewest days for it: weekly talks miss one now and then. */
const toleratedGaps = 2;
const leastLimitDays = 7;

/**
 * How long a contact has been quiet, against how often it used to be talked to. The one definition of "silent".
 * Users: contact/people-query.ts (the account's card), account/status-query.ts (Today's silent sponsors and quiet accounts).
 */
export type ContactSilence = {
  /** Days since the last touch; null when there was none. */
  readonly days: number | null;
  /** The median gap between its touches, in days; null with fewer than `leastTouches`. */
  readonly medianGapDays: number | null;
  readonly touches: number;
  /** Quiet for more days than this is silent: twice the median gap and at least 7, or else 30. */
  readonly limitDays: number;
  /** Never touched is silent too. */
  readonly isSilent: boolean;
  /** The first day on which it is silent unless it is touched again; null where it never was. */
  readonly silentFrom: IsoDate | null;
};

/** @param touches the days of talks with the contact, in any order, twice on one day is once; days to come don't count */
export function contactSilence(touches: readonly IsoDate[], today: IsoDate): ContactSilence {
  const days = [...new Set(touches.filter((day) => day <= today))].toSorted();
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  const medianGapDays = days.length < leastTouches ? null : median(gaps);
  const limitDays =
    medianGapDays === null ? usualSilenceDays : Math.max(leastLimitDays, toleratedGaps * medianGapDays);
  const last = days.at(-1);
  const quiet = last === undefined ? null : daysBetween(last, today);
  return {
    days: quiet,
    medianGapDays,
    touches: days.length,
    limitDays,
    isSilent: quiet === null || quiet > limitDays,
    silentFrom: last === undefined ? null : addDays(last, limitDays + 1),
  };
}

export type AccountSilence = {
  /** Of the sponsors the one that becomes silent last; null without a sponsor. */
  readonly sponsor: { readonly id: number; readonly touchedOn: IsoDate | null } | null;
  /** The first day on which that sponsor is silent; null where no sponsor was ever touched. */
  readonly sponsorSilentFrom: IsoDate | null;
  /**
   * The first day on which everybody at the account is silent, each by their own rhythm, and nothing was noted about it for 30
   * days either; null where there was never a touch.
   */
  readonly quietFrom: IsoDate | null;
};

/** @param lastTouchedOn the last touch of the account, whoever it was with */
export function accountSilence(
  contacts: readonly {
    readonly id: number;
    readonly isSponsor: boolean;
    readonly touches: readonly IsoDate[];
  }[],
  lastTouchedOn: IsoDate | null,
  today: IsoDate,
): AccountSilence {
  const known = contacts.map((contact) => ({
    ...contact,
    silentFrom: contactSilence(contact.touches, today).silentFrom,
  }));
  const sponsor = known
    .filter(({ isSponsor }) => isSponsor)
    .reduce<(typeof known)[number] | null>(
      (last, each) => (last === null || (each.silentFrom ?? '') > (last.silentFrom ?? '') ? each : last),
      null,
    );
  const quiet = [
    ...known.flatMap(({ silentFrom }) => silentFrom ?? []),
    ...(lastTouchedOn === null ? [] : [addDays(lastTouchedOn, usualSilenceDays + 1)]),
  ];
  return {
    sponsor: sponsor && {
      id: sponsor.id,
      touchedOn:
        sponsor.touches
          .filter((day) => day <= today)
          .toSorted()
          .at(-1) ?? null,
    },
    sponsorSilentFrom: sponsor?.silentFrom ?? null,
    quietFrom: quiet.toSorted().at(-1) ?? null,
  };
}

/** The middle, or the mean of the two middle ones. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
