import { addToMonth, type Month, monthOf, monthOfDay } from './month.ts';
import { type CustomerMonths, customerMonths } from './movement.ts';
import type { ReportPolicies } from './policy.ts';
import type { ReportSlice, SliceDimension, Stretch } from './slice.ts';
import { type Span, type Subscription, type SubscriptionProblem, spansOf } from './subscription.ts';
import { monthAt, placeOf, type RateTable, type Timeline, timeline } from './timeline.ts';
import { Totals } from './totals.ts';

export type ReportAccount = {
  readonly id: number;
  readonly name: string;
  /** By dimension, as of the report's day; what is missing has none. */
  readonly values: Readonly<Partial<Record<SliceDimension, string | null>>>;
};

export type ReportFacts = {
  readonly accounts: ReadonlyMap<number, ReportAccount>;
  readonly subscriptions: Map<number, readonly Subscription[]>;
  readonly table: RateTable;
  /** Which value an account had when, by dimension; asked for only by the policy that counts membership as it was. */
  readonly history: ReadonlyMap<SliceDimension, ReadonlyMap<number, readonly Stretch[]>>;
};

export type ReportRange = { readonly from: Month; readonly to: Month; readonly currency: string };

/** A currency that had no rate in a month: what it would have counted is left out and named. */
export type MissingRate = {
  readonly problem: 'no-rate';
  readonly accountId: number;
  readonly currency: string;
  readonly months: readonly Month[];
  /** The largest month's amount, in minor units of its own currency. */
  readonly monthlyMinor: number;
};
export type ReportProblem = SubscriptionProblem | MissingRate;

/** Months before the range that the engine counts too: what twelve-month retention and year-on-year look back on. */
export const lead = 12;

type Counted = { readonly spans: readonly Span[]; readonly problems: readonly SubscriptionProblem[] };

/**
 * The book's movements, counted once: per customer, then summed for the whole and for every slice that is asked for. When an
 * account's subscriptions change, it alone is counted again and every sum corrected by the difference.
 */
export class ReportEngine {
  readonly timeline: Timeline;
  /** Of the timeline: the first and the last month of the range. */
  readonly firstPlace: number;
  readonly lastPlace: number;
  readonly policies: ReportPolicies;
  readonly range: ReportRange;
  readonly #facts: ReportFacts;
  readonly #accounts: Map<number, ReportAccount>;
  readonly #counted = new Map<number, Counted>();
  readonly #customers = new Map<number, CustomerMonths>();
  readonly #lines = new Map<number, ReadonlyMap<string, CustomerMonths>>();
  readonly #bySlice = new Map<SliceDimension, Map<string | null, Totals>>();
  #totals: Totals | null = null;

  constructor(facts: ReportFacts, range: ReportRange, policies: ReportPolicies) {
    this.#facts = facts;
    this.#accounts = new Map(facts.accounts);
    this.range = range;
    this.policies = policies;
    this.timeline = timeline(
      addToMonth(range.from, -lead),
      range.to,
      range.currency,
      facts.table,
      policies.currencyView === 'constant' ? range.to : null,
    );
    this.firstPlace = lead + 1;
    this.lastPlace = this.timeline.length;
    for (const [accountId, subscriptions] of facts.subscriptions) this.#count(accountId, subscriptions);
  }

  account(id: number): ReportAccount | null {
    return this.#accounts.get(id) ?? null;
  }

  place(month: Month): number {
    return placeOf(this.timeline, month);
  }

  month(place: number): Month {
    return monthAt(this.timeline, place);
  }

