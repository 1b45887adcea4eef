import { annualMinor, type BillingPeriod, billingPeriods, termMonths } from '../contract/rule.ts';
import { minorDigits } from '../types/money.ts';
import { type Facts, type ImportRules, nameIdentity, type Refusal } from './plan.ts';
import { keyIdentity } from './record-key.ts';

type Fact = string | number | null | undefined;

/** By key; by name where one of the two has no key. A new account needs a name and is active unless said otherwise. */
export const accountRules: ImportRules = {
  key: keyOf,
  identities: (facts) => identities(['key', keyOf(facts)], ['name', nameIdentity(facts.name)]),
  finish: (facts) => ({ ...facts, status: facts.status ?? 'active', tags: facts.tags ?? '[]' }),
  refusal: (facts) => missing(facts, 'name'),
};

/** Within an account by e-mail; by name where one of the two has no e-mail. */
export const contactRules: ImportRules = {
  key: ({ email }) => nameIdentity(email),
  identities: ({ account_id, email, name }) =>
    identities(['email', account_id, nameIdentity(email)], ['name', account_id, nameIdentity(name)]),
  finish: (facts) => facts,
  refusal: (facts) => missing(facts, 'name'),
};

/** A note is the same when all of it is; one that differs is another note. */
export const noteRules: ImportRules = {
  key: () => null,
  identities: ({ account_id, occurred_on, kind, body }) => [
    JSON.stringify([account_id, occurred_on, kind ?? 'note', body]),
  ],
  finish: (facts) => ({ ...facts, kind: facts.kind ?? 'note' }),
  refusal: (facts) => missing(facts, 'body', 'occurred_on'),
};

/**
 * By key; by account, product and first day where one of the two has no key. Files say amounts per billing period, per
 * month or per year (`paid_figure`, `monthly_figure`, `yearly_figure`, in whole currency units); the book keeps the first.
 */
export function contractRules(baseCurrency: string): ImportRules {
  return {
    key: keyOf,
    identities: ({ key, account_id, product, start_on }) =>
      identities(['key', keyOf({ key })], ['term', account_id, nameIdentity(product) ?? '', start_on]),
    finish: (facts) => finishContract(facts, baseCurrency),
    refusal: (facts) =>
      missing(facts, 'account_id', 'start_on', 'amount_minor') ??
      (Number.isSafeInteger(facts.annual_minor ?? 0)
        ? null
        : { reason: 'too-large', column: 'amount_minor' }) ??
      (facts.end_on && facts.start_on && facts.end_on < facts.start_on
        ? { reason: 'ends-before-start', column: 'end_on' }
        : null),
  };
}

/** The row's key as compared; null where it has none. */
function keyOf({ key }: { readonly key?: Fact }): string | null {
  return key == null ? null : keyIdentity(String(key));
}

/**
 * How another row names a contract: by its key, or, within an account, by its first day and its product. `renews_key` holds
 * this of the contract that is renewed.
 */
export function contractReference({
  key,
  start_on,
  product,
}: { readonly [Column in 'key' | 'start_on' | 'product']?: Fact }): string {
  return key == null ? [start_on, product].filter((part) => part).join(' ') : String(key);
}

function finishContract(facts: Facts, baseCurrency: string): Facts {
  const { paid_figure, monthly_figure, yearly_figure, ...kept } = facts;
  const currency = String(facts.currency ?? baseCurrency);
  const period = billingPeriodOf(facts);
  const startOn = String(facts.start_on ?? '');
  const endOn = textOrNull(facts.end_on);
  const amountMinor =
    amountPerPeriod(facts, period, currency, startOn, endOn) ?? numberOrNull(facts.amount_minor);
  const finished = { is_trial: 0, ...kept, currency, billing_period: period, amount_minor: amountMinor };
  if (amountMinor === null || startOn === '' || (endOn !== null && endOn < startOn)) return finished;
  return { ...finished, annual_minor: annualMinor({ startOn, endOn, amountMinor, billingPeriod: period }) };
}

/** As said; else an amount that comes without a period is for the whole term, or for a year where no end is known. */
function billingPeriodOf(facts: Facts): BillingPeriod {
  const stated = billingPeriods.find((period) => period === facts.billing_period);
  if (stated) return stated;
  if (facts.paid_figure != null) return facts.end_on ? 'term' : 'year';
  return facts.yearly_figure != null ? 'year' : 'month';
}

const monthsOf: Readonly<Record<Exclude<BillingPeriod, 'term'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** What is paid per period, in minor units; null where the file says no amount. A monthly figure is trusted for months. */
function amountPerPeriod(
  stated: Facts,
  period: BillingPeriod,
  currency: string,
  startOn: string,
  endOn: string | null,
): number | null {
  const unit = 10 ** minorDigits(currency);
  if (typeof stated.paid_figure === 'number') return Math.round(stated.paid_figure * unit);
  const months =
    period === 'term' ? (startOn && endOn ? termMonths({ startOn, endOn }) : null) : monthsOf[period];
  const monthly = numberOrNull(stated.monthly_figure);
  const yearly = numberOrNull(stated.yearly_figure);
  if (months === null) return null;
  if (monthly !== null && (yearly === null || period === 'month')) return Math.round(monthly * months * unit);
  return yearly === null ? null : Math.round((yearly * months * unit) / 12);
}

/** What a row needs and has not. */
export function missing(facts: Facts, ...columns: string[]): Refusal | null {
  const column = columns.find(
    (each) => facts[each] === null || facts[each] === undefined || facts[each] === '',
  );
  return column === undefined ? null : { reason: 'missing', column };
}

/** The ways whose parts are all known, as texts. */
export function identities(...ways: readonly (readonly [string, ...Fact[]])[]): string[] {
  return ways
    .filter((way) => way.every((part) => part !== null && part !== undefined))
    .map((way) => JSON.stringify(way));
}

function numberOrNull(fact: Fact): number | null {
  return typeof fact === 'number' ? fact : null;
}

function textOrNull(fact: Fact): string | null {
  return typeof fact === 'string' ? fact : null;
}
