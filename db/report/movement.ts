import { type DayNumber, monthOfDay, noEnd } from './month.ts';
import type { ReportPolicies } from './policy.ts';
import type { Span } from './subscription.ts';
import type { Timeline } from './timeline.ts';

/** What can move a customer's MRR; the exchange rate moves it too and is a line of its own. */
export const movementKinds = ['new', 'expansion', 'contraction', 'churned', 'reactivated'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** One movement of one customer in a month, as a positive amount in minor units of the report's currency. */
export type Movement = {
  /** Of the timeline; 1 is its first month. */
  readonly place: number;
  readonly kind: MovementKind;
  readonly minor: number;
  /** Came and went within this month, or went and came back: counted both ways and listed. */
  readonly isWithinMonth: boolean;
};

/** A customer over the months of a timeline, or the part of one inside a slice. */
export type CustomerMonths = {
  readonly accountId: number;
  readonly spans: readonly Span[];
  /** MRR at each place's last day, minor units of the report's currency. */
  readonly mrr: Float64Array;
  /** What the exchange rate alone did in each month. */
  readonly exchange: Float64Array;
  /** 1 where it is a customer at the place's last day; one that pauses is one at 0. */
  readonly isCustomer: Uint8Array;
  readonly movements: readonly Movement[];
  /** Per currency: MRR at each place in minor units of it, for constant-currency views. */
  readonly local: ReadonlyMap<string, Float64Array>;
  /** Whether any of it is in another currency than the report's. */
  readonly isConverted: boolean;
  /** The first day it paid; the sign-up cohort is its month. */
  readonly since: DayNumber | null;
};

type Spell = { readonly from: DayNumber; readonly to: DayNumber };

/**
 * What one customer's MRR did, month by month. A month counts what is live on its last day; the opening is the closing of the
 * month before at this month's rate, the difference is the exchange effect. A customer starts on the first day it pays and
 * churns on the day after its last: both within one month are two movements. Everything else in a month is one movement,
 * expansion or contraction, by what was paid in contract currencies, so that the report's currency changes no class.
 */
export function customerMonths(
  accountId: number,
  spans: readonly Span[],
  timeline: Timeline,
  policies: Pick<ReportPolicies, 'pauseDays' | 'sameMonth' | 'reactivationDays'>,
): CustomerMonths {
  const places = timeline.length + 1;
  const mrr = new Float64Array(places);
  const carried = new Float64Array(places);
  const local = new Map<string, Float64Array>();
  for (const span of spans) if (span.minor > 0) addSpan(span, timeline, mrr, carried, local);
  const exchange = new Float64Array(places);
  for (let place = 1; place < places; place++)
    exchange[place] = (carried[place] ?? 0) - (mrr[place - 1] ?? 0);
  const isCustomer = new Uint8Array(places);
  const movements: Movement[] = [];
  const paid = paidSpells(spans, policies.pauseDays);
  const spells = policies.sameMonth === 'both' ? paid : withoutMonths(paid);
  const first = timeline.first - 1;
  for (const [at, spell] of spells.entries()) {
    const came = monthOfDay(spell.from) - first;
    const left = spell.to >= noEnd ? places : monthOfDay(spell.to + 1) - first;
    const before = spells[at - 1];
    const kind = before && !isLate(before, spell, policies.reactivationDays) ? 'reactivated' : 'new';
    if (came === left) {
      if (came < 1 || came >= places) continue;
      const minor = amountOn(spell.to, spans, timeline, came);
      movements.push({ place: came, kind, minor, isWithinMonth: true });
      movements.push({ place: came, kind: 'churned', minor, isWithinMonth: true });
      continue;
    }
    const cameBack = before !== undefined && monthOfDay(before.to + 1) - first === came;
    for (let place = Math.max(0, came); place < Math.min(places, left); place++) {
      isCustomer[place] = 1;
      if (place === 0) continue;
      if (place > came) pushChange(movements, place, mrr, carried, local, timeline);
      else movements.push({ place, kind, minor: mrr[place] ?? 0, isWithinMonth: cameBack });
    }
    const next = spells[at + 1];
    const comesBack = next !== undefined && monthOfDay(next.from) - first === left;
    if (left >= 1 && left < places)
      movements.push({ place: left, kind: 'churned', minor: carried[left] ?? 0, isWithinMonth: comesBack });
  }
  const isConverted = [...local.keys()].some((currency) => currency !== timeline.currency);
  const since = paid[0]?.from ?? null;
  return { accountId, spans, mrr, exchange, isCustomer, movements, local, isConverted, since };
}

function addSpan(
  { from, to, minor, currency }: Span,
  timeline: Timeline,
  mrr: Float64Array,
  carried: Float64Array,
  local: Map<string, Float64Array>,
): void {
  const first = timeline.first - 1;
  const start = Math.max(0, monthOfDay(from) - first);
  // The last place whose last day the span covers.
  const end = to >= noEnd ? mrr.length - 1 : Math.min(mrr.length - 1, monthOfDay(to + 1) - 1 - first);
  if (end < start) return;
  const { toReport } = timeline.factorsOf(currency);
  let own = local.get(currency);
  if (!own) {
    own = new Float64Array(mrr.length);
    local.set(currency, own);
  }
  for (let place = start; place <= end; place++) {
    own[place] = (own[place] ?? 0) + minor;
    mrr[place] = (mrr[place] ?? 0) + (toReport ? Math.round(minor * (toReport[place] ?? 0)) : minor);
    const after = place + 1;
    if (after < mrr.length)
      carried[after] =
        (carried[after] ?? 0) + (toReport ? Math.round(minor * (toReport[after] ?? 0)) : minor);
  }
}

function pushChange(
  movements: Movement[],
  place: number,
  mrr: Float64Array,
  carried: Float64Array,
  local: ReadonlyMap<string, Float64Array>,
  timeline: Timeline,
): void {
  const sign = changeSign(place, local, timeline);
  if (sign === 0) return;
  const difference = (mrr[place] ?? 0) - (carried[place] ?? 0);
  movements.push({
    place,
    kind: sign > 0 ? 'expansion' : 'contraction',
    minor: sign > 0 ? difference : -difference,
    isWithinMonth: false,
  });
}

/** Up or down in contract currencies; where several moved against each other, by their worth in the base currency. */
function changeSign(place: number, local: ReadonlyMap<string, Float64Array>, timeline: Timeline): number {
  let ups = 0;
  let downs = 0;
  let worth = 0;
  for (const [currency, own] of local) {
    const change = (own[place] ?? 0) - (own[place - 1] ?? 0);
    if (change > 0) ups++;
    else if (change < 0) downs++;
    if (change !== 0) worth += change * (timeline.factorsOf(currency).toBase[place] ?? 0);
  }
  if (ups === 0 || downs === 0) return ups - downs;
  return Math.sign(worth);
}

function amountOn(day: DayNumber, spans: readonly Span[], timeline: Timeline, place: number): number {
  let sum = 0;
  for (const { from, to, minor, currency } of spans) {
    if (from > day || to < day || minor === 0) continue;
    const { toReport } = timeline.factorsOf(currency);
    sum += toReport ? Math.round(minor * (toReport[place] ?? 0)) : minor;
  }
  return sum;
}

function isLate(before: Spell, spell: Spell, days: number | null): boolean {
  return days !== null && spell.from - before.to - 1 > days;
}

/** Absences that begin and end within one month closed, and spells that do left out: nobody was there at a month's end. */
function withoutMonths(spells: readonly Spell[]): Spell[] {
  const joined: { from: DayNumber; to: DayNumber }[] = [];
  for (const spell of spells) {
    const last = joined.at(-1);
    if (last && monthOfDay(last.to + 1) === monthOfDay(spell.from)) last.to = spell.to;
    else joined.push({ ...spell });
  }
  return joined.filter(({ from, to }) => to >= noEnd || monthOfDay(from) !== monthOfDay(to + 1));
}

/** The days on which it is a customer, runs that touch joined. A pause counts for so many days from its first. */
function paidSpells(spans: readonly Span[], pauseDays: number): Spell[] {
  const spells: { from: DayNumber; to: DayNumber }[] = [];
  let open: { from: DayNumber; to: DayNumber } | null = null;
  for (const span of spans) {
    // A pause keeps a customer, it makes none.
    const to = span.minor > 0 ? span.to : Math.min(span.to, span.from + pauseDays - 1);
    if (to < span.from) continue;
    if (open !== null && span.from <= open.to + 1) open.to = Math.max(open.to, to);
    else if (span.minor > 0) {
      open = { from: span.from, to };
      spells.push(open);
    }
  }
  return spells;
}
