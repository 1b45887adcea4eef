/** Churn and expansion per period, as fractions. */
export type Curve = { readonly churn: number; readonly expansion: number };

/** The four curves consultants draw beside a book's own: negative churn, balance, a slow leak, a fast one. */
export const scenarioCurves: readonly Curve[] = [
  { churn: 0.02, expansion: 0.03 },
  { churn: 0.02, expansion: 0.02 },
  { churn: 0.03, expansion: 0.01 },
  { churn: 0.05, expansion: 0 },
];

/** Revenue period by period without a new customer: each the one before, less what churned, plus what expanded. */
export function scenario({ churn, expansion }: Curve, periods = 12, start = 100): number[] {
  const revenue = [start];
  for (let at = 0; at < periods; at++) {
    const before = revenue[at] ?? start;
    revenue.push(before - before * churn + before * expansion);
  }
  return revenue;
}
