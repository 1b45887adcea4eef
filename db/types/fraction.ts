/** An exact rational number; `bottom` is positive. Means compare exactly at a cut, where floating point would not. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export function fraction(top: number | bigint, bottom: number | bigint = 1n): Fraction {
  return { top: BigInt(top), bottom: BigInt(bottom) };
}

/** A number of at most two decimals, exactly: 1.75 is 175/100. */
export function fromHundredths(value: number): Fraction {
  return fraction(Math.round(value * 100), 100);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The weighted mean, or null of nothing. Weights are whole and positive. */
export function weightedMean(
  parts: readonly { readonly value: Fraction; readonly weight: number }[],
): Fraction | null {
  if (parts.length === 0) return null;
  let sum = fraction(0);
  let weights = 0n;
  for (const { value, weight } of parts) {
    sum = {
      top: sum.top * value.bottom + value.top * BigInt(weight) * sum.bottom,
      bottom: sum.bottom * value.bottom,
    };
    weights += BigInt(weight);
  }
  return reduced({ top: sum.top, bottom: sum.bottom * weights });
}

/** Rounded to hundredths, halves up. */
export function toHundredths({ top, bottom }: Fraction): number {
  const doubled = top * 200n + bottom;
  const whole = doubled / (bottom * 2n);
  return Number(doubled < 0n && doubled % (bottom * 2n) !== 0n ? whole - 1n : whole) / 100;
}

function reduced({ top, bottom }: Fraction): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return { top: top / a, bottom: bottom / a };
}
