import type { ReportEngine } from './engine.ts';
import type { LineKey } from './layout.ts';
import type { Month } from './month.ts';
import type { MovementKind } from './movement.ts';
import { type MovementReason, reasonOf } from './movement-reason.ts';
import type { ReportPolicies } from './policy.ts';
import { type Rate, ratio } from './rate.ts';
import { reconcileRetention } from './retention.ts';
import type { ReportSlice } from './slice.ts';

/** A customer behind a figure: what it paid, what it pays, and what of that the figure counts. Minor units. */
export type Behind = {
  readonly accountId: number;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly counted: number;
  readonly reason: MovementReason | null;
};

export type FourPolicies = {
  readonly from: Month;
  readonly rows: readonly {
    readonly accountId: number;
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly pointToPoint: number;
    readonly runningMinimum: number;
    readonly movementSum: number;
    readonly movementSumOfAll: number;
  }[];
  readonly totals: Omit<FourPolicies['rows'][number], 'accountId' | 'name'>;
  readonly rates: Readonly<
    Record<'pointToPoint' | 'runningMinimum' | 'movementSum' | 'movementSumOfAll', Rate>
  >;
};

const movementOf: Readonly<Partial<Record<LineKey, readonly MovementKind[]>>> = {
  new: ['new'],
  expansion: ['expansion'],
  reactivated: ['reactivated'],
  contraction: ['contraction'],
  churned: ['churned'],
  netNew: ['new', 'expansion', 'reactivated', 'contraction', 'churned'],
  customersNew: ['new'],
  customersReactivated: ['reactivated'],
  customersChurned: ['churned'],
  averageNewMrr: ['new'],
  logoChurn: ['churned'],
  mrrChurn: ['churned'],
  contractionRate: ['contraction'],
  grossMrrChurn: ['contraction', 'churned'],
  expansionRate: ['expansion'],
  netMrrChurn: ['contraction', 'churned', 'expansion'],
  netMrrGrowth: ['new', 'expansion', 'reactivated', 'contraction', 'churned'],
  quickRatio: ['new', 'expansion', 'reactivated', 'contraction', 'churned'],
  ltv: ['new', 'churned'],
  cac: ['new'],
  ltvToCac: ['new', 'churned'],
  paybackMonths: ['new'],
  attainment: ['new'],
  outputPerHead: ['new'],
};
const levels: readonly LineKey[] = [
  'opening',
  'closing',
  'arr',
  'averageMrr',
  'customersOpening',
  'customersClosing',
];
const retained: readonly LineKey[] = ['grr', 'nrr', 'grr12', 'nrr12', 'expansion12', 'logoRetention12'];

/** Whether a line is a retention rate, whose four policies stand beside it. */
export function isRetention(key: LineKey): boolean {
  return retained.includes(key);
}

/** Months a retention line looks back over. */
function lookBack(key: LineKey, months: number): number {
  return key.endsWith('12') ? 12 : months;
}

/** The customers behind a line in the months from one to another, the largest part first. Empty for the company's own figures. */
export function customersBehind(
  engine: ReportEngine,
  slices: readonly ReportSlice[],
  key: LineKey,
  from: Month,
  to: Month,
): Behind[] {
  const end = engine.place(to);
  const start = isRetention(key) ? end - lookBack(key, end - engine.place(from) + 1) : engine.place(from) - 1;
  const kinds = movementOf[key];
  const found: Behind[] = [];
  for (const customer of engine.customers(slices)) {
    const { accountId } = customer;
    const [was, is] = [customer.mrr[start] ?? 0, customer.mrr[end] ?? 0];
    const row = { accountId, name: engine.account(accountId)?.name ?? '', start: was, end: is };
    if (levels.includes(key)) {
      const counted = key.endsWith('pening') ? was : is;
      if (counted > 0) found.push({ ...row, counted, reason: null });
    } else if (key === 'exchange') {
      let counted = 0;
      for (let place = start + 1; place <= end; place++) counted += customer.exchange[place] ?? 0;
      if (counted !== 0) found.push({ ...row, counted, reason: null });
    } else if (isRetention(key)) {
      if (customer.isCustomer[start] !== 0)
        found.push({ ...row, counted: key.startsWith('nrr') ? is : Math.min(was, is), reason: null });
    } else if (kinds)
      for (const movement of customer.movements) {
        if (movement.place <= start || movement.place > end || !kinds.includes(movement.kind)) continue;
        const isLoss = movement.kind === 'contraction' || movement.kind === 'churned';
        found.push({
          ...row,
          counted: isLoss ? -movement.minor : movement.minor,
          reason: reasonOf(customer, movement, engine.timeline),
        });
      }
  }
  return found.sort((a, b) => Math.abs(b.counted) - Math.abs(a.counted) || a.accountId - b.accountId);
}

/** The same facts under four policies of gross retention, customer by customer. */
export function fourPolicies(
  engine: ReportEngine,
  slices: readonly ReportSlice[],
  key: LineKey,
  from: Month,
  to: Month,
): FourPolicies {
  const end = engine.place(to);
  const start = end - lookBack(key, end - engine.place(from) + 1);
  const { rows, totals } = reconcileRetention(
    engine.customers(slices),
    engine.timeline,
    Math.max(0, start),
    end,
  );
  const over = (top: number) => ratio(top, totals.start, 'no-customers-at-start');
  return {
    from: engine.month(Math.max(0, start)),
    rows: rows.map((row) => ({ ...row, name: engine.account(row.accountId)?.name ?? '' })),
    totals,
    rates: {
      pointToPoint: over(totals.pointToPoint),
      runningMinimum: over(totals.runningMinimum),
      movementSum: over(totals.movementSum),
      movementSumOfAll: over(totals.movementSumOfAll),
    },
  };
}

/** Another choice of each policy, for saying what a figure would be under it. */
export const otherPolicies: readonly { readonly key: string; readonly change: Partial<ReportPolicies> }[] = [
  { key: 'gap-30', change: { gapDays: 30 } },
  { key: 'reactivation-90', change: { reactivationDays: 90 } },
  { key: 'same-month-neither', change: { sameMonth: 'neither' } },
  { key: 'pause-0', change: { pauseDays: 0 } },
  { key: 'renewal-ends', change: { automaticRenewal: 'ends' } },
  { key: 'constant-currency', change: { currencyView: 'constant' } },
  { key: 'success-in-sales', change: { customerSuccessCost: 'sales-and-marketing' } },
  { key: 'success-apart', change: { customerSuccessCost: 'apart' } },
];
