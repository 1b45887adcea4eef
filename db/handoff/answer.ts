import { type IsoDate, isIsoDate } from '../types/calendar.ts';
import { type Money, majorUnits, minorDigits, moneyFromDecimal } from '../types/money.ts';
import { type MissingText, missingText } from '../types/placeholder.ts';
import type { FieldOption, HandoffField } from './template.ts';

/**
 * An answer is one text in a form that does not depend on the language: a number with a point, a date `YYYY-MM-DD`,
 * money as `486000.00 CNY`, an option's key; text, person and link as typed. Empty means not answered.
 */
export type Answer = string;

export const answerProblemCodes = [
  'not-a-number',
  'not-money',
  'not-a-date',
  'not-an-option',
  'not-a-link',
  'too-long',
] as const;
export type AnswerProblem = (typeof answerProblemCodes)[number];

export type AnswerReading =
  | { readonly answer: Answer; readonly problem: null }
  | { readonly answer: null; readonly problem: AnswerProblem };

/** Longest answer kept; an Excel cell holds no more than 32,767 characters. */
const longestAnswer = 20_000;

/**
 * Reads what was typed or stood in a cell into an answer. Placeholders pass as they are, so that a form that says TBD
 * comes back saying TBD; the score counts them as missing.
 */
export function readAnswer(field: HandoffField, typed: string, currency: string): AnswerReading {
  const text = plainText(typed);
  if (text.length > longestAnswer) return problem('too-long');
  const option = field.type === 'choice' ? optionOf(field, text) : null;
  if (option) return answer(option.key);
  if (missingText(text) !== null) return answer(text);
  switch (field.type) {
    case 'text':
    case 'person':
    case 'file':
      return answer(text);
    case 'number':
      return readNumber(text);
    case 'money':
      return readMoney(text, currency);
    case 'date':
      return readDate(text);
    case 'choice':
      return problem('not-an-option');
    case 'link':
      return /^(https?:\/\/|mailto:|file:\/\/|\\\\)\S+$/i.test(text) ? answer(text) : problem('not-a-link');
  }
}

/** Text as every file and screen keeps it: line ends as LF, no control characters, nothing around it. */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .toWellFormed()
    .trim();
}

/** Why the field has no answer, or null when it has one. A choice is never a placeholder: its key was picked. */
export function missingAnswer(field: HandoffField, given: Answer): MissingText | null {
  if (field.options.some(({ key }) => key === given)) return null;
  return missingText(given);
}

/** The amount an answer of type money stands for, or null for a placeholder. */
export function moneyOfAnswer(given: Answer): Money | null {
  const match = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(given);
  return match?.[1] && match[2] ? moneyFromDecimal(match[1], match[2]) : null;
}

/** The answer for an amount: `486000.00 CNY`, `486000 JPY`. */
export function answerOfMoney(money: Money): Answer {
  return `${majorUnits(money).toFixed(minorDigits(money.currency))} ${money.currency}`;
}

function readNumber(text: string): AnswerReading {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[,\s\u00a0](?=\d{3}(?:\D|$))/g, '');
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(plain);
  if (!match) return problem('not-a-number');
  const [, sign, whole, fraction] = match;
  return answer(`${sign}${whole}${fraction ? `.${fraction}` : ''}`);
}

const symbols: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  US$: 'USD',
  HK$: 'HKD',
};

/** `486,000`, `¥486,000.00`, `48.6万`, `CNY 486000`, `486000 USD`; without a currency the book's one. */
function readMoney(text: string, currency: string): AnswerReading {
  const folded = text
    .normalize('NFKC')
    .replace(/[\u00a0\s]+/g, ' ')
    .toUpperCase();
  const match = /^(?:([A-Z]{3}|US\$|HK\$|[$€£¥]) ?)?(-?[\d, ]*\d(?:\.\d+)?) ?(万|亿)? ?(元|[A-Z]{3})?$/.exec(
    folded,
  );
  if (!match) return problem('not-money');
  const [, before, digits, scale, after] = match;
  const named = [before, after].flatMap((mark) => currencyOf(mark, currency) ?? []);
  if (named.length === 2 && named[0] !== named[1]) return problem('not-money');
  const decimal = shift((digits ?? '').replace(/[, ]/g, ''), scale === '万' ? 4 : scale === '亿' ? 8 : 0);
  const money = moneyFromDecimal(decimal, named[0] ?? currency);
  return money ? answer(answerOfMoney(money)) : problem('not-money');
}

/** ¥ is the yuan unless the book keeps its accounts in yen. */
function currencyOf(mark: string | undefined, currency: string): string | null {
  if (mark === undefined) return null;
  if (mark === '¥') return currency === 'JPY' ? 'JPY' : 'CNY';
  if (mark === '元') return 'CNY';
  return symbols[mark] ?? mark;
}

/** Moves the decimal point right in the text itself, so that 48.6万 is exact. */
function shift(decimal: string, places: number): string {
  if (places === 0) return decimal;
  const [whole = '', fraction = ''] = decimal.split('.');
  const moved = fraction.padEnd(places, '0');
  const rest = moved.slice(places);
  return `${whole}${moved.slice(0, places)}${rest === '' ? '' : `.${rest}`}`;
}

/** Only orders that cannot be misread: year first, or a month by name is left to the person who typed it. */
function readDate(text: string): AnswerReading {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  if (!match) return problem('not-a-date');
  const [, year, month = '', day = ''] = match;
  const date: IsoDate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? answer(date) : problem('not-a-date');
}

/** By key or by its label in either language, so that a drop-down filled in in Chinese is understood in English. */
function optionOf(field: HandoffField, text: string): FieldOption | null {
  const wanted = foldLabel(text);
  const means = ({ key, label }: FieldOption) =>
    key === text || Object.values(label).some((each) => foldLabel(each) === wanted);
  return field.options.find(means) ?? null;
}

function foldLabel(label: string): string {
  return label.normalize('NFKC').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim().toLowerCase();
}

function answer(text: string): AnswerReading {
  return { answer: text, problem: null };
}

function problem(code: AnswerProblem): AnswerReading {
  return { answer: null, problem: code };
}
