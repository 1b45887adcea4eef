import type { Mark } from './grid.ts';
import { attribute, scanXml } from './xml.ts';

/** What a cell's number format says of its number. */
export interface NumberKind {
  readonly date: boolean;
  readonly currency?: string;
  /** The mark of such a cell, one object for all of them. */
  readonly mark: Mark;
}

/** The kinds of number by style, in the order cells refer to them. */
export function numberKinds(styles: string): NumberKind[] {
  const codes = new Map<string, string>();
  const kinds: NumberKind[] = [];
  let inCellStyles = false;
  scanXml(styles, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(attribute(attributes, 'numFmtId') ?? '', attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = attribute(attributes, 'numFmtId') ?? '0';
        kinds.push(kindOf(codes.get(id) ?? builtIn(Number(id))));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text() {},
  });
  return kinds;
}

/** The built-in formats that show dates: 14–22, and 27–36 and 50–58 in Chinese, Japanese and Korean Excel. */
function builtIn(id: number): string {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    ? 'yyyy-mm-dd'
    : 'General';
}

const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '₹': 'INR', '₩': 'KRW' };

function kindOf(code: string): NumberKind {
  const currency = currencyOf(code);
  // Quoted and escaped text and colours say nothing of the number; [h]:mm is a length of time, no date.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!\$)[^\]]*\]|\[\$[^\]]*\]/g, '');
  const date = currency === undefined && /[yd年日]/i.test(bare) && !/General/i.test(bare);
  return currency === undefined ? { date, mark: {} } : { date, currency, mark: { currency } };
}

/** `[$¥-804]#,##0.00` → CNY. A bare ¥ may be yuan or yen, so it stays open. */
function currencyOf(code: string): string | undefined {
  const bracket = /\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]/.exec(code);
  const sign = (bracket?.[1] ?? /"?([$€£₹₩])"?(?=[#0 ])/.exec(code)?.[1] ?? '').trim();
  if (/^[A-Z]{3}$/.test(sign)) return sign;
  if (sign.normalize('NFKC') === '¥')
    return /^(x-)?411$/.test(bracket?.[2] ?? '') ? 'JPY' : bracket?.[2] === '804' ? 'CNY' : undefined;
  return signs[sign];
}
