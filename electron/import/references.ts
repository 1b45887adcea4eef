import { isWithinTerm } from '../../db/contract/price.ts';
import type { AccountIndex } from '../../db/import/account-index.ts';
import type { ImportNoun, SpecialNoun } from '../../db/import/noun.ts';
import type { BookRow, Facts } from '../../db/import/plan.ts';
import { readRule } from '../../db/segment/placement-rule-reading.ts';
import { fullName } from '../../db/types/full-name.ts';
import { minorDigits } from '../../db/types/money.ts';
import type { Amount, Checked } from './check.ts';

/** Why a row that reads well still cannot be imported. */
export type RowRefusal = {
  readonly reason:
    | 'unknown-account'
    | 'several-accounts'
    | 'no-account'
    | 'two-currencies'
    | 'deal-not-won'
    | 'amount-too-small'
    | 'unknown-field'
    | 'unknown-scheme'
    | 'unknown-contact'
    | 'unknown-contract'
    | 'unknown-goal'
    | 'several-goals'
    | 'price-outside-term'
    | 'price-of-trial'
    | 'unreadable-rule'
    | 'reports-in-circle'
    | 'unknown-reference'
    | 'several-references';
  /** What the row says. */
  readonly value: string;
};

/** What rows are understood by: what the book will hold of the nouns before theirs, and its currency. */
export interface Surroundings {
  readonly accounts: AccountIndex;
  /** None of the accounts' keys in this table is the book's: they come from elsewhere, and names are to be gone by. */
  readonly areKeysForeign: boolean;
  readonly baseCurrency: string;
  /** The row of the noun that is the same one as these facts, or null. */
  readonly find: (noun: ImportNoun, facts: Facts) => BookRow | null;
  /** The goals of that metric at that account. */
  readonly goalsOf: (accountId: number, metric: string) => readonly BookRow[];
  /** The rows of a table that are called so, of an account or (null) of none. */
  readonly named: (table: string, accountId: number | null, name: string) => readonly number[];
  /** By name; null where the book has none. */
  readonly milestoneTemplateId: (name: string) => number | null;
}

type Values = Readonly<Record<string, Checked>>;
type Referring = (values: Values, among: Surroundings) => Facts | RowRefusal;

/** What each noun's rows say of other rows, as columns; or why the row cannot stand. */
export const referencesOf: Readonly<Record<SpecialNoun, Referring>> = {
  account: () => ({}),
  custom_field: () => ({}),
  segmentation_scheme: () => ({}),
  value_point: () => ({}),
  custom_choice(values, { find }) {
    const name = textOf(values.fieldName);
    const field = find('custom_field', { name });
    return field ? { field_id: field.id } : { reason: 'unknown-field', value: name ?? '' };
  },
  segment(values, { find, milestoneTemplateId }) {
    const name = textOf(values.schemeName);
    const scheme = find('segmentation_scheme', { name });
    if (!scheme) return { reason: 'unknown-scheme', value: name ?? '' };
    const rule = textOf(values.rule);
    if (rule !== null && !isRule(rule)) return { reason: 'unreadable-rule', value: rule };
    const template = textOf(values.milestoneTemplate);
    return {
      scheme_id: scheme.id,
      milestone_template_id: template === null ? null : milestoneTemplateId(template),
    };
  },
  contact: (values, among) =>
    ofAccount(values, among, () => {
      const name = textOf(values.name) ?? fullName(textOf(values.firstName), textOf(values.lastName));
      return name === null ? {} : { name };
    }),
  contact_relation: (values, among) =>
    ofAccount(values, among, (account) => {
      const one = contactOf(account, values.contactEmail, values.contactName, among);
      const other = contactOf(account, values.otherEmail, values.otherName, among);
      if (one && other) return { contact_id: one, other_id: other };
      const { contactName, contactEmail, otherName, otherEmail } = values;
      const missing = one ? (otherName ?? otherEmail) : (contactName ?? contactEmail);
      return { reason: 'unknown-contact', value: textOf(missing) ?? '' };
    }),
  contract(values, among) {
    const account = ofAccount(values, among, () => ({}));
    // A contract known by its key needs no account to be brought up to date.
    const isKeyed = isRefused(account) && account.reason === 'no-account' && textOf(values.key) !== null;
    if (isRefused(account) && !isKeyed) return account;
    const key = textOf(values.renewsKey);
    const renewed =
      key ?? [textOf(values.renewsStartOn), textOf(values.renewsProduct)].filter(Boolean).join(' ');
    const stated = textOf(values.renewsStartOn) === null && key === null ? {} : { renews_key: renewed };
    return isRefused(account) ? stated : { ...account, ...stated };
  },
  contract_price(values, among) {
    const account = ofAccount(values, among, () => ({}));
    const key = textOf(values.contractKey);
    const product = textOf(values.contractProduct);
    const start_on = textOf(values.contractStartOn);
    const accountId = isRefused(account) ? null : (account.account_id ?? null);
    const contract =
      (key === null ? null : among.find('contract', { key })) ??
      (accountId === null ? null : among.find('contract', { account_id: accountId, product, start_on }));
    if (!contract)
      return { reason: 'unknown-contract', value: key ?? [start_on, product].filter(Boolean).join(' ') };
    return priceOf(values, contract);
  },
  note: (values, among) =>
    ofAccount(values, among, (account) => {
      const name = textOf(values.contactName);
      return name === null ? {} : { contact_id: contactOf(account, null, name, among) };
    }),
  task(values, among) {
    const account = ofAccount(values, among, () => ({}));
    return isRefused(account) && account.reason === 'no-account' ? {} : account;
  },
  goal: (values, among) =>
    ofAccount(values, among, () => {
      const name = textOf(values.valuePoint);
      return name === null ? {} : { value_point_id: among.find('value_point', { name })?.id ?? null };
    }),
  goal_reading(values, among) {
    const account = ofAccount(values, among, () => ({}));
    if (isRefused(account)) return account;
    const metric = textOf(values.goalMetric);
    const goals = among.goalsOf(Number(account.account_id), metric ?? '');
    // Lists people keep say no due day; our own export always does, since two goals may share their metric.
    const isMeant = ({ facts }: BookRow) =>
      values.goalDueOn === undefined
        ? (facts.closed_on ?? null) === null
        : (facts.due_on ?? null) === textOf(values.goalDueOn);
    const [goal, ...others] =
      goals.length === 1 && values.goalDueOn === undefined ? goals : goals.filter(isMeant);
    if (!goal) return { reason: 'unknown-goal', value: metric ?? '' };
    return others.length > 0 ? { reason: 'several-goals', value: metric ?? '' } : { goal_id: goal.id };
  },
};

