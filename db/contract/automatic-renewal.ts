import { addDays, type IsoDate } from '../types/calendar.ts';

type RenewingContract = {
  readonly id: number;
  readonly line: string | null;
  readonly startOn: IsoDate;
  readonly endOn: IsoDate | null;
  readonly isTrial: boolean;
  readonly renewsId: number | null;
  /** Marked as renewing automatically, and no notice recorded. */
  readonly renewsItself: boolean;
};

/**
 * The last day of a contract that renews itself: for its own term again and again until notice, so there is none, unless a
 * later contract of the account follows it, by link or in the same product line, and takes over on the day it starts.
 */
export function automaticEnd(contract: RenewingContract, others: readonly RenewingContract[]): IsoDate | null {
  const { id, line, endOn, renewsItself, isTrial } = contract;
  if (endOn === null || !renewsItself || isTrial) return endOn;
  const followers = others.filter(
    (other) =>
      !other.isTrial &&
      other.id !== id &&
      (other.renewsId === id || (sameLine(other.line, line) && other.startOn > endOn)),
  );
  const next = followers.map(({ startOn }) => startOn).sort()[0];
  if (next === undefined) return null;
  return next > endOn ? addDays(next, -1) : endOn;
}

function sameLine(a: string | null, b: string | null): boolean {
  return (a?.trim().toLowerCase() ?? '') === (b?.trim().toLowerCase() ?? '');
}
