import { known, type Rate } from './rate.ts';
import type { ReportColumn } from './report.ts';

/** How a line's figures are written: amounts in minor units, fractions as percent, counts, months, plain ratios. */
export type LineUnit = 'money' | 'percent' | 'count' | 'months' | 'ratio';

/** Whether more of it is good; null where neither is. */
export type LineTone = 'gain' | 'loss' | null;

type LineOf<Key extends string> = {
  readonly key: Key;
  readonly unit: LineUnit;
  readonly tone: LineTone;
  /** Part of the line above it. */
  readonly isPart: boolean;
  /** A sum the lines above lead to. */
  readonly isSum: boolean;
  readonly of: (column: ReportColumn) => Rate;
};

function line<Key extends string>(
  key: Key,
  unit: LineUnit,
  of: (column: ReportColumn) => Rate | number,
  tone: LineTone = null,
  look: 'part' | 'sum' | null = null,
): LineOf<Key> {
  return {
    key,
    unit,
    tone,
    isPart: look === 'part',
    isSum: look === 'sum',
    of: (column) => {
      const found = of(column);
      return typeof found === 'number' ? known(found) : found;
    },
  };
}

/** The report's eight blocks, line by line, as they are shown, printed and exported. */
export const reportBlocks = [
  {
    key: 'bookings',
    lines: [
      line('bookedAmount', 'money', ({ bookings }) => bookings.amountMinor, 'gain'),
      line('contracts', 'count', ({ bookings }) => bookings.contracts, 'gain'),
      line('averageContract', 'money', ({ bookings }) => bookings.averageMinor, 'gain'),
      line('averageLength', 'months', ({ bookings }) => bookings.averageLength),
      line('monthsAhead', 'months', ({ bookings }) => bookings.monthsAhead, 'gain'),
    ],
  },
  {
    key: 'mrr',
    lines: [
      line('opening', 'money', ({ totals }) => totals.opening),
      line('new', 'money', ({ totals }) => totals.new, 'gain', 'part'),
      line('expansion', 'money', ({ totals }) => totals.expansion, 'gain', 'part'),
      line('reactivated', 'money', ({ totals }) => totals.reactivated, 'gain', 'part'),
      line('contraction', 'money', ({ totals }) => -totals.contraction + 0, 'gain', 'part'),
      line('churned', 'money', ({ totals }) => -totals.churned + 0, 'gain', 'part'),
      line('netNew', 'money', ({ netNew }) => netNew, 'gain'),
      line('exchange', 'money', ({ totals }) => totals.exchange),
      line('closing', 'money', ({ totals }) => totals.closing, 'gain', 'sum'),
      line('arr', 'money', ({ arr }) => arr, 'gain'),
      line('averageNewMrr', 'money', ({ unitEconomics }) => unitEconomics.averageNewMrr, 'gain'),
      line('averageMrr', 'money', ({ unitEconomics }) => unitEconomics.averageMrr, 'gain'),
    ],
  },
  {
    key: 'customers',
    lines: [
      line('customersOpening', 'count', ({ totals }) => totals.customers.opening),
      line('customersNew', 'count', ({ totals }) => totals.customers.new, 'gain', 'part'),
      line('customersReactivated', 'count', ({ totals }) => totals.customers.reactivated, 'gain', 'part'),
      line('customersChurned', 'count', ({ totals }) => -totals.customers.churned + 0, 'gain', 'part'),
      line('customersClosing', 'count', ({ totals }) => totals.customers.closing, 'gain', 'sum'),
      line('logoChurn', 'percent', ({ rates }) => rates.logoChurn, 'loss'),
      line('mrrChurn', 'percent', ({ rates }) => rates.mrrChurn, 'loss'),
      line('contractionRate', 'percent', ({ rates }) => rates.contractionRate, 'loss'),
      line('grossMrrChurn', 'percent', ({ rates }) => rates.grossMrrChurn, 'loss'),
      line('expansionRate', 'percent', ({ rates }) => rates.expansionRate, 'gain'),
      line('netMrrChurn', 'percent', ({ rates }) => rates.netMrrChurn, 'loss'),
      line('netMrrGrowth', 'percent', ({ rates }) => rates.netMrrGrowth, 'gain'),
      line('grr', 'percent', ({ rates }) => rates.grr, 'gain'),
      line('nrr', 'percent', ({ rates }) => rates.nrr, 'gain'),
      line('grr12', 'percent', ({ rates }) => rates.grr12, 'gain'),
      line('expansion12', 'percent', ({ rates }) => rates.expansion12, 'gain'),
      line('nrr12', 'percent', ({ rates }) => rates.nrr12, 'gain'),
      line('logoRetention12', 'percent', ({ rates }) => rates.logoRetention12, 'gain'),
      line('quickRatio', 'ratio', ({ rates }) => rates.quickRatio, 'gain'),
    ],
  },
  {
    key: 'unitEconomics',
    lines: [
      line('margin', 'percent', ({ unitEconomics }) => unitEconomics.margin, 'gain'),
      line('ltv', 'money', ({ unitEconomics }) => unitEconomics.ltv, 'gain'),
      line('cac', 'money', ({ unitEconomics }) => unitEconomics.cac, 'loss'),
      line('ltvToCac', 'ratio', ({ unitEconomics }) => unitEconomics.ltvToCac, 'gain'),
      line('paybackMonths', 'months', ({ unitEconomics }) => unitEconomics.paybackMonths, 'loss'),
    ],
  },
  {
    key: 'finance',
    lines: [
      line('revenue', 'money', ({ finance }) => finance.revenue, 'gain'),
      line('costOfRevenue', 'money', ({ finance }) => finance.costOfRevenue, 'loss'),
      line('grossProfit', 'money', ({ finance }) => finance.grossProfit, 'gain', 'sum'),
      line('grossMargin', 'percent', ({ finance }) => finance.grossMargin, 'gain'),
      line('salesAndMarketing', 'money', ({ finance }) => finance.salesAndMarketing, 'loss', 'part'),
      line(
        'researchAndDevelopment',
        'money',
        ({ finance }) => finance.researchAndDevelopment,
        'loss',
        'part',
      ),
      line(
        'generalAndAdministrative',
        'money',
        ({ finance }) => finance.generalAndAdministrative,
        'loss',
        'part',
      ),
      line('operatingCost', 'money', ({ finance }) => finance.operatingCost, 'loss'),
      line('result', 'money', ({ finance }) => finance.result, 'gain', 'sum'),
      line('ebitda', 'money', ({ finance }) => finance.ebitda, 'gain'),
    ],
  },
  {
    key: 'cash',
    lines: [
      line('billings', 'money', ({ finance }) => finance.billings, 'gain'),
      line('billingsResult', 'money', ({ finance }) => finance.billingsResult, 'gain'),
      line('cashChange', 'money', ({ finance }) => finance.cashChange, 'gain'),
      line('closingCash', 'money', ({ finance }) => finance.closingCash, 'gain', 'sum'),
      line('deferredChange', 'money', ({ finance }) => finance.deferredChange, 'gain'),
      line('deferredRevenue', 'money', ({ finance }) => finance.deferredRevenue, 'gain', 'sum'),
    ],
  },
  {
    key: 'funnel',
    lines: [
      line('visitors', 'count', ({ funnel }) => funnel.visitors, 'gain'),
      line('visitToTrial', 'percent', ({ funnel }) => funnel.visitToTrial, 'gain'),
      line('trials', 'count', ({ funnel }) => funnel.trials, 'gain'),
      line('trialToPaid', 'percent', ({ funnel }) => funnel.trialToPaid, 'gain'),
      line('paidFromTrial', 'count', ({ funnel }) => funnel.paidFromTrial, 'gain'),
    ],
  },
  {
    key: 'sales',
    lines: [
      line('heads', 'count', ({ sales }) => sales.heads),
      line('quota', 'money', ({ sales }) => sales.quota),
      line('forecast', 'money', ({ sales }) => sales.forecast, 'gain'),
      line('attainment', 'percent', ({ sales }) => sales.attainment, 'gain'),
      line('coverage', 'percent', ({ sales }) => sales.coverage, 'gain'),
      line('outputPerHead', 'money', ({ sales }) => sales.outputPerHead, 'gain'),
    ],
  },
] as const;

export type ReportBlock = (typeof reportBlocks)[number];
export type ReportLine = ReportBlock['lines'][number];
export type LineKey = ReportLine['key'];

export const reportLines: readonly ReportLine[] = reportBlocks.flatMap(
  ({ lines }): readonly ReportLine[] => lines,
);
export const lineKeys = reportLines.map(({ key }) => key);

/** How a figure moved: by what part where it is an amount or count, by how many points where it is a rate; null where unknown. */
export function changeBetween(before: Rate | null, now: Rate, unit: LineUnit): number | null {
  if (before?.value === null || before === null || now.value === null) return null;
  if (unit === 'percent') return now.value - before.value;
  return before.value === 0 ? null : (now.value - before.value) / Math.abs(before.value);
}
