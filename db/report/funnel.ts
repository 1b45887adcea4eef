import type { CompanyMonth } from './company-month.ts';
import { known, type Rate, ratio, unknown } from './rate.ts';
import type { MonthTotals } from './totals.ts';

export const funnelKeys = ['visitors', 'visitToTrial', 'trials', 'trialToPaid', 'paidFromTrial'] as const;
export type FunnelKey = (typeof funnelKeys)[number];

export function funnelOf(company: CompanyMonth | null): Readonly<Record<FunnelKey, Rate>> {
  const visitors = typed(company?.visitors);
  const trials = typed(company?.trials);
  const paidFromTrial = typed(company?.paidFromTrial);
  return {
    visitors,
    visitToTrial: over(trials, visitors),
    trials,
    trialToPaid: over(paidFromTrial, trials),
    paidFromTrial,
  };
}

export const salesKeys = ['heads', 'quota', 'forecast', 'attainment', 'coverage', 'outputPerHead'] as const;
export type SalesKey = (typeof salesKeys)[number];

/** Sales: attainment is the month's new MRR over the forecast, coverage the forecast over heads × quota per head. */
export function salesOf(company: CompanyMonth | null, totals: MonthTotals): Readonly<Record<SalesKey, Rate>> {
  const heads = typed(company?.salesHeads);
  const perHead = typed(company?.quotaPerHead);
  const forecast = typed(company?.salesForecast);
  const quota =
    heads.value === null ? heads : perHead.value === null ? perHead : known(heads.value * perHead.value);
  return {
    heads,
    quota,
    forecast,
    attainment: over(known(totals.new), forecast),
    coverage: over(forecast, quota),
    outputPerHead: over(known(totals.new), heads),
  };
}

function typed(value: number | null | undefined): Rate {
  return value === null || value === undefined ? unknown('no-company-figures') : known(value);
}

function over(top: Rate, bottom: Rate): Rate {
  if (top.value === null) return top;
  return bottom.value === null ? bottom : ratio(top.value, bottom.value, 'nothing-to-divide-by');
}
