import type { LineUnit } from '../../../db/report/layout.ts';

import type { Format } from '../../lib/format.ts';

/** A figure as a cell shows it; a dash where it is undefined. */
export function figureText(value: number | null, unit: LineUnit, currency: string, format: Format): string {
  if (value === null) return '–';
  switch (unit) {
    case 'money':
      return format.money({ minor: Math.round(value), currency });
    case 'percent':
      return `${minus(format.number(Math.round(value * 1000) / 10))} %`;
    case 'months':
    case 'ratio':
      return minus(format.score(value));
    case 'count':
      return minus(format.number(value));
  }
}

/** What a figure did: points of a rate, a share of anything else, with its sign. */
export function changeText(change: number | null, unit: LineUnit, format: Format, points: string): string {
  if (change === null) return '–';
  const tenths = Math.round(change * 1000) / 10;
  const sign = tenths > 0 ? '+' : '';
  return `${sign}${minus(format.number(tenths))} ${unit === 'percent' ? points : '%'}`;
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
