import { amountFact, isOwnColumn } from '../../db/custom-field/own-column.ts';
import { type ImportNoun, isSpecial } from '../../db/import/noun.ts';
import type { Facts } from '../../db/import/plan.ts';
import { columnOf, type Field, type Noun } from '../../db/kernel/define.ts';
import { type Cell, currencyColumn, minorColumn, sheetFields } from '../../db/kernel/field.ts';
import { nounOfTable } from '../../db/nouns.ts';
import { addDays, addMonths } from '../../db/types/calendar.ts';
import { minorDigits } from '../../db/types/money.ts';
import { ownColumnsOf } from '../noun/own-columns.ts';
import type { Amount, Checked } from './check.ts';
import {
  isRefused,
  ofAccount,
  type RowRefusal,
  referencesOf,
  type Surroundings,
  textOf,
} from './references.ts';

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
/** Fields that name other rows, or that only say how the row is to be read. */
const referring = new Set([
  ...[
    'accountKey',
    'accountName',
    'contactName',
    'contactEmail',
    'otherName',
    'otherEmail',
    'firstName',
    'lastName',
  ],
  ...['contractKey', 'contractProduct', 'contractStartOn', 'renewsKey', 'renewsProduct', 'renewsStartOn'],
  ...['fieldName', 'schemeName', 'milestoneTemplate', 'valuePoint', 'isOfRenewal', 'currency', 'dealStage'],
  ...['goalMetric', 'goalDueOn', 'price', 'termMonths', 'hasChurned'],
]);

/** A checked row as columns of the noun's table, with `renews_key` for the contract it renews; or why it cannot be one. */
export function factsOf(
  noun: ImportNoun,
  values: Readonly<Record<string, Checked>>,
  among: Surroundings,
): Facts | RowRefusal {
  if (!isSpecial(noun)) return declaredFacts(nounOfTable(noun), values, among);
  if ('dealStage' in values && values.dealStage !== 'won') return { reason: 'deal-not-won', value: '' };
  const facts: Record<string, string | number | null> = {};
  const amounts: Amount[] = [];
  for (const field in values) {
    const value = values[field] ?? null;
    if (value === null || referring.has(field)) continue;
    if (isAmount(value) && isOwnColumn(field)) {
      const currency = settledSign(value.currency ?? among.baseCurrency, among.baseCurrency);
      facts[field] = amountFact({ figure: value.figure, currency });
    } else if (isAmount(value)) {
      amounts.push(value);
      facts[figures[field] ?? field] = value.figure;
    } else facts[isOwnColumn(field) ? field : snakeCase(field)] = plain(value);
  }
  const { startOn, endOn, termMonths } = values;
  if (typeof termMonths === 'number' && typeof startOn === 'string' && (endOn ?? null) === null)
    facts.end_on = addDays(addMonths(startOn, termMonths), -1);
  if (values.hasChurned === true) facts.auto_renews = 0;
  const references = referencesOf[noun](values, among);
  if (isRefused(references)) return references;
  const stated = { ...facts, ...references };
  return noun === 'contract'
    ? withCurrency(stated, amounts, textOf(values.currency), among.baseCurrency)
    : stated;
}

/** The row of a declared noun; each field as its kind is kept. */
function declaredFacts(
  noun: Noun | null,
  values: Readonly<Record<string, Checked>>,
  among: Surroundings,
): Facts | RowRefusal {
  if (!noun) return {};
  const account = noun.account === 'none' ? {} : ofAccount(values, among, () => ({}));
  const isLoose = noun.account === 'may' && isRefused(account) && account.reason === 'no-account';
  if (isRefused(account) && !isLoose) return account;
  const accountId = isRefused(account) ? null : Number(account.account_id);
  const facts: Record<string, Cell> = isRefused(account) ? {} : { ...account };
  for (const [key, field] of sheetFields(noun)) {
    const value = values[key] ?? null;
    if (value === null) continue;
    const said = isAmount(value)
      ? moneyFacts(key, value, textOf(values[`${key}Currency`]) ?? among.baseCurrency, among)
      : field.is === 'reference'
        ? referenceFacts(key, field, String(value), accountId, among)
        : { [columnOf(key)]: plain(value) };
    if (isRefused(said)) return said;
    Object.assign(facts, said);
  }
  for (const { key, facts: of } of ownColumnsOf(noun).columns ?? [])
    Object.assign(facts, of(values[key] ?? null));
  return facts;
}

function moneyFacts(
  key: string,
  { figure, currency }: Amount,
  column: string,
  { baseCurrency }: Surroundings,
): Facts {
  const settled = settledSign(currency ?? column, baseCurrency);
  const minor = Math.round(figure * 10 ** minorDigits(settled));
  return { [minorColumn(key)]: minor, [currencyColumn(key)]: settled };
}

function referenceFacts(
  key: string,
  { to, shared }: Extract<Field, { is: 'reference' }>,
  name: string,
  accountId: number | null,
  { named }: Surroundings,
): Facts | RowRefusal {
  const [id, ...others] = named(to, shared ? null : accountId, name);
  if (id === undefined) return { reason: 'unknown-reference', value: name };
  return others.length > 0 ? { reason: 'several-references', value: name } : { [columnOf(key)]: id };
}

function withCurrency(
  facts: Facts,
  amounts: readonly Amount[],
  column: string | null,
  base: string,
): Facts | RowRefusal {
  const stated = [column, ...amounts.map(({ currency }) => currency)].filter((each) => each !== null);
  const [first, ...others] = new Set(stated);
  const currency =
    stated.find((each) => sharing[each] === undefined) ??
    (first === undefined ? base : settledSign(first, base));
  const disagrees = [first ?? currency, ...others].find(
    (each) => each !== currency && !sharing[each]?.includes(currency),
  );
  if (disagrees !== undefined) return { reason: 'two-currencies', value: `${currency}, ${disagrees}` };
  const unit = 10 ** minorDigits(currency);
  const vanishing = amounts.find(({ figure }) => figure !== 0 && Math.round(figure * unit) === 0);
  // A file that says no currency leaves the contract's own as it is.
  if (vanishing === undefined) return first === undefined ? facts : { ...facts, currency };
  return { reason: 'amount-too-small', value: `${vanishing.figure} ${currency}` };
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

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
