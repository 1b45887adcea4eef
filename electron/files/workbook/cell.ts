import { type IsoDate, isIsoDate } from '../../../db/types/calendar.ts';
import { type Money, majorUnits, minorDigits } from '../../../db/types/money.ts';

/** What a cell of each format holds. Percent is a fraction: 0.25 shows as 25 %. A figure shows decimals only where it has some. */
interface Values {
  readonly text: string;
  readonly integer: number;
  readonly decimal: number;
  readonly figure: number;
  readonly percent: number;
  readonly date: IsoDate;
  readonly money: Money;
  readonly 'yes-no': boolean;
}
export type Format = keyof Values;

/** A format together with a value of its type; `Extra` says what else belongs to it. Null is an empty cell. */
export type Formatted<Extra = unknown> = {
  [F in Format]: { readonly format: F; readonly value: Values[F] | null } & Extra;
}[Format];

/** A format together with where its value comes from. */
export type FormattedBy<Row, Extra = unknown> = {
  [F in Format]: { readonly format: F; readonly value: (row: Row) => Values[F] | null } & Extra;
}[Format];

/** What is shown for true and false. */
export interface YesNoWords {
  readonly yes: string;
  readonly no: string;
}

/** The longest text one cell can hold. */
export const longestText = 32_767;

/** Serial number of 1 March 1900. Excel counts a 29 February 1900 that never was, so earlier dates stay text. */
const firstTrueSerial = 61;
/** 31 December 9999. */
const lastSerial = 2_958_465;
const serialOfEpoch = 25_569;
const msPerDay = 86_400_000;

/** The day number a spreadsheet stores for a date, or null for a date before March 1900. */
export function serialOfDate(date: IsoDate): number | null {
  if (!isIsoDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  const serial = Date.parse(`${date}T00:00:00Z`) / msPerDay + serialOfEpoch;
  return serial < firstTrueSerial ? null : serial;
}

/** The date of a day number, or null when it is none a spreadsheet counts surely: fractions, before March 1900, after 9999. */
export function dateOfSerial(serial: number): IsoDate | null {
  if (!Number.isInteger(serial) || serial < firstTrueSerial || serial > lastSerial) return null;
  return new Date((serial - serialOfEpoch) * msPerDay).toISOString().slice(0, 10);
}

/**
 * The text as a cell can hold it: line ends as LF, without characters that XML forbids, at most 32,767 long (then
 * ending with …). Characters outside the basic plane are never cut in half.
 */
export function cellText(text: string): string {
  const clean = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text) ? legal(text) : text;
  if (clean.length <= longestText) return clean;
  const cut = clean.slice(0, longestText - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function legal(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) =>
      /[\t\n\u007F-\u009F]/.test(character) ? character : '',
    )
    .toWellFormed();
}

/** What is stored in the cell: text, a number, or nothing. */
export function stored({ format, value }: Formatted, labels: YesNoWords): string | number | null {
  if (value === null) return null;
  switch (format) {
    case 'text':
      return value === '' ? null : cellText(value);
    case 'integer':
    case 'decimal':
    case 'figure':
    case 'percent':
      return finite(value);
    case 'date':
      return serialOfDate(value) ?? value;
    case 'money':
      return finite(majorUnits(value));
    case 'yes-no':
      return value ? labels.yes : labels.no;
  }
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`not a number a cell can hold: ${value}`);
  return value;
}

/** Locale tags keep ¥ apart for yuan and yen, wherever the file is opened. */
const symbols: Readonly<Record<string, string>> = {
  CNY: '[$¥-804]',
  JPY: '[$¥-411]',
  USD: '[$$-409]',
  EUR: '[$€-2] ',
  GBP: '[$£-809]',
};

/** The number format of an amount: the currency's symbol or code, grouping, and as many places as the currency has. */
export function moneyFormat(currency: string): string {
  const digits = minorDigits(currency);
  const places = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  return `${symbols[currency] ?? `[$${currency}] `}#,##0${places}`;
}

const numberFormats: Readonly<Record<Exclude<Format, 'money' | 'figure'>, string>> = {
  // Text cells are marked as text, so that =1+1 does not turn into a formula when somebody edits the cell.
  text: '@',
  'yes-no': '@',
  integer: '#,##0',
  decimal: '#,##0.00',
  percent: '0.0%',
  date: 'yyyy-mm-dd',
};

/** The number format of a format; money needs the amount for its currency, a figure its value for its decimals. */
export function numberFormat({ format, value }: Formatted): string {
  if (format === 'figure')
    return Number.isInteger(value) || value === null ? numberFormats.integer : numberFormats.decimal;
  if (format !== 'money') return numberFormats[format];
  return value === null ? numberFormats.decimal : moneyFormat(value.currency);
}

/** Roughly what the cell shows, to fit its width. */
export function shownText(cell: Formatted, labels: YesNoWords): string {
  const { format, value } = cell;
  if (value === null) return '';
  if (format === 'money') return `${value.currency} ${majorUnits(value).toLocaleString('en')}.00`;
  if (format === 'date') return value;
  if (format === 'integer' || format === 'decimal' || format === 'figure')
    return `${value.toLocaleString('en')}.00`;
  if (format === 'percent') return `${(value * 100).toFixed(1)}%`;
  return String(stored(cell, labels) ?? '');
}

/** Display width in characters of the widest line; Chinese, Japanese and Korean characters and emoji count double. */
export function displayWidth(text: string): number {
  let widest = 0;
  let width = 0;
  for (const character of text) {
    if (character === '\n') width = 0;
    else width += wide.test(character) ? 2 : 1;
    widest = Math.max(widest, width);
  }
  return widest;
}
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF00-\uFF60]/u;

/** Numbers line up on the right; their headings do likewise. */
export function alignmentOf(format: Format): 'left' | 'right' {
  return format === 'text' || format === 'date' || format === 'yes-no' ? 'left' : 'right';
}
