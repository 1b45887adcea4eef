import type { Language } from '../db/types/language.ts';
import { type Money, majorUnits } from '../db/types/money.ts';

/** How figures are written in texts a file holds: slides and messages. Workbooks hold numbers and leave it to the reader's Excel. */
export type Figures = {
  /** Up to two decimals, thousands grouped. */
  readonly number: (value: number) => string;
  /** A ratio (0.86) as whole percent. */
  readonly percent: (ratio: number) => string;
  /** In whole units of its currency. */
  readonly money: (money: Money) => string;
};

export function figuresIn(language: Language): Figures {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (value) => number.format(value),
    percent: (ratio) => percent.format(ratio),
    money: (money) =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: money.currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: 0,
        maximumFractionDigits: 0,
      }).format(majorUnits(money)),
  };
}
