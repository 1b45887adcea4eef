import { isStaleReading } from '../goal/rule.ts';
import { daysBetween, type IsoDate } from '../types/calendar.ts';
import { isSourced } from '../value/proof.ts';

/** The pages whose figures the book does not record by itself: they are written into the review. */
export const figureSections = ['usage', 'support', 'feedback'] as const;
export type FigureSection = (typeof figureSections)[number];

/** The same for the house alone: how healthy the customer is (on the page of its usage), and what endangers it. */
export const insideFigureSections = ['usage', 'risk'] as const;
export type InsideFigureSection = (typeof insideFigureSections)[number];

/** One line of such a page: a figure, or something raised and what became of it, or both. What isn't known yet is null. */
export type FigureLine = {
  readonly label: string;
  readonly value: number | null;
  /** The same over the comparison period. */
  readonly before: number | null;
  readonly unit: string;
  /** What was done about it, or how it stands. */
  readonly remark: string | null;
  readonly source: string | null;
  readonly asOf: IsoDate | null;
};

export type FigureFacts = FigureLine & { readonly id: number };

/** A line as a review shows it. Row numbers are for the house alone. */
export type FigureShown<Section> = FigureLine & {
  readonly id?: number;
  readonly section: Section;
  /** Taken more than 60 days before the day the review's figures stand for, or nobody knows when. */
  readonly isStale: boolean;
};

export function showFigure<Section>(
  figure: FigureFacts & { readonly section: Section },
  asOf: IsoDate,
): FigureShown<Section> {
  return { ...figure, isStale: figureGap(figure, asOf) === 'stale' };
}

/** Whether the line says anything yet: a label carried over from the last review does not. */
export function isReported({ value, remark }: Pick<FigureLine, 'value' | 'remark'>): boolean {
  return value !== null || Boolean(remark?.trim());
}

/** Whether a line may be shown to the customer: it says something, and from where. */
export function mayLeave(figure: FigureLine): boolean {
  return isReported(figure) && isSourced(figure);
}

export type FigureGap = 'untold' | 'unsourced' | 'stale';

/** The first thing a line lacks, or null. */
export function figureGap(figure: FigureLine, asOf: IsoDate): FigureGap | null {
  if (!isReported(figure)) return 'untold';
  if (!isSourced(figure)) return 'unsourced';
  return figure.asOf === null || isStaleReading({ on: figure.asOf }, asOf) ? 'stale' : null;
}

/** How many days old a line is on the day the figures stand for; 0 where nobody knows. */
export function figureAge({ asOf }: FigureLine, on: IsoDate): number {
  return asOf === null ? 0 : Math.max(0, daysBetween(asOf, on));
}

/**
 * The last review's lines to be asked for again: those whose label this one does not have yet, with what they said as the
 * comparison. Nothing is taken for this period's figure.
 */
export function carriedFigures(
  last: readonly FigureLine[],
  present: readonly Pick<FigureLine, 'label'>[],
): FigureLine[] {
  const known = new Set(present.map(({ label }) => labelIdentity(label)));
  return last
    .filter(({ label }) => !known.has(labelIdentity(label)))
    .map(({ label, value, unit, source }) => ({
      label,
      value: null,
      before: value,
      unit,
      remark: null,
      source,
      asOf: null,
    }));
}

/** A label as compared: width, case and spaces do not tell two apart. */
export function labelIdentity(label: string): string {
  return label.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
}
