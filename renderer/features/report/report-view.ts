import { create } from 'zustand';
import type { LineKey } from '../../../db/report/layout.ts';
import type { Month } from '../../../db/report/month.ts';
import type { Basis } from '../../../db/report/period.ts';

export type ReportTab = 'figures' | 'bridge' | 'cohorts' | 'company';

/** Which figure is open: a line in a column. */
export type OpenFigure = { readonly line: LineKey; readonly from: Month; readonly to: Month };

/** What the report is read by while the app is open; the book keeps none of it. */
export const useReportView = create<{
  readonly tab: ReportTab;
  readonly from: Month | null;
  readonly to: Month | null;
  readonly basis: Basis;
  readonly currency: string | null;
  /** As on the command line; null is the whole book. */
  readonly slice: string | null;
  readonly beside: string | null;
  readonly open: OpenFigure | null;
}>(() => ({
  tab: 'figures',
  from: null,
  to: null,
  basis: 'month',
  currency: null,
  slice: null,
  beside: null,
  open: null,
}));

/** The part of the view that the service is asked with. */
export function useReportWish() {
  const { from, to, basis, currency, slice } = useReportView();
  return { from, to, basis, currency, slices: slice === null ? [] : [slice] };
}
