/** How retention over several months is told; each is right, and they differ. */
export const retentionPolicies = [
  'point-to-point',
  'running-minimum',
  'movement-sum',
  'sign-up-cohort',
] as const;
export type RetentionPolicy = (typeof retentionPolicies)[number];

/** Where the cost of customer success counts: in cost of revenue, in sales and marketing, or in neither. */
export const costPlaces = ['cost-of-revenue', 'sales-and-marketing', 'apart'] as const;
export type CostPlace = (typeof costPlaces)[number];

/** The rules a report is made by. They are settings of the book and stand beside the figures they decide. */
export type ReportPolicies = {
  /** Back within so many days after the last one is a reactivation, later a new customer; null: a reactivation however late. */
  readonly reactivationDays: number | null;
  /** A gap between two subscriptions of up to so many days is no churn: the earlier one counts until the later one starts. */
  readonly gapDays: number;
  /** A subscription paused (price 0) for longer than so many days is churn; until then the customer stays, at 0. */
  readonly pauseDays: number;
  /** New and churned within one month: both counted, or neither. */
  readonly sameMonth: 'both' | 'neither';
  /** Whether what a contract marked as renewing automatically pays goes on after its end. */
  readonly automaticRenewal: 'renews' | 'ends';
  /** Whose segment counts: the one on the day of the report, or the one of each month. */
  readonly membership: 'as-of-report' | 'as-it-was';
  /** Amounts at each month's own rate, or all at the rate of the report's last month. */
  readonly currencyView: 'as-it-was' | 'constant';
  readonly retention: RetentionPolicy;
  readonly customerSuccessCost: CostPlace;
  /** Renewal and expansion cost of the company sheet: part of sales and marketing, of cost of revenue, or apart. */
  readonly renewalCost: CostPlace;
};

export const defaultPolicies: ReportPolicies = {
  reactivationDays: null,
  gapDays: 0,
  pauseDays: 90,
  sameMonth: 'both',
  automaticRenewal: 'renews',
  membership: 'as-of-report',
  currencyView: 'as-it-was',
  retention: 'point-to-point',
  customerSuccessCost: 'cost-of-revenue',
  renewalCost: 'sales-and-marketing',
};
