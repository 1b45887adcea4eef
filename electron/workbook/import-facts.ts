import type { AccountIndex } from '../../db/domain/account-index.ts';
import { fullName } from '../../db/domain/full-name.ts';
import type { ImportNoun } from '../../db/domain/import-noun.ts';
import type { Facts } from '../../db/domain/import-plan.ts';
import { amountFact, isOwnColumn } from '../../db/domain/own-column.ts';
import type { Amount, Checked } from './check.ts';

/** Why a row that reads well still cannot be imported. */
export type RowRefusal = {
  readonly reason: 'unknown-account' | 'several-accounts' | 'no-account' | 'two-currencies' | 'deal-not-won';
  /** What the row says. */
  readonly value: string;
};

/** What rows are understood by: the accounts there will be, and the book's currency. */
export interface FactsContext {
  readonly accounts: AccountIndex;
  readonly baseCurrency: string;
  /** The contact of that name at that account, or null. */
  readonly contactId: (accountId: number, name: string) => number | null;
}

/** Currencies written with a sign that several share; the first is meant where the book's own is not among them. */
const sharing: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'BRL', 'ARS', 'CLP', 'COP'],
};

const figures: Readonly<Record<string, string>> = {
  amount: 'paid_figure',
  monthlyAmount: 'monthly_figure',
  annualAmount: 'yearly_figure',
};
const referring = new Set([
  'accountKey',
  'accountName',
  'contactName',
  'firstName',
  'lastName',
  'currency',
  'dealStage',
]);

/** A checked row as columns of the noun's table, with `renews_key` for the contract it renews; or why it cannot be one. */
export function factsOf(
  noun: ImportNoun,
  values: Readonly<Record<string, Checked>>,
  context: FactsContext,
): Facts | RowRefusal {
  if ('dealStage' in values && values.dealStage !== 'won') return { reason: 'deal-not-won', value: '' };
  const facts: Record<string, string | number | null> = {};
  const amounts: Amount[] = [];
  for (const field in values) {
    const value = values[field] ?? null;
    if (value === null || referring.has(field)) continue;
    if (isAmount(value) && isOwnColumn(field)) {
      const currency = settledSign(value.currency ?? context.baseCurrency, context.baseCurrency);
      facts[field] = amountFact({ figure: value.figure, currency });
    } else if (isAmount(value)) {
      amounts.push(value);
      facts[figures[field] ?? field] = value.figure;
    } else facts[snakeCase(field)] = plain(value);
  }
  if (noun === 'account') return facts;
  const account = context.accounts.find(textOf(values.accountKey), textOf(values.accountName));
  if (typeof account === 'number') facts.account_id = account;
  // A contract known by its key needs no account to be brought up to date.
  else if (noun !== 'contract' || account !== 'no-account' || facts.key === undefined)
    return { reason: account, value: textOf(values.accountKey) ?? textOf(values.accountName) ?? '' };
  if (noun === 'contact') {
    const name = textOf(values.name) ?? fullName(textOf(values.firstName), textOf(values.lastName));
    if (name !== null) facts.name = name;
  }
  if (noun === 'note') {
    const contact = textOf(values.contactName);
    if (contact !== null && typeof account === 'number')
      facts.contact_id = context.contactId(account, contact);
  }
  return noun === 'contract'
    ? withCurrency(facts, amounts, textOf(values.currency), context.baseCurrency)
    : facts;
}

function withCurrency(
  facts: Facts,
  amounts: readonly Amount[],
  column: string | null,
  base: string,
): Facts | RowRefusal {
  const said = [column, ...amounts.map(({ currency }) => currency)].filter((each) => each !== null);
  const [first, ...others] = new Set(said);
  if (first === undefined) return facts;
  const currency = said.find((each) => sharing[each] === undefined) ?? settledSign(first, base);
  const disagrees = [first, ...others].find(
    (each) => each !== currency && !sharing[each]?.includes(currency),
  );
  if (disagrees !== undefined) return { reason: 'two-currencies', value: `${currency}, ${disagrees}` };
  return { ...facts, currency };
}

function settledSign(sign: string, base: string): string {
  const currencies = sharing[sign] ?? [];
  return currencies.includes(base) ? base : (currencies[0] ?? sign);
}

function plain(value: Exclude<Checked, Amount | null>): string | number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

function isAmount(value: Checked): value is Amount {
  return typeof value === 'object' && value !== null && 'figure' in value;
}

function textOf(value: Checked | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
