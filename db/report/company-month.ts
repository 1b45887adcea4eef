import type { Month } from './month.ts';

/** The amounts of the company sheet, by function; minor units of the month's currency. */
export const companyAmounts = [
  'salesAndMarketing',
  'renewalCost',
  'researchAndDevelopment',
  'generalAndAdministrative',
  'costOfRevenue',
  'customerSuccess',
  'billings',
  'revenue',
  'ebitda',
  'cashChange',
  'quotaPerHead',
  'salesForecast',
] as const;

/** The counts of the company sheet. */
export const companyCounts = ['visitors', 'trials', 'paidFromTrial', 'salesHeads'] as const;

export const companyFigures = [...companyAmounts, ...companyCounts] as const;
export type CompanyFigure = (typeof companyFigures)[number];

/**
 * What the company typed for a month, in the report's currency. Null is not known, never zero. Cost of revenue includes the
 * cost of customer success; sales and marketing includes what renewing and expanding cost.
 */
export type CompanyMonth = { readonly month: Month } & Readonly<Record<CompanyFigure, number | null>>;
