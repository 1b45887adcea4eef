import type { IsoDate } from '../types/calendar.ts';
import type { MeasureDirection } from './curve.ts';
import type { MeasureMode } from './model.ts';

/** What the book itself says of an account; nobody types these. */
export const bookMeasures = [
  'contact-recency',
  'sponsor',
  'goal-attainment',
  'milestones-late',
  'commitments-broken',
  'review-overdue',
  'payment-late',
  'maturity',
] as const;
export type BookMeasure = (typeof bookMeasures)[number];

export const bookMeasureDirection: Readonly<Record<BookMeasure, MeasureDirection>> = {
  'contact-recency': 'decrease',
  sponsor: 'increase',
  'goal-attainment': 'increase',
  'milestones-late': 'decrease',
  'commitments-broken': 'decrease',
  'review-overdue': 'decrease',
  'payment-late': 'decrease',
  maturity: 'increase',
};

export function isBookMeasure(key: string): key is BookMeasure {
  return bookMeasures.some((each) => each === key);
}

/** A measure of the user's own: typed, pasted or imported. */
export type OwnMeasure = {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly unit: string;
  readonly direction: MeasureDirection;
  readonly mode: Exclude<MeasureMode, 'derived'>;
  /** A reading outside is refused: NPS answers run from 0 to 10. */
  readonly least: number | null;
  readonly most: number | null;
  /** When its unit or meaning changed: readings before it are not comparable and do not count. */
  readonly redefinedOn: IsoDate | null;
  readonly isRetired: boolean;
};

/** Which way every measure there is counts: the book's own and the user's. */
export function directionsOf(measures: readonly OwnMeasure[]): ReadonlyMap<string, MeasureDirection> {
  return new Map([
    ...bookMeasures.map((key): [string, MeasureDirection] => [key, bookMeasureDirection[key]]),
    ...measures.map(({ key, direction }): [string, MeasureDirection] => [key, direction]),
  ]);
}

/** How every measure gets its value. */
export function modesOf(measures: readonly OwnMeasure[]): ReadonlyMap<string, MeasureMode> {
  return new Map([
    ...bookMeasures.map((key): [string, MeasureMode] => [key, 'derived']),
    ...measures.map(({ key, mode }): [string, MeasureMode] => [key, mode]),
  ]);
}

/** Why a reading is not taken. */
export const readingProblems = ['not-a-number', 'too-low', 'too-high', 'in-future', 'no-date'] as const;
export type ReadingProblem = (typeof readingProblems)[number];

/** Whether a value may be read of a measure on a day. */
export function readingProblem(
  measure: Pick<OwnMeasure, 'least' | 'most'>,
  value: number,
  on: IsoDate,
  today: IsoDate,
): ReadingProblem | null {
  if (!Number.isFinite(value)) return 'not-a-number';
  if (measure.least !== null && value < measure.least) return 'too-low';
  if (measure.most !== null && value > measure.most) return 'too-high';
  return on > today ? 'in-future' : null;
}

/** What a file says of a measure beside the book's own words: read against each other before any figure is taken. */
export type StatedMeasure = { readonly unit: string | null; readonly direction: MeasureDirection | null };
export type MeasureConflict = 'other-unit' | 'other-direction';

/** A column whose unit or direction is not the book's would turn figures upside down: it is not read until that is settled. */
export function measureConflict(
  measure: Pick<OwnMeasure, 'unit' | 'direction'>,
  stated: StatedMeasure,
): MeasureConflict | null {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  if (stated.unit !== null && plain(stated.unit) !== plain(measure.unit)) return 'other-unit';
  if (stated.direction !== null && stated.direction !== measure.direction) return 'other-direction';
  return null;
}
