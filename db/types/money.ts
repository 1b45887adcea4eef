/** An amount in the smallest unit of its currency (cents, fen; yen as they are). Never a fraction, never without currency. */
export type Money = { readonly minor: number; readonly currency: string };

const digitsOf = new Map<string, number>();

/** Decimal places of a currency by ISO 4217: 2 for USD and CNY, 0 for JPY, 3 for KWD. Unknown codes count as 2. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    digits = /^[A-Z]{3}$/.test(currency)
      ? (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
          .maximumFractionDigits ?? 2)
      : 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

/** The amount in whole currency units, for showing and for spreadsheets; never for sums. */
export function majorUnits(money: Money): number {
  return money.minor / 10 ** minorDigits(money.currency);
}

/** Money from a decimal text such as `1234.5` (point as decimal sign, no grouping), or null when it has more places than the currency. */
export function moneyFromDecimal(text: string, currency: string): Money | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return null;
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: match[1] && minor !== 0 ? -minor : minor, currency };
}
