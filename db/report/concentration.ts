import { type Rate, ratio } from './rate.ts';

export type Concentration = {
  readonly customers: number;
  /** The share of the largest one, five and ten. */
  readonly top1: Rate;
  readonly top5: Rate;
  readonly top10: Rate;
  /** Sum of squared shares (Herfindahl): 1 is one customer, 1/n is n equal ones. */
  readonly herfindahl: Rate;
};

/** How much hangs on few customers. @param amounts each paying customer's MRR, minor units */
export function concentration(amounts: readonly number[]): Concentration {
  const sorted = amounts.filter((amount) => amount > 0).toSorted((a, b) => b - a);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  const top = (count: number) =>
    ratio(
      sorted.slice(0, count).reduce((sum, amount) => sum + amount, 0),
      total,
      'nothing-to-divide-by',
    );
  return {
    customers: sorted.length,
    top1: top(1),
    top5: top(5),
    top10: top(10),
    herfindahl: ratio(
      sorted.reduce((sum, amount) => sum + (amount / (total || 1)) ** 2, 0),
      total === 0 ? 0 : 1,
      'nothing-to-divide-by',
    ),
  };
}