  /** Every customer inside the slices, each cut to its part in them; without slices the whole book. */
  customers(slices: readonly ReportSlice[] = []): CustomerMonths[] {
    if (slices.length === 0) return [...this.#customers.values()];
    if (slices.every((slice) => !this.#cutsSpans(slice)))
      return [...this.#customers.values()].filter((customer) =>
        slices.every(({ dimension, value }) => sameValue(this.#valueOf(dimension, customer), value)),
      );
    const found: CustomerMonths[] = [];
    for (const customer of this.#customers.values()) {
      let spans = customer.spans;
      for (const slice of slices) spans = this.#within(customer, spans, slice);
      if (spans.length === 0) continue;
      found.push(
        spans.length === customer.spans.length && spans.every((span, at) => span === customer.spans[at])
          ? customer
          : customerMonths(customer.accountId, spans, this.timeline, this.policies),
      );
    }
    return found;
  }

  totals(slices: readonly ReportSlice[] = []): Totals {
    if (slices.length > 0) return summed(this.customers(slices), this.timeline);
    this.#totals ??= summed(this.#customers.values(), this.timeline);
    return this.#totals;
  }

  /** The totals of every value of a dimension. Levels and net new of the parts add up to the whole. */
  bySlice(dimension: SliceDimension): ReadonlyMap<string | null, Totals> {
    let parts = this.#bySlice.get(dimension);
    if (!parts) {
      parts = new Map();
      this.#bySlice.set(dimension, parts);
      for (const customer of this.#customers.values()) this.#addParts(parts, dimension, customer, 1);
    }
    return parts;
  }

  /** Counts one account again after its subscriptions changed. */
  replace(account: ReportAccount, subscriptions: readonly Subscription[]): void {
    const before = this.#customers.get(account.id);
    if (before) this.#correct(before, -1);
    this.#accounts.set(account.id, account);
    this.#customers.delete(account.id);
    this.#lines.delete(account.id);
    this.#counted.delete(account.id);
    this.#count(account.id, subscriptions);
    const after = this.#customers.get(account.id);
    if (after) this.#correct(after, 1);
  }

  problems(): ReportProblem[] {
    const found: ReportProblem[] = [];
    for (const { problems } of this.#counted.values()) found.push(...problems);
    for (const { accountId, local } of this.#customers.values())
      for (const [currency, own] of local) {
        const places = this.timeline
          .factorsOf(currency)
          .missing.filter((place) => place >= this.firstPlace && (own[place] ?? 0) !== 0);
        if (places.length > 0)
          found.push({
            problem: 'no-rate',
            accountId,
            currency,
            months: places.map((place) => this.month(place)),
            monthlyMinor: Math.max(...places.map((place) => own[place] ?? 0)),
          });
      }
    return found;
  }

  #count(accountId: number, subscriptions: readonly Subscription[]): void {
    const counted = spansOf(subscriptions, this.policies);
    this.#counted.set(accountId, counted);
    if (counted.spans.length > 0)
      this.#customers.set(accountId, customerMonths(accountId, counted.spans, this.timeline, this.policies));
  }

  #correct(customer: CustomerMonths, sign: 1 | -1): void {
    this.#totals?.add(customer, sign);
    for (const [dimension, parts] of this.#bySlice) this.#addParts(parts, dimension, customer, sign);
  }

  #addParts(
    parts: Map<string | null, Totals>,
    dimension: SliceDimension,
    customer: CustomerMonths,
    sign: 1 | -1,
  ): void {
    for (const [value, part] of this.#partsOf(dimension, customer)) {
      let totals = parts.get(value);
      if (!totals) {
        totals = new Totals(this.timeline);
        parts.set(value, totals);
      }
      totals.add(part, sign);
    }
  }

  #partsOf(dimension: SliceDimension, customer: CustomerMonths): Iterable<[string | null, CustomerMonths]> {
    if (dimension === 'line') {
      return [...this.#linesOf(customer)].map(([line, part]) => [line === '' ? null : line, part]);
    }
    const stretches = this.#stretchesOf(dimension, customer.accountId);
    if (!stretches) return [[this.#valueOf(dimension, customer), customer]];
    return [...new Set(stretches.map(({ value }) => value))].flatMap((value) => {
      const spans = cutTo(customer.spans, stretches, value);
      return spans.length === 0
        ? []
        : [[value, customerMonths(customer.accountId, spans, this.timeline, this.policies)] as const].map(
            ([key, part]): [string | null, CustomerMonths] => [key, part],
          );
    });
  }

  #linesOf(customer: CustomerMonths): ReadonlyMap<string, CustomerMonths> {
    let lines = this.#lines.get(customer.accountId);
    if (!lines) {
      const { spans } = customer;
      const first = spans[0]?.line ?? '';
      lines = spans.every(({ line }) => line === first)
        ? new Map([[first, customer]])
        : new Map(
            [...Map.groupBy(spans, ({ line }) => line)].map(([line, own]) => [
              line,
              customerMonths(customer.accountId, own, this.timeline, this.policies),
            ]),
          );
      this.#lines.set(customer.accountId, lines);
    }
    return lines;
  }

  #cutsSpans({ dimension }: ReportSlice): boolean {
    return dimension === 'line' || this.#hasHistory(dimension);
  }

  #within(
    customer: CustomerMonths,
    spans: readonly Span[],
    { dimension, value }: ReportSlice,
  ): readonly Span[] {
    if (dimension === 'line') return spans.filter(({ line }) => sameValue(line === '' ? null : line, value));
    const stretches = this.#stretchesOf(dimension, customer.accountId);
    if (stretches) return cutTo(spans, stretches, value);
    return sameValue(this.#valueOf(dimension, customer), value) ? spans : [];
  }

  #hasHistory(dimension: SliceDimension): boolean {
    return this.policies.membership === 'as-it-was' && this.#facts.history.has(dimension);
  }

  /** Null where the account has one value for good. */
  #stretchesOf(dimension: SliceDimension, accountId: number): readonly Stretch[] | null {
    if (!this.#hasHistory(dimension)) return null;
    return this.#facts.history.get(dimension)?.get(accountId) ?? null;
  }

  #valueOf(dimension: SliceDimension, { accountId, since }: CustomerMonths): string | null {
    if (dimension === 'cohort') return since === null ? null : monthOf(monthOfDay(since));
    return this.#accounts.get(accountId)?.values[dimension] ?? null;
  }
}

function summed(customers: Iterable<CustomerMonths>, over: Timeline): Totals {
  const totals = new Totals(over);
  for (const customer of customers) totals.add(customer);
  return totals;
}

/** Spans on the days the account had the value. */
function cutTo(spans: readonly Span[], stretches: readonly Stretch[], value: string | null): Span[] {
  const cut: Span[] = [];
  for (const span of spans)
    for (const stretch of stretches) {
      if (!sameValue(stretch.value, value)) continue;
      const from = Math.max(span.from, stretch.from);
      const to = Math.min(span.to, stretch.to);
      if (from <= to) cut.push({ ...span, from, to });
    }
  return cut.sort((a, b) => a.from - b.from || a.to - b.to || a.subscriptionId - b.subscriptionId);
}

function sameValue(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && a.toLowerCase() === b.toLowerCase());
}
