import { firstDayOf, lastDayOf } from './month.ts';
import type { CustomerMonths, Movement } from './movement.ts';
import type { Timeline } from './timeline.ts';

/** Why a movement happened, as far as the subscriptions say. */
export const movementReasons = [
  'first-subscription',
  'further-subscription',
  'price-rise',
  'resumed',
  'subscription-ended',
  'price-cut',
  'paused',
  'last-subscription-ended',
  'pause-too-long',
  'came-back',
  'came-back-late',
  'several',
] as const;
export type MovementReason = (typeof movementReasons)[number];

/** The reason of a movement: what began, ended or changed its price in its month. */
export function reasonOf(
  customer: CustomerMonths,
  { place, kind }: Movement,
  timeline: Timeline,
): MovementReason {
  const month = timeline.first - 1 + place;
  const opening = firstDayOf(month) - 1;
  const closing = lastDayOf(month);
  if (kind === 'reactivated') return 'came-back';
  if (kind === 'new')
    return customer.since !== null && customer.since < firstDayOf(month)
      ? 'came-back-late'
      : 'first-subscription';
  const at = (day: number) => {
    const live = customer.spans.filter(({ from, to }) => from <= day && day <= to);
    return new Map(live.map(({ subscriptionId, minor }) => [subscriptionId, minor]));
  };
  const before = at(opening);
  const after = at(closing);
  if (kind === 'churned')
    return [...before.values()].some((minor) => minor > 0) || before.size === 0
      ? 'last-subscription-ended'
      : 'pause-too-long';
  const reasons = new Set<MovementReason>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const reason = changeReason(before.get(id), after.get(id));
    if (reason !== null && rises.has(reason) === (kind === 'expansion')) reasons.add(reason);
  }
  const [only] = reasons;
  return reasons.size === 1 && only ? only : 'several';
}

const rises: ReadonlySet<MovementReason> = new Set(['further-subscription', 'price-rise', 'resumed']);

function changeReason(was: number | undefined, is: number | undefined): MovementReason | null {
  if (was === undefined) return is === undefined || is === 0 ? null : 'further-subscription';
  if (is === undefined) return was === 0 ? null : 'subscription-ended';
  if (was === is) return null;
  if (was === 0) return 'resumed';
  if (is === 0) return 'paused';
  return is > was ? 'price-rise' : 'price-cut';
}
