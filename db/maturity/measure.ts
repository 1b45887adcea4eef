import { compare, type Fraction, fraction, toHundredths } from '../types/fraction.ts';
import type { Bilingual } from '../types/language.ts';

/** A figure's unit. Money has none of its own: both sides of a ratio stand in the same currency. */
export const measureUnits = ['number', 'percent', 'money', 'months'] as const;
export type MeasureUnit = (typeof measureUnits)[number];

export const measureDirections = ['higher', 'lower'] as const;

/** What a book can say about its customers over the twelve months up to a day (book/figure-query.ts). */
export const bookFigures = [
  'customers',
  'customers-with-outcome',
  'customers-up-for-renewal',
  'customers-renewed',
  'customers-won',
  'customers-won-in-proven-segment',
  'customers-won-in-leanest-quarter',
] as const;
export type BookFigure = (typeof bookFigures)[number];

/** A figure made of others: the product of some over the product of others, with the marks its levels begin at. */
export type MaturityMeasure = {
  readonly inputs: readonly MeasureInput[];
  /** Keys of inputs multiplied; at least one. */
  readonly over: readonly string[];
  /** Keys of inputs it is divided by. */
  readonly under: readonly string[];
  readonly unit: MeasureUnit;
  readonly better: (typeof measureDirections)[number];
  /** Where levels 2, 3, … begin, each mark included, with at most two decimals; rising, or falling where lower is better. */
  readonly marks: readonly number[];
};

export type MeasureInput = {
  readonly key: string;
  readonly name: Bilingual;
  /** A percentage is typed as 75 and counts as 0.75. */
  readonly unit: MeasureUnit;
  /** Where the book has it. */
  readonly source: BookFigure | null;
};

/** What was typed or taken from the book, by input; an input without a figure is absent. */
export type MeasureFigures = Readonly<Record<string, number>>;

export type Measured = {
  /** In the measure's unit, to hundredths but never rounded to a mark it misses; null while an input is missing or it would divide by zero. */
  readonly value: number | null;
  readonly level: number | null;
  readonly missing: readonly string[];
  readonly dividesByZero: boolean;
};

/** The level the figures come to. Compared exactly, so that 3.00 at a mark of 3 has reached it. */
export function measured(measure: MaturityMeasure, figures: MeasureFigures): Measured {
  const missing = measure.inputs.map(({ key }) => key).filter((key) => figures[key] === undefined);
  const product = (keys: readonly string[]) =>
    keys.reduce((all, key) => times(all, inputOf(measure, key, figures[key] ?? 0)), fraction(1));
  const over = product(measure.over);
  const under = product(measure.under);
  const dividesByZero = missing.length === 0 && under.top === 0n;
  if (missing.length > 0 || dividesByZero) return { value: null, level: null, missing, dividesByZero };
  const value = times(over, {
    top: under.top < 0n ? -under.bottom : under.bottom,
    bottom: under.top < 0n ? -under.top : under.top,
  });
  const inUnit = measure.unit === 'percent' ? times(value, fraction(100)) : value;
  const level = levelAt(measure, inUnit);
  const rounded = toHundredths(inUnit);
  const crossed = levelAt(measure, fraction(Math.round(rounded * 100), 100)) !== level;
  const back = measure.better === 'higher' ? -1 : 1;
  return { value: crossed ? Math.round(rounded * 100 + back) / 100 : rounded, level, missing, dividesByZero };
}

/** The highest level whose mark the value has reached. */
function levelAt({ marks, better }: MaturityMeasure, value: Fraction): number {
  const reached = marks.findLastIndex((mark) => {
    const side = compare(value, fraction(Math.round(mark * 100), 100));
    return better === 'higher' ? side >= 0 : side <= 0;
  });
  return reached + 2;
}

/** Six decimals are more than anybody types, and keep the product exact. */
const precision = 1_000_000;

function inputOf({ inputs }: MaturityMeasure, key: string, figure: number): Fraction {
  const unit = inputs.find((input) => input.key === key)?.unit;
  return fraction(Math.round(figure * precision), precision * (unit === 'percent' ? 100 : 1));
}

function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}