export const isRefused = (stated: Facts | RowRefusal): stated is RowRefusal =>
  'reason' in stated && 'value' in stated;

export function textOf(value: Checked | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isRule(text: string): boolean {
  try {
    return readRule(JSON.parse(text)).rule !== null;
  } catch {
    return false;
  }
}

export function ofAccount(
  values: Values,
  { accounts, areKeysForeign }: Surroundings,
  more: (accountId: number) => Facts | RowRefusal,
): Facts | RowRefusal {
  const [key, name] = [textOf(values.accountKey), textOf(values.accountName)];
  const account = areKeysForeign && name !== null ? accounts.find(null, name) : found(accounts, key, name);
  if (typeof account !== 'number') return { reason: account, value: key ?? name ?? '' };
  const stated = more(account);
  return isRefused(stated) ? stated : { account_id: account, ...stated };
}

/** HubSpot writes every company of a deal in one cell, the first one first. */
function found(accounts: AccountIndex, key: string | null, name: string | null) {
  const whole = accounts.find(key, name);
  if (whole !== 'unknown-account') return whole;
  const [keys, names] = [key, name].map((stated) => stated?.split(';').map((part) => part.trim()) ?? []);
  if ((keys?.length ?? 0) < 2 && (names?.length ?? 0) < 2) return whole;
  const known = [
    ...(keys ?? []).map((each) => accounts.find(each, null)),
    ...(names ?? []).map((each) => accounts.find(null, each)),
  ];
  return known.find((each) => typeof each === 'number') ?? whole;
}

function contactOf(
  account_id: number,
  email: Checked | undefined,
  name: Checked | undefined,
  { find }: Surroundings,
): number | null {
  const byEmail = textOf(email) === null ? null : find('contact', { account_id, email: textOf(email) });
  return (byEmail ?? find('contact', { account_id, name: textOf(name) }))?.id ?? null;
}

/** The price in the contract's own currency; one that is written in another is refused. */
function priceOf(values: Values, { id, facts }: BookRow): Facts | RowRefusal {
  const currency = String(facts.currency);
  const amount = values.price as Amount | null | undefined;
  const stated = textOf(values.currency) ?? amount?.currency ?? currency;
  if (stated.length === 3 && stated !== currency)
    return { reason: 'two-currencies', value: `${currency}, ${stated}` };
  const fromOn = textOf(values.fromOn);
  const term = {
    startOn: String(facts.start_on),
    endOn: typeof facts.end_on === 'string' ? facts.end_on : null,
  };
  if (fromOn !== null && !isWithinTerm(term, fromOn)) return { reason: 'price-outside-term', value: fromOn };
  if (facts.is_trial === 1 || facts.amount_minor === 0)
    return { reason: 'price-of-trial', value: String(facts.key ?? facts.product ?? '') };
  return {
    contract_id: id,
    account_id: facts.account_id ?? null,
    ...(amount ? { amount_minor: Math.round(amount.figure * 10 ** minorDigits(currency)) } : {}),
  };
}
