import type { GridValue } from '../files/workbook/grid.ts';

export type DecimalSign = 'point' | 'comma';

/** A number as written, before it is known which sign parts the decimals. */
export interface NumberReading {
  /** The value for each sign; null where the text is no number with it. Equal when nothing depends on it. */
  readonly point: number | null;
  readonly comma: number | null;
  /** What the text says of its currency: a code, or a sign that several currencies share. */
  readonly currency: string | null;
  /** Written with a percent sign; the values are then fractions. */
  readonly isPercentage?: true;
}

const currencySigns: Readonly<Record<string, string>> = {
  us$: 'USD',
  $us: 'USD',
  'cn¥': 'CNY',
  'jp¥': 'JPY',
  hk$: 'HKD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  rmb: 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  圆: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  日元: 'JPY',
  英镑: 'GBP',
  港元: 'HKD',
  港币: 'HKD',
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₩': 'KRW',
  '¥': '¥',
  $: '$',
};
/** Longer signs first, so that 美元 is not taken for 元. */
const signPattern = Object.keys(currencySigns)
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace('$', '\\$'))
  .join('|');
const currencyAtStart = new RegExp(`^(${signPattern}|[a-z]{3}(?![a-z]))\\s*`, 'i');
const currencyAtEnd = new RegExp(`\\s*(${signPattern}|(?<![a-z])[a-z]{3})$`, 'i');

const magnitudes: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  b: 1e9,
};
const magnitudeAtEnd = /\s*(百万|千万|[千万萬亿億]|mn|bn|[kmb])$/i;

/**
 * Reads numbers as people write them: 1,234.56 · 1.234,56 · 1 234,56 · 1'234.56 · (12) · 12- · 48.6万 · 1.2M · 25 % (a fraction), with
 * currency signs or codes on either side. Null when the text is no number.
 */
export function readNumber(value: GridValue): NumberReading | null {
  if (typeof value === 'number') return { point: value, comma: value, currency: null };
  if (typeof value !== 'string') return null;
  if (/^-?\d+(\.\d{1,2})?$/.test(value)) {
    const figure = Number(value) + 0;
    return { point: figure, comma: value.includes('.') ? null : figure, currency: null };
  }
  let text = value.normalize('NFKC').trim();
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = bracketed[1] ?? '';
  let negative = bracketed !== null;
  let factor = 1;
  let isPercentage = false;
  const found: string[] = [];
  // Signs, currency, magnitude and percent come in any order around the figures.
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/^[-−]\s*|\s*[-−]$/, () => {
        negative = !negative;
        return '';
      })
      .replace(/^\+\s*/, '')
      .replace(/\s*%$/, () => {
        factor /= 100;
        isPercentage = true;
        return '';
      });
    const sign = found.length > 0 ? null : (currencyAtStart.exec(text) ?? currencyAtEnd.exec(text));
    if (sign) {
      text = text.replace(sign[0], '');
      found.push(sign[1] ?? '');
    }
    text = text.replace(magnitudeAtEnd, (_, word: string) => {
      factor *= magnitudes[word.toLowerCase()] ?? 1;
      return '';
    });
  }
  const currency = found[0] === undefined ? null : currencyOf(found[0]);
  if (currency === undefined) return null;
  const point = decimal(text, '.', ',');
  const comma = decimal(text, ',', '.');
  if (point === null && comma === null) return null;
  const scaled = (figure: number | null) =>
    figure === null ? null : clean(figure * factor * (negative ? -1 : 1));
  const reading = { point: scaled(point), comma: scaled(comma), currency };
  return isPercentage ? { ...reading, isPercentage } : reading;
}

/** Codes of money in use or known of, by ISO 4217. */
const currencyCodes = new Set(Intl.supportedValuesOf('currency'));

/** A currency's code, or the sign ¥ or $ where several share it; undefined when the word names no currency. */
export function currencyOf(word: string): string | undefined {
  const code = word.normalize('NFKC').trim();
  const known = currencySigns[code.toLowerCase()] ?? code.toUpperCase();
  return known.length === 1 || currencyCodes.has(known) ? known : undefined;
}

/** The sign the column's own numbers prove; null when they prove none or contradict each other. */
export function provenSign(readings: readonly (NumberReading | null)[]): DecimalSign | null {
  let point = false;
  let comma = false;
  for (const reading of readings) {
    if (reading?.point === null) comma = true;
    if (reading?.comma === null) point = true;
  }
  return point === comma ? null : point ? 'point' : 'comma';
}

/**
 * The number, with the sign the column proved or the user said. Without one, 1,234 is taken for thousands, as it nearly
 * always is; null where that leaves a doubt, as 1.234 does.
 */
export function settled({ point, comma }: NumberReading, sign: DecimalSign | null): number | null {
  if (point === null || comma === null || point === comma) return point ?? comma;
  if (sign !== null) return sign === 'point' ? point : comma;
  return Number.isInteger(point) ? point : null;
}

/** The figures with this sign before the decimals and thousands grouped by threes, or null when they are not so written. */
function decimal(text: string, sign: '.' | ',', group: '.' | ','): number | null {
  const pattern =
    sign === '.' ? /^(\d{1,3}(?:[,' ]\d{3})+|\d+)?(\.\d+)?$/ : /^(\d{1,3}(?:[.' ]\d{3})+|\d+)?(,\d+)?$/;
  if (!/\d/.test(text) || !pattern.test(text)) return null;
  return Number(text.replaceAll(group, '').replace(/[' ]/g, '').replace(sign, '.'));
}

/** Takes off what binary fractions add: 48.6 × 10,000 is 486,000. */
function clean(value: number): number {
  return Number(value.toPrecision(15)) + 0;
}
