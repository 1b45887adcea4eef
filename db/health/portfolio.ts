import { abilityStages } from '../segment/ideal-profile.ts';
import type { HealthBand } from './model.ts';

/** A row of the grid: a band, or no grade. */
export const gridBands = ['green', 'yellow', 'red', 'none'] as const;
export type GridBand = (typeof gridBands)[number];
/** A column of the grid: a stage of maturity, or not assessed. */
export const gridStages = [...abilityStages, 'none'] as const;
export type GridStage = (typeof gridStages)[number];

export const gridPlays = [
  'wind-down',
  'cap-service',
  'expand',
  'co-create',
  'assess-first',
  'no-extra-hours',
  'coach-capped',
  'pass-on-practice',
  'exchange-with-peers',
  'record-only',
  'train-capped',
  'rescue-first',
  'sponsor-call',
  'get-readings',
  'start-both',
] as const;
export type GridPlay = (typeof gridPlays)[number];

const plays: Readonly<Record<GridBand, Readonly<Record<GridStage, GridPlay>>>> = {
  green: {
    immature: 'wind-down',
    low: 'cap-service',
    medium: 'expand',
    high: 'co-create',
    none: 'assess-first',
  },
  yellow: {
    immature: 'no-extra-hours',
    low: 'coach-capped',
    medium: 'pass-on-practice',
    high: 'exchange-with-peers',
    none: 'assess-first',
  },
  red: {
    immature: 'record-only',
    low: 'train-capped',
    medium: 'rescue-first',
    high: 'sponsor-call',
    none: 'assess-first',
  },
  none: {
    immature: 'no-extra-hours',
    low: 'get-readings',
    medium: 'get-readings',
    high: 'get-readings',
    none: 'start-both',
  },
};

/** The play health and maturity name together: rescue only where it pays. */
export function gridPlay(band: GridBand, stage: GridStage): GridPlay {
  return plays[band][stage];
}

export function gridBandOf(band: HealthBand | null): GridBand {
  return band ?? 'none';
}

/** Where an account stood then and stands now: a band, no grade, or not in the book. */
export type Move = {
  readonly from: GridBand | 'joined';
  readonly to: GridBand | 'left';
};
/** How many moved from each to each. */
export type Moves = Readonly<Record<Move['from'], Readonly<Record<Move['to'], number>>>>;

/** The bands of then against those of now: rows come to what was then, columns to what is now. */
export function countMoves(moves: readonly Move[]): Moves {
  const row = () => ({ green: 0, yellow: 0, red: 0, none: 0, left: 0 });
  const counts = { green: row(), yellow: row(), red: row(), none: row(), joined: row() };
  for (const { from, to } of moves) counts[from][to] += 1;
  return counts;
}

/** Whether a move is for the better, for the worse, or lost its grade; null where nothing moved. */
export function moveKind({ from, to }: Move): 'better' | 'worse' | 'lost-grade' | null {
  if (from === to || from === 'joined' || to === 'left' || from === 'none') return null;
  if (to === 'none') return 'lost-grade';
  const order: readonly string[] = ['red', 'yellow', 'green'];
  return order.indexOf(to) > order.indexOf(from) ? 'better' : 'worse';
}
