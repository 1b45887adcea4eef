import type { CustomerMonths, MovementKind } from './movement.ts';
import { movementKinds } from './movement.ts';

export type BridgeStep = {
  readonly kind: MovementKind | 'exchange';
  /** With its sign: contraction and churn are negative. */
  readonly minor: number;
  /** The accounts behind it, the largest first. */
  readonly accounts: readonly { readonly accountId: number; readonly minor: number }[];
};

export type Bridge = {
  readonly opening: number;
  readonly steps: readonly BridgeStep[];
  readonly closing: number;
};

/** From the end of one month to the end of another: what every kind of movement added or took, and whose it was. */
export function bridge(customers: Iterable<CustomerMonths>, from: number, to: number): Bridge {
  const byKind = new Map<BridgeStep['kind'], Map<number, number>>();
  let opening = 0;
  let closing = 0;
  const add = (kind: BridgeStep['kind'], accountId: number, minor: number) => {
    if (minor === 0) return;
    const own = byKind.get(kind) ?? new Map<number, number>();
    byKind.set(kind, own);
    own.set(accountId, (own.get(accountId) ?? 0) + minor);
  };
  for (const { accountId, mrr, exchange, movements } of customers) {
    opening += mrr[from] ?? 0;
    closing += mrr[to] ?? 0;
    for (const { place, kind, minor } of movements)
      if (place > from && place <= to) add(kind, accountId, isLoss(kind) ? -minor : minor);
    for (let place = from + 1; place <= to; place++) add('exchange', accountId, exchange[place] ?? 0);
  }
  const steps = [...movementKinds, 'exchange' as const].map((kind): BridgeStep => {
    const accounts = [...(byKind.get(kind) ?? [])]
      .map(([accountId, minor]) => ({ accountId, minor }))
      .sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor) || a.accountId - b.accountId);
    return { kind, minor: accounts.reduce((sum, { minor }) => sum + minor, 0), accounts };
  });
  return { opening, steps, closing };
}

export function isLoss(kind: MovementKind): boolean {
  return kind === 'contraction' || kind === 'churned';
}
