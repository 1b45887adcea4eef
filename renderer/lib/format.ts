import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../db/types/calendar.ts';
import { type Language, languages } from '../../db/types/language.ts';
import { type Money, majorUnits, minorDigits } from '../../db/types/money.ts';

/** How figures, money and dates are written in one language. Tables take ISO dates as they are. */
export type Format = ReturnType<typeof formatOf>;

/** The formats of the language on screen; the same object until the language changes. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatIn(languages.find((language) => language === i18n.language) ?? 'en');
}

/** The formats of a language. */
export function formatIn(language: Language): Format {
  return formats[language];
}

function formatOf(language: Language) {
  const chinese = language === 'zh-CN';
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const tenths = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'narrow' });
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const monthOfYear = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const wholeMonth = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const englishDay = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

  function signed(amount: number, text: string, currency: string): string {
    return `${amount < 0 ? '−' : ''}${symbolOf(currency)}${text}`;
  }

  return {
    language,

    /** A count or a figure: up to two decimals, thousands grouped. */
    number: (value: number): string => number.format(value),

    /** A mean of levels, always with two decimals, so that a column of them lines up. */
    score: (value: number): string => hundredths.format(value),

    /** The month of `2026-04` in short: Apr, 4月. */
    monthName: (text: string): string => month.format(new Date(`${text}-01`)),

    /** The month of `2026-04` with its year: Apr 2026, 2026年4月. */
    monthOfYear: (text: string): string => monthOfYear.format(new Date(`${text}-01`)),

    /** A month of the year, 1–12, in full. */
    longMonth: (number: number): string => wholeMonth.format(new Date(Date.UTC(2026, number - 1, 1))),

    /** A ratio (0.86) as whole percent. */
    percent: (ratio: number): string => percent.format(ratio),

    /** Money to read at a glance: ¥486,000 in English, ¥48.6 万 in Chinese; no cents. */
    money(money: Money): string {
      const amount = majorUnits(money);
      const size = Math.abs(amount);
      if (chinese && size >= 99_995_000)
        return signed(amount, `${hundredths.format(size / 1e8)} 亿`, money.currency);
      if (chinese && size >= 10_000) return signed(amount, `${tenths.format(size / 1e4)} 万`, money.currency);
      return signed(amount, whole.format(size), money.currency);
    },

    /** Money to the cent, where the exact amount matters: contracts, formulas, hover. */
    exactMoney(money: Money): string {
      const digits = money.minor % 10 ** minorDigits(money.currency) === 0 ? 0 : minorDigits(money.currency);
      const exact = new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      const amount = majorUnits(money);
      return signed(amount, exact.format(Math.abs(amount)), money.currency);
    },

    /** The size of a file: 640 B, 12 kB, 3.4 MB. */
    bytes(bytes: number): string {
      if (bytes < 1000) return `${bytes}\u00a0B`;
      if (bytes < 999_500) return `${whole.format(bytes / 1e3)}\u00a0kB`;
      return `${tenths.format(bytes / 1e6)}\u00a0MB`;
    },

    /** A number of days with its unit, for a column: 3 d, 3 天. */
    days: (days: number): string =>
      day
        .formatToParts(days)
        .map((part) => part.value.trim())
        .join('\u00a0')
        .replace(/^-\u00a0/, '−'),

    /** A date in words: 2 December 2026, 2026 年 12 月 2 日. */
    longDate: (date: IsoDate): string => {
      const [year, month, dayOfMonth] = date.split('-').map(Number);
      return chinese
        ? `${year} 年 ${month} 月 ${dayOfMonth} 日`
        : englishDay.format(new Date(`${date}T00:00:00Z`));
    },

    /** A date without its year for a narrow column: 11-23. */
    monthDay: (date: IsoDate): string => date.slice(5),

    /** The time of day of an instant on this machine's clock: 09:41. */
    time: (instant: string): string => clock.format(new Date(instant)),

    dayOf,

    /** An instant as near as it matters: 09:41 today, 11-20 09:41 before. */
    moment(instant: string): string {
      const at = new Date(instant);
      const time = clock.format(at);
      const day = localDay.format(at);
      return day === localDay.format(new Date()) ? time : `${day.slice(5)} ${time}`;
    },
  };
}

/** The day of an instant on this machine's calendar, as `time` tells the hour on its clock. */
export function dayOf(instant: string): IsoDate {
  return localDay.format(new Date(instant));
}

/** Canadian English writes a date as ISO does. */
const localDay = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' });
const symbols = new Map<string, string>();
const formats: Readonly<Record<Language, Format>> = { en: formatOf('en'), 'zh-CN': formatOf('zh-CN') };

/** The sign before an amount. ¥ is the yuan in both languages, so yen are written JP¥. */
function symbolOf(currency: string): string {
  let symbol = symbols.get(currency);
  if (symbol === undefined) {
    symbol = readSymbol(currency);
    symbols.set(currency, symbol);
  }
  return symbol;
}

function readSymbol(currency: string): string {
  if (currency === 'CNY') return '¥';
  if (currency === 'JPY') return 'JP¥';
  if (!/^[A-Z]{3}$/.test(currency)) return `${currency} `;
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(0);
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency;
  return symbol === currency ? `${currency} ` : symbol;
}
