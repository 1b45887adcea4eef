import type { Generated } from 'kysely';
import type { IsoDate } from '../types/calendar.ts';
import type { Json } from '../types/column.ts';
import type { MeasureDirection } from './curve.ts';
import type { HealthBand, MeasureMode } from './model.ts';
import type { OutlookAnswer } from './outlook.ts';
import type { UngradedReason } from './score.ts';

/** A measure of the user's own; see measure.ts. */
export interface HealthMeasureTable {
  id: Generated<number>;
  /** What models know it by. */
  key: string;
  position: number;
  name: string;
  name_zh: string | null;
  unit: string;
  direction: MeasureDirection;
  mode: Exclude<MeasureMode, 'derived'>;
  least: number | null;
  most: number | null;
  /** The promised value it shows. */
  value_point_id: number | null;
  redefined_on: IsoDate | null;
  retired_on: IsoDate | null;
}

export interface HealthReadingTable {
  id: Generated<number>;
  account_id: number;
  measure_id: number;
  read_on: IsoDate;
  value: number;
  source: string | null;
}

/** The latest reading of each measure; kept by triggers. */
export interface HealthLatestTable {
  account_id: number;
  measure_id: number;
  read_on: IsoDate;
  value: number;
}

export interface HealthModelTable {
  id: Generated<number>;
  /** An account in the segments of several goes by the first. */
  position: number;
  /** It scores nobody any more; what it scored keeps its versions. */
  retired_on: IsoDate | null;
}

/** Never changes. */
export interface HealthModelVersionTable {
  id: Generated<number>;
  model_id: number;
  version: number;
  made_on: IsoDate;
  /** See model.ts. */
  body: Json;
}

/** Whom a model is for; a model without segments is for everybody. */
export interface HealthModelSegmentTable {
  id: Generated<number>;
  model_id: number;
  segment_id: number;
}

/** A colour set by hand until a day. */
export interface HealthOverrideTable {
  id: Generated<number>;
  account_id: number;
  band: HealthBand;
  reason: string;
  from_on: IsoDate;
  /** The last day it holds. */
  until_on: IsoDate;
}

export interface HealthOutlookTable {
  id: Generated<number>;
  account_id: number;
  sponsor_committed: OutlookAnswer | null;
  product_fits: OutlookAnswer | null;
  employees_use: OutlookAnswer | null;
}

/** An account's health today; derived by score-query.ts, never written by hand. */
export interface HealthStatusTable {
  account_id: number;
  /** Null of the built-in model. */
  version_id: number | null;
  score: number | null;
  /** By hand where a colour set by hand holds, else as scored. */
  band: HealthBand | null;
  scored_band: HealthBand | null;
  ungraded: UngradedReason | null;
  coverage: number;
  oldest_days: number | null;
  trend: 'up' | 'down' | null;
  band_since: IsoDate;
  /** The parts of the score: KeptMeasure[] (trend.ts). */
  detail: Json;
}

/** A score as it was kept on a day on which it had moved. */
export interface HealthDayTable {
  account_id: number;
  on_day: IsoDate;
  version_id: number | null;
  score: number | null;
  band: HealthBand | null;
  coverage: number;
  band_since: IsoDate;
  detail: Json;
}

export interface HealthStatusDayTable {
  as_of: IsoDate;
}
